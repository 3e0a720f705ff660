import { type Calendar, localDate, workingDaysBetween } from "./calendar.ts";
import type { Kind } from "./case-kind.ts";

/**
 * What the statistics count of a case. Everything follows from the case as it
 * is now and from its events, so that the counters can be compared with the
 * cases at any time. A part of a split letter is not counted: the letter is.
 */
export const measures = [
  "received",
  /** The case came to an agency as the one that answers for it: once for each agency. */
  "assigned",
  /** The first answer, with how it stood to the promise, how long it took and what came of it. */
  "answered",
  /** An agency said "not ours". */
  "refused",
  /** Taken up again after an answer. */
  "reopened",
  "declined",
  /** One rating for each round of answers. */
  "rated",
  /** A reason that was given with a rating; any number with each. */
  "reason",
] as const;
export type Measure = (typeof measures)[number];

/** Under what a case is counted: as it is classified now, whenever the act was. */
export interface CaseFeatures {
  readonly kind: Kind;
  readonly provinceCode: string | null;
  readonly field: string | null;
  readonly bottleneck: string | null;
}

export interface CountedCase extends CaseFeatures {
  readonly agencyId: number | null;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly parentId?: number | null;
}

export interface CountedEvent {
  readonly position: number;
  readonly type: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** How many cases share all features, in a month of Viet Nam; "" and 0 stand for none. */
export interface Figure {
  readonly month: string;
  readonly measure: Measure;
  readonly kind: Kind;
  readonly provinceCode: string;
  readonly field: string;
  readonly bottleneck: string;
  readonly agencyId: number;
  readonly detail: string;
  readonly n: number;
}

/** The events from which figures follow. */
export const countedTypes: readonly string[] = [
  "submit",
  "assign",
  "arbitrate",
  "succeed",
  "answer",
  "approve",
  "relay",
  "refuse",
  "reopen",
  "decline",
  "rate",
  "undo",
];

/** Working days are told one by one up to here. */
export const MOST_DAYS = 250;

/** All figures of a case. `events` are its events of `countedTypes`, in order. */
export function figuresOf(row: CountedCase, events: readonly CountedEvent[], calendar: Calendar): Figure[] {
  if (row.parentId) return [];
  const undone = new Set(events.filter((event) => event.type === "undo").map((event) => event.data.undoneVersion));
  const figures: Figure[] = [];
  const add = (measure: Measure, at: Date, agencyId: number, detail = "") =>
    figures.push({
      month: localDate(at).slice(0, 7),
      measure,
      kind: row.kind,
      provinceCode: row.provinceCode ?? "",
      field: row.field ?? "",
      bottleneck: row.bottleneck ?? "",
      agencyId,
      detail,
      n: 1,
    });
  add("received", row.receivedAt, 0);

  let lead = 0;
  let answered = false;
  const came = new Set<number>();
  const outcomes = new Map<unknown, string>();
  for (const { position, type, at, data } of events) {
    if (undone.has(position)) continue;
    switch (type) {
      case "assign":
      case "arbitrate":
      case "succeed":
        lead = typeof data.agencyId === "number" ? data.agencyId : 0;
        if (lead !== 0 && !came.has(lead)) add("assigned", at, lead);
        came.add(lead);
        break;
      case "answer":
        outcomes.set(data.answerId, textOf(data.outcome));
        break;
      case "approve":
      case "relay": {
        if (type === "relay") lead = typeof data.agencyId === "number" ? data.agencyId : (row.agencyId ?? lead);
        if (answered) break;
        answered = true;
        const inTime = typeof data.inTime === "boolean" ? data.inTime : at < row.dueAt;
        const days = Math.max(0, workingDaysBetween(localDate(row.receivedAt), localDate(at), calendar));
        const outcome = textOf(data.outcome) || (outcomes.get(data.answerId) ?? "");
        add("answered", at, lead, answerDetail({ inTime, days: Math.min(days, MOST_DAYS), outcome }));
        break;
      }
      case "refuse":
        add("refused", at, lead);
        break;
      case "reopen":
        add("reopened", at, lead);
        break;
      case "decline":
        add("declined", at, 0);
        break;
      case "rate":
        add("rated", at, lead, `${Number(data.level)}.${data.solved === true ? "yes" : "no"}`);
        for (const reason of textOf(data.reasons).split(" ").filter(Boolean)) add("reason", at, lead, reason);
        break;
    }
  }
  return figures;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export interface AnswerDetail {
  readonly inTime: boolean;
  /** Working days after the day of receipt up to the day of the answer. */
  readonly days: number;
  /** The kind of outcome; "" where it is not known. */
  readonly outcome: string;
}

const answerDetail = ({ inTime, days, outcome }: AnswerDetail) => `${inTime ? "yes" : "no"}.${days}.${outcome}`;

export function readAnswerDetail(detail: string): AnswerDetail {
  const [inTime, days, outcome = ""] = detail.split(".");
  return { inTime: inTime === "yes", days: Number(days), outcome };
}

export function readRatingDetail(detail: string): { level: number; solved: boolean } {
  const [level, solved] = detail.split(".");
  return { level: Number(level), solved: solved === "yes" };
}

/** All features of a figure as one key. */
export function figureKey(one: Omit<Figure, "n">): string {
  const { month, measure, kind, provinceCode, field, bottleneck, agencyId, detail } = one;
  return [month, measure, kind, provinceCode, field, bottleneck, agencyId, detail].join("|");
}

/** Figures with the same features as one; those that come to nothing are left out. */
export class FigureSums {
  readonly #sums = new Map<string, Figure>();

  add(figure: Figure, times = 1): void {
    const key = figureKey(figure);
    const n = (this.#sums.get(key)?.n ?? 0) + figure.n * times;
    if (n === 0) this.#sums.delete(key);
    else this.#sums.set(key, { ...figure, n });
  }

  /** In a lasting order: whoever writes them locks rows in the same order as everybody else. */
  list(): Figure[] {
    return [...this.#sums].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, figure]) => figure);
  }
}
