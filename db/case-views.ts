import { dueAt, lastDay, type Standing, standing } from "../app/domain/deadlines.ts";
import { type DeskEvent, type DeskStay, deskStays, type TotalClock, totalClock } from "../app/domain/desks.ts";
import { type Lang, otherLanguage } from "../app/domain/case-kind.ts";
import { isOpen, type Status } from "../app/domain/case-status.ts";
import type { PromiseStanding } from "../app/domain/commitment.ts";
import { answerStateOf } from "../app/domain/published-answer.ts";
import type { AnswerPoint } from "../app/domain/question-points.ts";
import type { Outcome } from "../app/domain/outcome.ts";
import { type Piece, piecesIn } from "../app/domain/segment-state.ts";
import { withoutUndone } from "../app/domain/undo.ts";
import { type Agency, findAgency } from "./agencies.ts";
import { leadOf } from "./agency-tree.ts";
import { latestAnswer } from "./answers.ts";
import { type CaseFile, caseFiles } from "./case-files.ts";
import { promiseStanding } from "./commitments.ts";
import { type CaseRow, findCaseById } from "./cases.ts";
import { type DeadlineRuleRow, loadCalendar, loadRule } from "./deadline-settings.ts";
import { caseStream, type EventRow, listEvents } from "./events.ts";
import { listMessages, type Message } from "./messages.ts";
import { type Publication, publicationOfCase } from "./publications.ts";
import { type OwnMask, ownMasks } from "./own-masks.ts";
import { partsOf } from "./parts.ts";
import { findRating, type Rating } from "./ratings.ts";
import { segmentsOfPublication } from "./segments.ts";
import type { Db } from "./store.server.ts";

/** One line of a case's history as somebody outside the office may read it. No person is ever named. */
export interface TimelineEntry {
  readonly type: string;
  readonly at: Date;
  readonly agencyVi: string;
  readonly agencyEn: string;
  readonly toStatus: Status | null;
}

/** What a case looks like from its dates: shared by every view. */
export interface CaseClock {
  readonly receivedAt: Date;
  /** The last day on which an answer is in time. */
  readonly dueOn: string;
  /** The last day of the promise made at filing: without pauses. */
  readonly promisedOn: string;
  readonly standing: Standing;
  readonly basisVi: string;
  readonly basisEn: string;
  readonly amount: number;
  readonly unit: DeadlineRuleRow["unit"];
  readonly desks: DeskStay[];
  /** By how many units of the rule signed extensions have moved the date. */
  readonly extendedUnits: number;
  /** All the time in which somebody owed an answer. */
  readonly total: TotalClock;
}

export interface SubmitterView {
  readonly row: CaseRow;
  readonly agency: Agency | null;
  readonly clock: CaseClock;
  readonly timeline: TimelineEntry[];
  readonly messages: Message[];
  /** What its sender sent. */
  readonly files: CaseFile[];
  /** With what the agency proves its answers. */
  readonly evidence: CaseFile[];
  readonly answer: {
    readonly body: string;
    readonly lang: Lang;
    readonly outcome: Outcome;
    readonly approvedAt: Date;
    /** The points of the question and what became of each. */
    readonly points: readonly AnswerPoint[];
  } | null;
  /**
   * What is approved and published of the answer in the other language: its text, null until all of it is, and
   * the fields of its outcome. Null unless what is published is the case's answer of today.
   */
  readonly translation: AnswerTranslation | null;
  readonly promise: PromiseStanding | null;
  readonly rating: Rating | null;
  /** What is masked of it on its public page. */
  readonly masks: readonly OwnMask[];
  /** The act with which each message was said, by the message's id. */
  readonly saidWith: ReadonlyMap<number, string>;
  /** How the answer was last judged: taken up again by a person or the system, or upheld; null when it never was. */
  readonly decision: { readonly act: "reopen" | "uphold"; readonly at: Date; readonly words: Message | null } | null;
  /** The case under which this one goes on; what the submitter reads of it is its public page. */
  readonly leadCode: string | null;
  /** The last day on which that case's answer, which is given to this one too, is in time; null once there is none to wait for. */
  readonly jointDueOn: string | null;
  /** The letter from which this one was split, and the parts into which this one was: the same secret opens them all. */
  readonly parentCode: string | null;
  readonly parts: readonly CaseRow[];
}

export interface AnswerTranslation {
  readonly lang: Lang;
  readonly body: string | null;
  /** The translated fields alone. */
  readonly outcome: Readonly<Record<string, readonly Piece[]>>;
}

