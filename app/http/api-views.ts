import type { z } from "zod";
import { otherLanguage } from "../domain/case-kind.ts";
import { type Kept, piecesIn, progressOf } from "../domain/segment-state.ts";
import { answerStands, answerStateOf } from "../domain/published-answer.ts";
import type { PromiseStanding } from "../domain/commitment.ts";
import { canDispute } from "../domain/dispute.ts";
import { publishedMasks } from "../domain/published-masks.ts";
import { lastDay, type Standing } from "../domain/deadlines.ts";
import type { DeskStay } from "../domain/desks.ts";
import { actsFor } from "../domain/permissions.ts";
import type { Agency } from "../../db/agencies.ts";
import type { CaseFile } from "../../db/case-files.ts";
import { scopeOf } from "../../db/cases.ts";
import type { CaseClock, PublicView, SubmitterView, TimelineEntry } from "../../db/case-views.ts";
import type { Message } from "../../db/messages.ts";
import type { PublicationSummary } from "../../db/publication-lists.ts";
import { submitterActNames } from "./api-case-shapes.ts";
import type * as caseShape from "./api-case-shapes.ts";
import type * as publicShape from "./api-public-shapes.ts";
import type * as shape from "./api-shapes.ts";

type Json<S extends z.ZodType> = z.infer<S>;

/** Views of the database as the API answers with them: allow-lists, times as RFC 3339 in UTC. */
export function submitterJson(view: SubmitterView, now: Date): Json<typeof caseShape.submitterCase> {
  const { row, answer, rating } = view;
  return {
    code: row.code,
    kind: row.kind,
    status: row.status,
    lang: row.lang,
    title: row.title,
    content: row.content,
    details: row.details,
    contentSha256: row.contentSha256,
    reporterType: row.reporterType,
    agency: view.agency ? agencyRefJson(view.agency) : null,
    receivedAt: row.receivedAt.toISOString(),
    answeredAt: isoOrNull(row.answeredAt),
    deadline: deadlineJson(view.clock, row.dueAt),
    replyBy: row.waitUntil ? lastDay(row.waitUntil) : null,
    timeline: view.timeline.map(timelineJson),
    desks: view.clock.desks.map(deskJson),
    messages: view.messages.flatMap(messageJson),
    attachments: view.files.map(attachmentJson),
    evidence: view.evidence.map(attachmentJson),
    answer: answer ? { ...answer, points: [...answer.points], approvedAt: answer.approvedAt.toISOString() } : null,
    rating: rating ? { level: rating.level, solved: rating.solved, comment: rating.comment } : null,
    translation: view.translation && { body: view.translation.body, lang: view.translation.lang },
    promise: promiseJson(view.promise),
    disputeBy: row.closeAt && canDispute(row, now) ? lastDay(row.closeAt) : null,
    decidedBy: row.disputeDueAt && lastDay(row.disputeDueAt),
    leadCode: view.leadCode,
    jointDueOn: view.jointDueOn,
    parentCode: view.parentCode,
    parts: view.parts.map(({ code, title, textLang, status }) => ({ code, title, lang: textLang, status })),
    published: row.published,
    masks: view.masks.map(({ id, field, words, reason, note, objection }) => ({
      id,
      field,
      words,
      reason,
      note,
      objection,
    })),
    acts: submitterActsNow(view, now),
  };
}

/** What the submitter may do now, as the page of their case offers it. */
function submitterActsNow({ row, rating, masks }: SubmitterView, now: Date) {
  const may = new Set<string>(actsFor({ kind: "submitter", caseId: row.id }, scopeOf(row)));
  return submitterActNames.filter((act) => {
    if (!may.has(act) || (act === "rate" && rating !== null)) return false;
    if (act === "dispute") return canDispute(row, now);
    return act !== "contest-mask" || masks.some(({ objection }) => objection === null || objection === "kept");
  });
}

export function attachmentJson({ id, name, type, size, state, refusal, scan, open }: CaseFile) {
  return { id, name, type, size, state, refusal, scan, open };
}

export function publicSummaryJson(
  item: PublicationSummary,
  agency: Agency | null,
  publicUrl: string,
): Json<typeof publicShape.publicSummary> {
  return {
    code: item.code,
    kind: item.kind,
    status: item.status,
    lang: item.lang,
    title: { vi: item.titleVi, en: item.titleEn },
    field: item.field,
    bottleneck: item.bottleneck,
    technology: item.technology,
    readiness: item.readiness,
    provinceCode: item.provinceCode,
    communeCode: item.communeCode,
    agency: agency ? agencyRefJson(agency) : null,
    outcomeKind: answerStands(item) ? item.outcomeKind : null,
    answerState: answerStateOf(item),
    rating: ratingJson(item),
    followers: item.followers,
    confirmedFollowers: item.confirmedFollowers,
    receivedOn: item.receivedOn,
    dueOn: lastDay(item.dueAt),
    answeredAt: isoOrNull(item.answeredAt),
    publishedAt: item.publishedAt.toISOString(),
    updatedAt: item.updatedAt.toISOString(),
    url: { vi: `${publicUrl}/vi/cases/${item.code}`, en: `${publicUrl}/en/cases/${item.code}` },
  };
}

