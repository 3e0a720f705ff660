import type { Kind } from "./case-kind.ts";
import type { Status } from "./case-status.ts";
import { type PublishedAnswer, answerStands } from "./published-answer.ts";

/** By what the list of published cases can be filtered. */
export interface Faceted extends PublishedAnswer {
  readonly kind: Kind;
  readonly status: Status;
  readonly field: string | null;
  readonly bottleneck: string | null;
  readonly technology: string | null;
  readonly agencyId: number | null;
  readonly provinceCode: string | null;
  readonly communeCode: string | null;
  /** 1 very dissatisfied … 4 very satisfied. */
  readonly ratingLevel: number | null;
  readonly ratingSolved: boolean | null;
  /** The day of receipt, `2026-11-22`. */
  readonly receivedOn: string;
}

/** The letter of each facet. */
const letters = {
  kind: "k",
  status: "s",
  field: "f",
  bottleneck: "b",
  technology: "t",
  agencyId: "a",
  provinceCode: "p",
  communeCode: "c",
  outcome: "o",
  level: "l",
  solved: "v",
} as const;
export type FacetName = keyof typeof letters;

/** One value of a facet as a word of the index of words. It begins with a letter that folded text never has, so that nobody can type it. */
export function facetWord(name: FacetName, value: string | number | boolean): string {
  const plain = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
  return `đ${letters[name]}${plain.toLowerCase().replace(/[^a-z0-9]/g, "x")}`;
}

/** All facets of a publication as words. An outcome counts while its answer stands, as lists show it. */
export function facetsOf(item: Faceted): string {
  const values: Record<FacetName, string | number | boolean | null> = {
    kind: item.kind,
    status: item.status,
    field: item.field,
    bottleneck: item.bottleneck,
    technology: item.technology,
    agencyId: item.agencyId,
    provinceCode: item.provinceCode,
    communeCode: item.communeCode,
    outcome: answerStands(item) ? item.outcomeKind : null,
    level: item.ratingLevel,
    solved: item.ratingSolved,
  };
  const words = Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [facetWord(name as FacetName, value)],
  );
  const { receivedOn: day } = item;
  return [...words, `đy${day.slice(0, 4)}`, `đm${digits(day.slice(0, 7))}`, `đd${digits(day)}`].join(" ");
}

const digits = (day: string): string => day.replaceAll("-", "");

/**
 * The days of a range, both included, as the fewest words for whole years,
 * whole months and days of which each day of the range has exactly one; empty
 * for a range without days.
 */
export function dayWords(first: string, last: string): string[] {
  if (first > last) return [];
  const words: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    words.push(...wordsOfYear(year, later(first, `${year}-01-01`), earlier(last, `${year}-12-31`)));
  }
  return words;
}

function wordsOfYear(year: number, first: string, last: string): string[] {
  if (first === `${year}-01-01` && last === `${year}-12-31`) return [`đy${year}`];
  const words: string[] = [];
  for (let month = Number(first.slice(5, 7)); month <= Number(last.slice(5, 7)); month += 1) {
    const name = `${year}-${String(month).padStart(2, "0")}`;
    const end = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const begins = Number(later(first, `${name}-01`).slice(8));
    const ends = Number(earlier(last, `${name}-${end}`).slice(8));
    if (begins === 1 && ends === end) words.push(`đm${digits(name)}`);
    else for (let day = begins; day <= ends; day += 1) words.push(`đd${digits(name)}${String(day).padStart(2, "0")}`);
  }
  return words;
}

const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);
