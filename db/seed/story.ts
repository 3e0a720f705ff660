import type { Lang } from "../../app/domain/case-kind.ts";
import type { DeclineReason } from "../../app/domain/outcome.ts";
import { addDays } from "../../app/domain/calendar.ts";

/** The same text in Vietnamese and in English. */
export type Pair = readonly [vi: string, en: string];

/** Who writes; `senders.ts` makes a person or an organisation of it. */
export type SenderRole =
  | "farmer"
  | "resident"
  | "elder"
  | "student"
  | "teacher"
  | "official"
  | "overseas"
  | "household"
  | "firm"
  | "startup"
  | "cooperative"
  | "commune"
  | "hospital"
  | "university"
  | "association";

/** What kind of place a story can happen in. */
export type Terrain = "any" | "mountain" | "coast" | "delta" | "city" | "industry" | "nowhere";

/** An answer of the agency, in both languages, with its outcome. */
export type Ending = { readonly body: Pair } & (
  | {
      readonly kind: "solved";
      readonly whatChanged: Pair;
      readonly measure: Pair;
      readonly unit: Pair;
      readonly before: string;
      readonly after: string;
      readonly evidence: Pair;
    }
  | { readonly kind: "explained"; readonly legalBasis: Pair }
  | { readonly kind: "not_accepted"; readonly reasons: Pair; readonly legalBasis: Pair }
  | { readonly kind: "referred"; readonly referredTo: Pair; readonly legalBasis: Pair }
  | { readonly kind: "commitment"; readonly promise: Pair; readonly owner: Pair; readonly months: number }
);

interface Told {
  readonly id: string;
  readonly field: string;
  readonly bottleneck: string;
  readonly from: readonly SenderRole[];
  /** The code of the ministry that answers, or the province of the place. */
  readonly to: string;
  readonly where: Terrain;
  /** Numbers that differ from case to case: name and range. */
  readonly slots?: Readonly<Record<string, readonly [number, number]>>;
  readonly title: Pair;
  readonly content: Pair;
  /** What the agency asks back, and the reply. */
  readonly ask?: readonly [question: string, reply: string];
  readonly endings: readonly Ending[];
}

/** What people write about, with the answers it gets. Text may hold marks; `tell` fills them in. */
export type Story = Told &
  (
    | { readonly kind: "feedback" }
    | { readonly kind: "proposal"; readonly suggestion: Pair }
    | {
        readonly kind: "barrier";
        readonly legalDocument: Pair;
        readonly legalProvision?: Pair;
        /** The list of provisions, in the spellings of either language. */
        readonly provisions?: Pair;
        /** What it costs a firm in a year: hours of work and đồng. */
        readonly hours?: string;
        readonly money?: string;
        readonly sector?: string;
        readonly obstacleClass: 1 | 2 | 3;
        readonly burden: Pair;
        readonly suggestion: Pair;
      }
    | {
        readonly kind: "initiative";
        readonly solution: Pair;
        readonly benefit: Pair;
        readonly readiness: number;
        /** Number of the group of strategic technologies: before and since 1/7/2026. */
        readonly technology?: readonly [before: number, since: number];
      }
  );

/** A submission that the portal does not take, and why. */
export interface Misfit {
  readonly id: string;
  readonly reasonCode: DeclineReason;
  readonly from: readonly SenderRole[];
  readonly where: Terrain;
  readonly title: string;
  readonly content: string;
  readonly reason: string;
}

/** What fills the marks of a story: place, numbers, one choice per letter, the day from which days are counted. */
export interface Setting {
  readonly commune: Pair;
  readonly province: Pair;
  /** The province without its type. */
  readonly shortProvince: Pair;
  readonly slots: Readonly<Record<string, number>>;
  readonly choice: number;
  readonly day: string;
}

/**
 * Fills the marks of a text: `{commune}`, `{province}`, `{p}` (name alone),
 * a capital first letter for the beginning of a sentence, `{n}` a number of the
 * story, `{d-12}` a day and `{m+2}` a month counted from the setting's day,
 * `{a:this|that}` one of several wordings, the same in both languages.
 */
export function tell(pair: Pair, lang: Lang, setting: Setting): string {
  const side = lang === "vi" ? 0 : 1;
  const pass = (text: string) =>
    text.replace(/\{([^{}]+)\}/g, (_mark, name: string) => fill(name, lang, side, setting));
  // Wordings may hold marks themselves: the inner marks first, then the outer.
  return pass(pass(pair[side]));
}

function fill(name: string, lang: Lang, side: 0 | 1, setting: Setting): string {
  const choice = /^([a-z]):(.*)$/s.exec(name);
  if (choice) {
    const [, letter = "a", wordings = ""] = choice;
    const all = wordings.split("|");
    return all[Math.floor(setting.choice / (letter.charCodeAt(0) - 96)) % all.length] ?? "";
  }
  const counted = /^([dm])([+-]\d+)$/.exec(name);
  if (counted)
    return counted[1] === "d"
      ? dayWords(setting.day, Number(counted[2]), lang)
      : monthWords(setting.day, Number(counted[2]), lang);
  if (name === "commune") return lang === "vi" ? lowerFirst(setting.commune[0]) : setting.commune[1];
  if (name === "Commune") return setting.commune[side];
  if (name === "province") return lang === "vi" ? lowerFirst(setting.province[0]) : setting.province[1];
  if (name === "Province") return setting.province[side];
  if (name === "p") return setting.shortProvince[side];
  const slot = setting.slots[name];
  if (slot === undefined) throw new Error(`a story has the unknown mark {${name}}`);
  return groupDigits(slot, lang === "vi" ? "." : ",");
}

/** The day so many days away, moved further away from a weekend. */
export function weekdayNear(day: string, days: number): string {
  const there = addDays(day, days);
  const weekday = new Date(`${there}T00:00:00Z`).getUTCDay();
  if (weekday !== 0 && weekday !== 6) return there;
  const toMonday = weekday === 6 ? 2 : 1;
  return addDays(there, days > 0 ? toMonday : toMonday - 3);
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

function dayWords(day: string, days: number, lang: Lang): string {
  const [year, month, date] = weekdayNear(day, days).split("-").map(Number);
  return lang === "vi" ? `${date}/${month}/${year}` : `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

function monthWords(day: string, months: number, lang: Lang): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const count = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(count / 12), count % 12];
  return lang === "vi" ? `tháng ${inMonth + 1}/${inYear}` : `${MONTHS[inMonth]} ${inYear}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const groupDigits = (value: number, separator: string): string => String(value).replace(/\B(?=(\d{3})+$)/g, separator);
