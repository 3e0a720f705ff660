import { type Kind, kinds } from "./case-kind.ts";
import { openStatuses, type Status, statuses } from "./case-status.ts";
import type { OutcomeKind } from "./outcome.ts";

/**
 * How cases look through Open311 GeoReport v2 (and the updates extension that
 * FixMyStreet speaks): codes of services, statuses, times.
 */

/** A service is a kind of submission about a field of life. */
export interface Service {
  readonly kind: Kind;
  readonly field: string;
}

/** The field under which cases without one are told. */
export const OTHER_FIELD = "other";

export const serviceCode = (kind: Kind, field: string | null): string => `${kind}-${field ?? OTHER_FIELD}`;

/** What a service code says, or null when it can be none; whether the field is known is for the list of terms to say. */
export function readServiceCode(code: string): Service | null {
  const [, first, field] = /^([a-z]+)-([\w.-]{1,40})$/.exec(code) ?? [];
  const kind = kinds.find((known) => known === first);
  return kind && field ? { kind, field } : null;
}

export const openness = ["open", "closed"] as const;
export type Openness = (typeof openness)[number];

/** A disputed answer is not the end of a request. */
const open: readonly Status[] = [...openStatuses, "disputed"];

export const opennessOf = (status: Status): Openness => (open.includes(status) ? "open" : "closed");

export function statusesOf(wanted: Openness): readonly Status[] {
  return statuses.filter((status) => opennessOf(status) === wanted);
}

/** The status of an update in the words of mySociety's extension. `outcome` is the published one, or null. */
export function updateStatus(status: Status, outcome: OutcomeKind | null): string {
  switch (status) {
    case "submitted":
      return "OPEN";
    case "assigned":
    case "waiting":
      return "INVESTIGATING";
    case "in_progress":
    case "awaiting_approval":
      return "IN_PROGRESS";
    case "declined":
      return "NO_FURTHER_ACTION";
    case "withdrawn":
      return "CANCELLED";
    case "merged":
      return "DUPLICATE";
    case "disputed":
      return "INTERNAL_REFERRAL";
    case "answered":
    case "closed":
      return outcome === null ? "CLOSED" : endings[outcome];
  }
}

const endings: Record<OutcomeKind, string> = {
  solved: "FIXED",
  explained: "NO_FURTHER_ACTION",
  not_accepted: "NO_FURTHER_ACTION",
  referred: "NOT_COUNCILS_RESPONSIBILITY",
  commitment: "ACTION_SCHEDULED",
};

/** The places in a history at which a publication showed an answer that none had shown since it was given. */
export function showsNewAnswer(
  history: readonly {
    readonly type: string;
    readonly position: number;
    readonly data: Readonly<Record<string, unknown>>;
  }[],
): Set<number> {
  const places = new Set<number>();
  let shown = false;
  for (const { type, position, data } of history) {
    if (type === "approve") shown = false;
    if (type !== "publish" || data.withAnswer !== true || shown) continue;
    shown = true;
    places.add(position);
  }
  return places;
}

const OFFSET_MS = 7 * 3600 * 1000;

/** A moment as W3C writes it, in the time of Viet Nam, to the second: fractions stop some parsers. */
export function w3cTime(at: Date): string {
  return `${new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}

const W3C = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A moment as clients write it: W3C with its zone; without one it is the time
 * of Viet Nam; a day alone is its first second, or its last as the `end` of a
 * range. Fractions are dropped. A space may stand where an address has lost its
 * plus sign. Null for anything else.
 */
export function readMoment(typed: string, end = false): Date | null {
  const [, day, minutes, seconds = "00", zone = "+07:00"] = W3C.exec(withPlus(typed.trim())) ?? [];
  if (day === undefined) return null;
  const time = minutes === undefined ? (end ? "23:59:59" : "00:00:00") : `${minutes}:${seconds}`;
  const offset = zone.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2");
  const at = new Date(`${day}T${time}${offset}`);
  if (Number.isNaN(at.getTime())) return null;
  // Days that are not in the calendar would roll over into the next month.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? at : null;
}

/** `2026-11-21T09:00:00 07:00` is what is left of `+07:00` when a client does not escape it. */
const withPlus = (typed: string): string =>
  typed.replace(/ (\d{2}:?\d{2})$/, (whole, zone: string, at: number) => (at > 10 ? `+${zone}` : whole));

/** A degree as clients write it, in millionths; null when it is none or beyond `most`. */
export function readDegrees(typed: string, most: 90 | 180): number | null {
  const plain = typed.trim();
  if (!/^[+-]?(\d{1,3}(\.\d{0,20})?|\.\d{1,20})$/.test(plain)) return null;
  const degrees = Number(plain);
  return Math.abs(degrees) <= most ? Math.round(degrees * 1e6) : null;
}
