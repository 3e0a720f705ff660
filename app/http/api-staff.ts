import type { z } from "zod";
import { standing } from "../domain/deadlines.ts";
import { actsFor, mayView, type StaffActor } from "../domain/permissions.ts";
import { type Agency, agencyNames, findAgency } from "../../db/agencies.ts";
import { latestAnswer } from "../../db/answers.ts";
import { actorByToken } from "../../db/api-tokens.ts";
import { type CaseRow, findCaseById, type QueueRow, scopeOf } from "../../db/cases.ts";
import { clockOf } from "../../db/case-views.ts";
import { loadCalendar } from "../../db/deadline-settings.ts";
import { caseStream, type EventRow, listEvents } from "../../db/events.ts";
import { listMessages, type Message } from "../../db/messages.ts";
import { type Publication, publicationOfCase } from "../../db/publications.ts";
import { findRating } from "../../db/ratings.ts";
import type { Db } from "../../db/store.server.ts";
import { type Call, refuse } from "./api-call.ts";
import type * as shape from "./api-shapes.ts";
import { agencyRefJson, deadlineJson, deskJson, isoOrNull, standingJson, wordsOrNull } from "./api-views.ts";

type StaffCase = z.infer<typeof shape.staffCase>;

/** The owner of the call's bearer token, with the rights they have now. Throws 401. */
export async function staffOf(call: Call): Promise<StaffActor> {
  const header = call.request.headers.get("Authorization");
  const token = /^Bearer ([\w.~+/=-]{20,200})$/i.exec(header ?? "")?.[1];
  const actor = token ? await actorByToken(call.portal.store.read, token, "staff") : null;
  if (actor) return actor;
  const reason = header === null ? "" : ', error="invalid_token"';
  throw refuse(call, "unauthorized", { headers: { "WWW-Authenticate": `Bearer realm="cau-noi"${reason}` } });
}

/** The version named by `If-Match`, which every command needs: nobody decides on what they have not read. Throws 428. */
export function versionOf(call: Call): number {
  const version = /^(?:W\/)?"?(\d{1,15})"?$/.exec(call.request.headers.get("If-Match")?.trim() ?? "")?.[1];
  if (version === undefined) throw refuse(call, "version-needed");
  return Number(version);
}

export const versionTag = (row: Pick<CaseRow, "version">): Record<string, string> => ({ ETag: `"${row.version}"` });

/** Lines of the queue. */
export async function queueJson(
  db: Db,
  rows: readonly QueueRow[],
  now: Date,
): Promise<z.infer<typeof shape.staffSummary>[]> {
  const agencies = await agencyNames(
    db,
    rows.map((row) => row.agencyId),
  );
  const items: z.infer<typeof shape.staffSummary>[] = [];
  for (const row of rows) {
    const calendar = await loadCalendar(db, row.calendarVersion);
    const agency = row.agencyId === null ? null : (agencies.get(row.agencyId) ?? null);
    items.push({ ...summaryFields(row, agency), standing: standingJson(standing(row, now, calendar)) });
  }
  return items;
}

/** All of a case that this person may see, and the commands that they may call on it now; null when it is not theirs to see. */
export async function staffCaseJson(db: Db, actor: StaffActor, row: CaseRow, now: Date): Promise<StaffCase | null> {
  if (!mayView(actor, scopeOf(row))) return null;
  const events = await listEvents(db, caseStream(row.id));
  const clock = await clockOf(db, row, events, now);
  const agency = row.agencyId === null ? null : await findAgency(db, row.agencyId);
  const messages = await listMessages(db, row.id, ["public", "submitter", "office"]);
  const publication = await publicationOfCase(db, row.id);
  const rating = await findRating(db, row.id);
  const lead = row.mergedIntoId === null ? null : await findCaseById(db, row.mergedIntoId);
  return {
    ...summaryFields(row, agency),
    standing: standingJson(clock.standing),
    content: row.content,
    details: row.details,
    contentSha256: row.contentSha256,
    bottleneck: row.bottleneck,
    address: row.address,
    reporterType: row.reporterType,
    publishConsent: row.publishConsent,
    refusals: row.refusals,
    deadline: deadlineJson(clock, row.dueAt),
    waitUntil: isoOrNull(row.waitUntil),
    answeredAt: isoOrNull(row.answeredAt),
    closedAt: isoOrNull(row.closedAt),
    leadCode: lead?.code ?? null,
    timeline: events.map(eventJson),
    desks: clock.desks.map(deskJson),
    messages: messages.map(messageJson),
    answer: await answerJson(db, actor, row),
    publication: publication ? publicationJson(publication) : null,
    rating: rating ? { level: rating.level, solved: rating.solved, comment: rating.comment } : null,
    acts: actsFor(actor, scopeOf(row)).filter((act) => act !== "view"),
  };
}

function summaryFields(row: QueueRow, agency: Agency | null) {
  const { code, kind, status, title, lang, field, provinceCode, communeCode, heldReason, published, version } = row;
  return {
    code,
    kind,
    status,
    title,
    lang,
    field,
    provinceCode,
    communeCode,
    agency: agency ? agencyRefJson(agency) : null,
    heldReason,
    receivedAt: row.receivedAt.toISOString(),
    triageDueAt: row.triageDueAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    published,
    version,
  };
}

function eventJson(event: EventRow): StaffCase["timeline"][number] {
  return {
    type: event.type,
    at: event.at.toISOString(),
    toStatus: event.toStatus,
    agency: wordsOrNull(event.agencyVi, event.agencyEn),
    actorKind: event.actorKind,
    actor: event.actorName,
    seenBy: event.seenBy,
  };
}

function messageJson(message: Message): StaffCase["messages"][number] {
  const { id, kind, body, lang, seenBy, authorName, agencyVi, agencyEn, at } = message;
  return {
    id,
    kind,
    body,
    lang,
    seenBy,
    author: authorName,
    agency: wordsOrNull(agencyVi, agencyEn),
    at: at.toISOString(),
  };
}

/** An answer that nobody has approved is its agency's own matter; the monitor reads all. */
async function answerJson(db: Db, actor: StaffActor, row: CaseRow): Promise<StaffCase["answer"]> {
  const inside = actor.agencyId === row.agencyId || actor.role === "monitor";
  const answer = await latestAnswer(db, row.id, inside ? undefined : "approved");
  if (!answer) return null;
  const { state, body, lang, outcome, draftedAt, approvedAt } = answer;
  return { state, body, lang, outcome, draftedAt: draftedAt.toISOString(), approvedAt: isoOrNull(approvedAt) };
}

function publicationJson(p: Publication): NonNullable<StaffCase["publication"]> {
  return {
    title: { vi: p.titleVi, en: p.titleEn },
    question: { vi: p.questionVi, en: p.questionEn },
    answer: p.answerVi !== null && p.answerEn !== null ? { vi: p.answerVi, en: p.answerEn } : null,
    publishedAt: p.publishedAt.toISOString(),
    updatedAt: p.updatedAt.toISOString(),
  };
}
