import type { Kind } from "../../app/domain/case-kind.ts";
import type { Place } from "../../app/domain/similarity.ts";
import type { Matter } from "./matter.ts";
import { businessMatters } from "./matters-business.ts";
import { livingMatters } from "./matters-living.ts";
import { networkMatters } from "./matters-network.ts";
import { serviceMatters } from "./matters-services.ts";

export interface Told {
  readonly text: string;
  readonly kind: Kind;
  readonly place: Place;
}

/** Two tellings, and whether they are about the same matter. */
export interface Pair {
  readonly one: Told;
  readonly other: Told;
  readonly same: boolean;
  readonly group: Group;
}

export const groups = [
  "same matter, other words",
  "same matter, in English",
  "same field, other matter",
  "other field",
  "same words, other province",
  "same words, next commune",
  "other matter, in English",
  "same matter, one in English",
] as const;
export type Group = (typeof groups)[number];
/** Told in two languages, a matter is not recognised; these pairs are counted apart and the docs say so. */
export const limit: Group = "same matter, one in English";

export const matters: readonly Matter[] = [...networkMatters, ...serviceMatters, ...businessMatters, ...livingMatters];

const nowhere: Place = { provinceCode: null, communeCode: null };
const here: Place = { provinceCode: "01", communeCode: "00070" };
const next: Place = { provinceCode: "01", communeCode: "00103" };
const elsewhere: Place = { provinceCode: "79", communeCode: "26740" };
const province: Place = { provinceCode: "01", communeCode: null };
/** What people say of the place, for one pair after the other. */
const manners: readonly Place[] = [here, province, nowhere];

const kindOf = (matter: Matter): Kind =>
  ["business", "research", "farms"].includes(matter.field) && !matter.bound ? "barrier" : "feedback";
const placeOf = (matter: Matter): Place => (matter.bound ? here : nowhere);

const told = (matter: Matter, text: string, place = placeOf(matter)): Told => ({ text, kind: kindOf(matter), place });

/** Every pair of the evaluation, in a fixed order. */
export const pairs: readonly Pair[] = [
  ...matters.flatMap(tellings),
  ...matters.flatMap(inEnglish),
  ...matters.flatMap((matter, at) => matters.slice(at + 1).flatMap((other) => neighbours(matter, other))),
  ...matters.flatMap((matter, at) => [5, 11, 17].map((step) => strangers(matter, at, step))),
  ...matters.filter((matter) => matter.bound).flatMap(otherPlaces),
  ...englishStrangers(),
];

/** Every two of a matter's tellings in Vietnamese. */
function tellings(matter: Matter): Pair[] {
  return matter.vi.flatMap((text, at) =>
    matter.vi.slice(at + 1).map((again, step) => ({
      one: told(matter, again, matter.bound ? manners[(at + step) % manners.length] : nowhere),
      other: told(matter, text),
      same: true,
      group: "same matter, other words" as const,
    })),
  );
}

function inEnglish(matter: Matter): Pair[] {
  if (!matter.en) return [];
  const [first, second] = matter.en;
  return [
    { one: told(matter, second), other: told(matter, first), same: true, group: "same matter, in English" },
    { one: told(matter, second), other: told(matter, matter.vi[0]), same: true, group: limit },
  ];
}

/** Two matters of one field, told in the same place. */
function neighbours(matter: Matter, other: Matter): Pair[] {
  if (matter.field !== other.field) return [];
  const group = "same field, other matter" as const;
  return [0, 1, 2].map((at) => ({
    one: told(matter, matter.vi[(at + 1) % 4] ?? ""),
    other: told(other, other.vi[at] ?? ""),
    same: false,
    group,
  }));
}

function strangers(matter: Matter, at: number, step: number): Pair {
  const other = matters[(at + step) % matters.length] ?? matter;
  const group = matter.field === other.field ? "same field, other matter" : "other field";
  return { one: told(matter, matter.vi[1]), other: told(other, other.vi[0]), same: false, group };
}

/** The same words about another spot: word for word, and told again. */
function otherPlaces(matter: Matter): Pair[] {
  const [first, second, third] = matter.vi;
  const away = (text: string, place: Place, group: Group): Pair => ({
    one: told(matter, text, place),
    other: told(matter, first),
    same: false,
    group,
  });
  return [
    away(first, elsewhere, "same words, other province"),
    away(second, elsewhere, "same words, other province"),
    away(third, elsewhere, "same words, other province"),
    away(second, next, "same words, next commune"),
  ];
}

function englishStrangers(): Pair[] {
  const known = matters.flatMap((matter) => (matter.en ? [{ matter, text: matter.en[0], again: matter.en[1] }] : []));
  return known.flatMap(({ matter, again }, at) =>
    known.slice(at + 1).map((other) => ({
      one: told(matter, again),
      other: told(other.matter, other.text),
      same: false,
      group: "other matter, in English" as const,
    })),
  );
}
