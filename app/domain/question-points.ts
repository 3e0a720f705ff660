import { z } from "zod";
import { choice, isoDate, line, optional, paragraphs } from "./fields.ts";
import { cleanLine } from "./text.ts";

/** What becomes of a point of the question: still open, answered, for another body to answer, or put off until a day. */
export const pointStates = ["open", "answered", "elsewhere", "deferred"] as const;
export type PointState = (typeof pointStates)[number];

/** A point as an answer keeps it. */
export interface AnswerPoint {
  readonly text: string;
  readonly state: PointState;
  readonly body: string | null;
  readonly until: string | null;
  readonly note: string | null;
}

/** The most points that one question has. */
export const MOST_POINTS = 20;
const LONGEST_POINT = 600;
const MOST_SENTENCES = 60;

export const pointText = line(LONGEST_POINT, 3);

/** What an officer says of one point. */
export const pointInput = z.object({
  state: choice(pointStates),
  body: optional(line(200)),
  until: optional(isoDate),
  note: optional(paragraphs(1000)),
});
export type PointInput = z.infer<typeof pointInput>;

/**
 * What still keeps an answer from being handed in, by field: each point is
 * answered, pointed to another body by its name, or deferred until a later day.
 */
export function pointErrors(point: Omit<AnswerPoint, "text">, today: string): Record<string, string> {
  if (point.state === "open") return { state: "open" };
  if (point.state === "elsewhere" && !point.body) return { body: "empty" };
  if (point.state === "deferred" && !point.until) return { until: "empty" };
  if (point.state === "deferred" && point.until && point.until <= today) return { until: "past" };
  return {};
}

/** What belongs to a state and nothing else: a body to "elsewhere", a day to "deferred". */
export function tidyPoint({ state, body, until, note }: PointInput): Omit<AnswerPoint, "text"> {
  return {
    state,
    body: state === "elsewhere" ? (body ?? null) : null,
    until: state === "deferred" ? (until ?? null) : null,
    note: note ?? null,
  };
}

/** The sentences of a question, for marking its points with one press each. */
export function sentencesOf(content: string): string[] {
  const sentences = content
    .split(/\n+|(?<=[.?!;…])\s+(?=\p{Lu}|\d|[-–•*])/u)
    .map((sentence) => cleanLine(sentence).replace(/^(?:[-–•*]|\d{1,2}[.)])\s+/u, ""))
    .filter((sentence) => sentence.length >= 10)
    .map((sentence) => sentence.slice(0, LONGEST_POINT));
  return [...new Set(sentences)].slice(0, MOST_SENTENCES);
}