/** The submitter's own view: everything said to or by them, and the answer once it is approved. */
export async function submitterView(db: Db, row: CaseRow, now: Date): Promise<SubmitterView> {
  const events = await listEvents(db, caseStream(row.id));
  // The answer stays to be read when the case is taken up again.
  const answer = await latestAnswer(db, row.id, "approved");
  const files = await caseFiles(db, row.id);
  const parent = row.parentId === null ? null : await findCaseById(db, row.parentId);
  const lead = row.mergedIntoId === null ? null : await findCaseById(db, row.mergedIntoId);
  const messages = await listMessages(db, row.id, ["submitter", "public"]);
  const decided = events.findLast(({ type }) => type === "reopen" || type === "uphold");
  return {
    row,
    agency: await leadOf(db, row),
    clock: await clockOf(db, row, events, now),
    timeline: withoutUndone(events)
      .filter((event) => event.seenBy !== "office")
      .map(entryOf),
    messages,
    saidWith: new Map(events.map(({ type, data }) => [Number(data.messageId ?? 0), type])),
    decision: decided
      ? {
          act: decided.type === "reopen" ? "reopen" : "uphold",
          at: decided.at,
          words: messages.find(({ id }) => id === decided.data.messageId) ?? null,
        }
      : null,
    files: files.filter(({ evidence }) => !evidence),
    evidence: files.filter(({ evidence }) => evidence),
    answer: answer?.approvedAt
      ? {
          body: answer.body,
          lang: answer.lang,
          outcome: answer.outcome as Outcome,
          approvedAt: answer.approvedAt,
          points: answer.points ?? [],
        }
      : null,
    translation:
      answer && row.published ? await publishedTranslation(db, answer.lang, await publicationOfCase(db, row.id)) : null,
    promise: answer ? await promiseStanding(db, row.id) : null,
    rating: await findRating(db, row),
    masks: await ownMasks(db, row),
    leadCode: lead?.code ?? null,
    jointDueOn: row.status === "merged" && lead && isOpen(lead.status) ? lastDay(lead.dueAt) : null,
    parentCode: parent?.code ?? null,
    parts: await partsOf(db, row.id),
  };
}

async function publishedTranslation(
  db: Db,
  written: Lang,
  publication: Publication | null,
): Promise<AnswerTranslation | null> {
  const state = publication && answerStateOf(publication);
  if (!publication || state === "none" || state === "reopened" || state === "renewed") return null;
  const lang = otherLanguage[written];
  const segments = await segmentsOfPublication(db, publication);
  const parts = new Set(segments.map(({ part }) => part).filter((part) => part.startsWith("outcome.")));
  const outcome = [...parts].flatMap((part): [string, Piece[]][] => {
    const pieces = piecesIn(
      lang,
      segments.filter((one) => one.part === part),
    );
    return pieces.every(({ mark }) => mark === null) ? [[part.slice("outcome.".length), pieces]] : [];
  });
  return {
    lang,
    body: lang === "vi" ? publication.answerVi : publication.answerEn,
    outcome: Object.fromEntries(outcome),
  };
}

export interface PublicView {
  readonly publication: Publication;
  readonly agency: Agency | null;
  readonly clock: CaseClock;
  readonly timeline: TimelineEntry[];
  /** How the promise of the published answer stands. */
  readonly promise: PromiseStanding | null;
  /** When it was last taken up again after an answer. */
  readonly reopenedAt: Date | null;
}

/** What everybody may read of a published case: the projection, and the public part of its history. */
export async function publicView(db: Db, publication: Publication, now: Date): Promise<PublicView | null> {
  const row = await findCaseById(db, publication.caseId);
  if (!row) return null;
  // The desks follow from every move; what is told of them is names and times, never who acted or why.
  const events = await listEvents(db, caseStream(publication.caseId));
  return {
    publication,
    agency: publication.agencyId === null ? null : await findAgency(db, publication.agencyId),
    clock: await clockOf(db, row, events, now),
    timeline: withoutUndone(events)
      .filter((event) => event.seenBy === "public")
      .map(entryOf),
    promise: publication.outcomeKind === "commitment" ? await promiseStanding(db, row.id) : null,
    reopenedAt: events.findLast((event) => event.type === "reopen")?.at ?? null,
  };
}

/** The dates of a case from its facts and its history. */
export async function clockOf(db: Db, row: CaseRow, events: readonly EventRow[], now: Date): Promise<CaseClock> {
  const calendar = await loadCalendar(db, row.calendarVersion);
  const rule = await loadRule(db, row.ruleId);
  const moves = withoutUndone(events).map(deskEventOf);
  return {
    receivedAt: row.receivedAt,
    dueOn: lastDay(row.dueAt),
    promisedOn: lastDay(dueAt(rule, row.receivedAt, calendar)),
    standing: standing(row, now, calendar),
    basisVi: rule.basisVi,
    basisEn: rule.basisEn,
    amount: rule.amount,
    unit: rule.unit,
    extendedUnits: row.extendedUnits,
    desks: deskStays(moves, now, calendar),
    total: totalClock(moves, now),
  };
}

/** What an event tells of the desks. */
export function deskEventOf(event: EventRow): DeskEvent {
  const { holderId, holderVi, holderEn, allowanceDueAt } = event.data;
  const holder =
    typeof holderId === "number" ? { id: holderId, vi: String(holderVi ?? ""), en: String(holderEn ?? "") } : null;
  const ends = typeof allowanceDueAt === "string" ? new Date(allowanceDueAt) : null;
  return { at: event.at, toStatus: event.toStatus, holder, allowanceDueAt: ends };
}

/** What an event tells whoever is outside the office. */
export function entryOf(event: EventRow): TimelineEntry {
  const { type, at, agencyVi, agencyEn, toStatus } = event;
  const { holderVi, holderEn } = event.data;
  const assigned = type === "assign" && typeof holderVi === "string" && typeof holderEn === "string";
  return { type, at, toStatus, agencyVi: assigned ? holderVi : agencyVi, agencyEn: assigned ? holderEn : agencyEn };
}