export function publicJson(
  view: PublicView,
  segments: readonly Kept[],
  provisions: Json<typeof publicShape.publicCase>["provisions"],
  publicUrl: string,
): Json<typeof publicShape.publicCase> {
  const { publication: p, promise } = view;
  return {
    ...publicSummaryJson(p, view.agency, publicUrl),
    question: { vi: p.questionVi, en: p.questionEn },
    answer: p.answerVi === null && p.answerEn === null ? null : { vi: p.answerVi, en: p.answerEn },
    outcome: p.outcomeVi || p.outcomeEn ? { vi: p.outcomeVi, en: p.outcomeEn } : null,
    translation: translationJson(p, segments),
    masks: masksJson(p),
    promise: promiseJson(promise),
    provisions,
    proofUrl: `${publicUrl}/ledger/cases/${p.code}.json`,
    reopenedAt: isoOrNull(view.reopenedAt),
    deadline: deadlineJson(view.clock, p.dueAt),
    timeline: view.timeline.map(timelineJson),
    desks: view.clock.desks.map(deskJson),
  };
}

const promiseJson = (promise: PromiseStanding | null) =>
  promise && { state: promise.state, promisedOn: promise.promisedOn, firstOn: promise.firstOn };

function masksJson(publication: PublicView["publication"]): Json<typeof publicShape.publicCase>["masks"] {
  const { title, question, answer, outcome } = publishedMasks(publication);
  return {
    title: [...(title ?? [])],
    question: [...(question ?? [])],
    answer: [...(answer ?? [])],
    outcome: Object.fromEntries(Object.entries(outcome).map(([field, reasons]) => [field, [...reasons]])),
  };
}

function translationJson(
  { lang }: PublicView["publication"],
  kept: readonly Kept[],
): Json<typeof publicShape.publicCase>["translation"] {
  const { segments, approved, stale } = progressOf(kept);
  const texts = kept.map((one) => {
    const [shown] = piecesIn(otherLanguage[one.lang], [one]);
    const state = shown?.mark ?? ("translated" as const);
    const translation = state === "translated" ? (shown?.text ?? null) : null;
    return { part: one.part, lang: one.lang, source: one.source, translation, state, machine: shown?.machine === true };
  });
  return { authoritative: lang, segments, approved, stale, texts };
}

export function agencyRefJson(agency: Agency): Json<typeof shape.agencyRef> {
  const { id, code, nameVi, nameEn, abbreviation } = agency;
  return { id, code, name: { vi: nameVi, en: nameEn }, abbreviation };
}

export function deadlineJson(clock: CaseClock, dueAt: Date): Json<typeof shape.deadline> {
  const { dueOn, promisedOn, amount, unit, basisVi, basisEn } = clock;
  const basis = { vi: basisVi, en: basisEn };
  return { dueAt: dueAt.toISOString(), dueOn, promisedOn, amount, unit, basis, standing: standingJson(clock.standing) };
}

export function standingJson(standing: Standing): Json<typeof shape.standing> {
  return {
    kind: standing.kind,
    daysLeft: "daysLeft" in standing ? standing.daysLeft : null,
    daysLate: "daysLate" in standing ? standing.daysLate : null,
  };
}

export function timelineJson(entry: TimelineEntry): Json<typeof shape.timelineEntry> {
  const { type, at, toStatus } = entry;
  return { type, at: at.toISOString(), toStatus, agency: wordsOrNull(entry.agencyVi, entry.agencyEn) };
}

export function deskJson(stay: DeskStay): Json<typeof shape.deskStay> {
  return {
    desk: stay.desk,
    agency: { vi: stay.agencyVi, en: stay.agencyEn },
    from: stay.from.toISOString(),
    until: isoOrNull(stay.until),
    workingDays: Math.max(stay.days, 0),
    minutes: Math.max(stay.minutes, 0),
    allowanceDueAt: isoOrNull(stay.allowanceDueAt),
    late: stay.late,
  };
}

type SubmitterMessage = Json<typeof caseShape.submitterCase>["messages"][number];

/** Notes are the office's; officers are never named. */
function messageJson({ kind, body, lang, at, agencyVi, agencyEn }: Message): SubmitterMessage[] {
  if (kind === "note") return [];
  const fromSubmitter = agencyVi === "" && agencyEn === "";
  const agency = wordsOrNull(agencyVi, agencyEn);
  return [{ kind, body, lang, from: fromSubmitter ? "submitter" : "agency", agency, at: at.toISOString() }];
}

function ratingJson(item: {
  ratingLevel: number | null;
  ratingSolved: boolean | null;
}): Json<typeof shape.rating> | null {
  if (item.ratingLevel === null || item.ratingSolved === null) return null;
  return { level: item.ratingLevel, solved: item.ratingSolved };
}

export const wordsOrNull = (vi: string, en: string) => (vi === "" && en === "" ? null : { vi, en });

export const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;
