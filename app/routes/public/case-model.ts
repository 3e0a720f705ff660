import type { Kind, Lang } from "../../domain/case-kind.ts";
import type { Status } from "../../domain/case-status.ts";
import { lastDay, type Standing } from "../../domain/deadlines.ts";
import { canDispute, isDisagreement } from "../../domain/dispute.ts";
import { may } from "../../domain/permissions.ts";
import { toldInOrder } from "../../domain/told-events.ts";
import { type ProgressStep, progressOf } from "../../domain/progress.ts";
import type { AnswerRow } from "../../http/answer-rows.ts";
import type { CaseFile } from "../../../db/case-files.ts";
import { scopeOf } from "../../../db/cases.ts";
import type { CaseClock, SubmitterView, TimelineEntry } from "../../../db/case-views.ts";
import { type DeskRow, deskRow } from "../../http/desk-rows.ts";
import type { TotalClock } from "../../domain/desks.ts";

/** What a page shows of the dates and the way of a case, in the language of its reader. */
export interface CaseWay {
  readonly status: Status;
  readonly receivedAt: Date;
  readonly dueOn: string;
  readonly promisedOn: string;
  readonly standing: Standing;
  readonly basis: string;
  /** The time limit in working days; undefined when it is in calendar days. */
  readonly allowed: number | undefined;
  readonly holder: string;
  readonly desks: readonly DeskRow[];
  /** Minutes in which somebody owed an answer, and those of them in which the submitter had a question. */
  readonly total: TotalClock;
  /** Signed extensions have moved the date. */
  readonly extended: boolean;
  readonly progress: readonly {
    key: ProgressStep;
    state: "done" | "current" | "todo";
    at: Date | null;
    agency: string;
  }[];
  /** `told` is the key of its words. */
  readonly events: readonly { type: string; told: string; at: Date; agency: string }[];
}

interface Named {
  readonly agencyVi: string;
  readonly agencyEn: string;
}

/** The way of a case from its clock and its history. */
export function wayOf(status: Status, clock: CaseClock, timeline: readonly TimelineEntry[], lang: Lang): CaseWay {
  const nameOf = (item: Named) => (lang === "en" ? item.agencyEn : item.agencyVi);
  const desks = clock.desks.map((stay) => deskRow(stay, lang));
  return {
    status,
    receivedAt: clock.receivedAt,
    dueOn: clock.dueOn,
    promisedOn: clock.promisedOn,
    standing: clock.standing,
    basis: lang === "en" ? clock.basisEn : clock.basisVi,
    allowed: clock.unit === "working_days" ? clock.amount : undefined,
    holder: desks.find((desk) => desk.until === null)?.agency ?? "",
    desks,
    total: clock.total,
    extended: clock.extendedUnits > 0,
    progress: progressOf(status, timeline).map((step) => ({
      key: step.key,
      state: step.state,
      at: step.at,
      agency: nameOf(step),
    })),
    events: toldInOrder(timeline).map((event) => ({
      type: event.type,
      told: event.told,
      at: event.at,
      agency: nameOf(event),
    })),
  };
}

/** What the submitter sees of their case: an allow-list, for the page and for nobody else. */
export interface OwnCase {
  readonly code: string;
  readonly kind: Kind;
  readonly title: string;
  readonly content: string;
  /** The kind's own answers, in words. */
  readonly answers: readonly AnswerRow[];
  readonly lang: Lang;
  readonly contentSha256: string;
  readonly agency: string;
  readonly way: CaseWay;
  readonly waitUntil: Date | null;
  readonly pausedAt: Date | null;
  readonly question: string | null;
  readonly files: readonly CaseFile[];
  /** With what the agency proves its answers. */
  readonly evidence: readonly CaseFile[];
  readonly messages: readonly {
    kind: string;
    /** The act with which it was said. */
    act: string;
    body: string;
    lang: Lang;
    agency: string;
    at: Date;
  }[];
  readonly answer: SubmitterView["answer"];
  readonly translation: SubmitterView["translation"];
  readonly promise: SubmitterView["promise"];
  readonly rating: { level: number; solved: boolean } | null;
  readonly published: boolean;
  /** What is masked of it on its public page. */
  readonly masks: SubmitterView["masks"];
  /** Who may know who sent it. */
  readonly sender: "anonymous" | "hidden" | "open" | "erased";
  readonly leadCode: string | null;
  /** By when the answer of the case with which it was joined is promised; null when there is none to wait for. */
  readonly jointDueOn: string | null;
  /** Somebody at a desk filed it and knows its secret. */
  readonly filedFor: boolean;
  readonly parentCode: string | null;
  readonly parts: readonly { code: string; title: string; lang: Lang; status: Status }[];
  /** The answer shown is that of an earlier round: the case was taken up again. */
  readonly reopened: boolean;
  /** How the answer was last judged, with the words of who did so; null when that is over or never was. */
  readonly decision: { act: "reopen" | "uphold"; at: Date; body: string | null; lang: Lang } | null;
  /** The last day to dispute the answer; null when that is not possible. */
  readonly disputeBy: string | null;
  /** By when a dispute is decided; null when none is open. */
  readonly decidedBy: string | null;
  readonly disagreement: boolean;
  readonly may: {
    reply: boolean;
    supplement: boolean;
    rate: boolean;
    object: boolean;
    withdraw: boolean;
    erase: boolean;
  };
}

function senderOf(row: SubmitterView["row"]): OwnCase["sender"] {
  if (row.reporterType === "anonymous") return "anonymous";
  if (row.identityErasedAt !== null) return "erased";
  return row.identityHidden ? "hidden" : "open";
}

/** Told while it stands: until there is a new answer, or for as long as the two disagree. */
function decisionOf({ row, decision }: SubmitterView, reopened: boolean): OwnCase["decision"] {
  const stands = decision?.act === "reopen" ? reopened : isDisagreement(row);
  if (!decision || !stands) return null;
  const { act, at, words } = decision;
  return { act, at, body: words?.body ?? null, lang: words?.lang ?? "vi" };
}

export function ownCase(view: SubmitterView, lang: Lang, answers: readonly AnswerRow[], now: Date): OwnCase {
  const { row, agency, clock, timeline, messages, answer, rating, leadCode } = view;
  const actor = { kind: "submitter", caseId: row.id } as const;
  const mayNow = (act: "reply" | "supplement" | "rate" | "object" | "withdraw" | "erase-identity") =>
    may(actor, act, scopeOf(row));
  const reopened = row.round > 1 && row.answeredAt === null;
  const asked = row.status === "waiting" ? messages.findLast((message) => message.kind === "question") : undefined;
  return {
    code: row.code,
    kind: row.kind,
    title: row.title,
    content: row.content,
    answers,
    lang: row.textLang,
    contentSha256: row.contentSha256,
    agency: (lang === "en" ? agency?.nameEn : agency?.nameVi) ?? "",
    way: wayOf(row.status, clock, timeline, lang),
    waitUntil: row.waitUntil,
    pausedAt: row.pausedAt,
    question: asked?.body ?? null,
    files: view.files,
    evidence: view.evidence,
    messages: messages.map((message) => ({
      kind: message.kind,
      act: view.saidWith.get(message.id) ?? "",
      body: message.body,
      lang: message.lang,
      agency: lang === "en" ? message.agencyEn : message.agencyVi,
      at: message.at,
    })),
    answer,
    translation: view.translation,
    promise: view.promise,
    rating: rating && { level: rating.level, solved: rating.solved },
    published: row.published,
    masks: view.masks,
    sender: senderOf(row),
    leadCode,
    jointDueOn: view.jointDueOn,
    filedFor: row.clerkId !== null,
    parentCode: view.parentCode,
    parts: view.parts.map(({ code, title, textLang, status }) => ({ code, title, lang: textLang, status })),
    reopened,
    decision: decisionOf(view, reopened),
    disputeBy: row.closeAt && canDispute(row, now) ? lastDay(row.closeAt) : null,
    decidedBy: row.disputeDueAt && lastDay(row.disputeDueAt),
    disagreement: isDisagreement(row),
    may: {
      reply: mayNow("reply"),
      supplement: mayNow("supplement"),
      rate: mayNow("rate") && rating === null,
      object: mayNow("object"),
      withdraw: mayNow("withdraw"),
      erase: mayNow("erase-identity"),
    },
  };
}
