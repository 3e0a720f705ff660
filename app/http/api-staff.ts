import { isCasework } from "./casework.ts";
import type { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { readCaseCode } from "../domain/case-code.ts";
import { deskStanding } from "../domain/deadlines.ts";
import { mayEver } from "../domain/permissions.ts";
import { isStale, segmentState } from "../domain/segment-state.ts";
import type { StaffActor } from "../domain/actor.ts";
import { type Agency, agencyNames } from "../../db/agencies.ts";
import type { Answer } from "../../db/answers.ts";
import { actorByToken } from "../../db/api-tokens.ts";
import type { QueueRow } from "../../db/queue.ts";
import { loadCalendar } from "../../db/deadline-settings.ts";
import type { EventRow } from "../../db/events.ts";
import type { Message } from "../../db/messages.ts";
import { type OfficeCase, officeCase } from "../../db/office-case.ts";
import { type Publication, publicationOfCase } from "../../db/publications.ts";
import { numberedSegments } from "../../db/segments.ts";
import type { Db } from "../../db/store.server.ts";
import { type Call, json, refuse } from "./api-call.ts";
import type * as shape from "./api-staff-shapes.ts";
import { answeringJson } from "./api-answering.ts";
import { handedJson } from "./api-systems.ts";
import { suggestionsJson } from "./api-suggestions.ts";
import {
  agencyRefJson,
  attachmentJson,
  deadlineJson,
  deskJson,
  isoOrNull,
  standingJson,
  wordsOrNull,
} from "./api-views.ts";

type StaffCase = z.infer<typeof shape.staffCase>;

/** The owner of the call's bearer token, with the rights they have now. Throws 401. */
export async function staffOf(call: Call): Promise<StaffActor> {
  const header = call.request.headers.get("Authorization");
  const token = /^Bearer ([\w.~+/=-]{20,200})$/i.exec(header ?? "")?.[1];
  const { store, clock } = call.portal;
  const actor = token ? await actorByToken(store.read, token, "staff", localDate(clock())) : null;
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
    items.push({ ...summaryFields(row, agency), standing: standingJson(deskStanding(row, now, calendar)) });
  }
  return items;
}

/** A case as the office page shows it to this person, with its version as ETag; null when it is not theirs to see. */
export async function showStaff(
  call: Call,
  actor: StaffActor,
  typedCode: string,
  more: Partial<StaffCase> = {},
): Promise<Response | null> {
  const { store, clock } = call.portal;
  const found = await officeCase(store.read, actor, readCaseCode(typedCode) ?? "", clock());
  if (!found) return null;
  const publication = await publicationOfCase(store.read, found.row.id);
  const suggestions = await suggestionsJson(call.portal, actor, found);
  const answering = await answeringJson(store.read, found);
  const translation = await translationJson(store.read, actor, publication);
  const handed = await handedJson(store.read, actor, found);
  return json(
    { ...staffCaseJson(found, publication), ...answering, ...handed, translation, suggestions, ...more },
    200,
    {
      ETag: `"${found.row.version}"`,
    },
  );
}

async function translationJson(
  db: Db,
  actor: StaffActor,
  publication: Publication | null,
): Promise<StaffCase["translation"]> {
  if (!publication || !mayEver(actor, "translate")) return [];
  return (await numberedSegments(db, publication)).map((one) => ({
    id: one.id,
    part: one.part,
    lang: one.lang,
    source: one.source,
    state: segmentState(one),
    stale: isStale(one),
    translation: one.translation,
    draft: one.draft,
    machine: one.draft === null ? one.translationMachine : one.draftMachine,
    returnReason: one.returnReason,
  }));
}

function staffCaseJson(
  found: OfficeCase,
  publication: Publication | null,
): Omit<StaffCase, "points" | "consults" | "tasks" | "takers" | "translation"> {
  const { row, rating, dispute } = found;
  return {
    ...summaryFields(row, found.agency),
    standing: standingJson(found.clock.standing),
    content: row.content,
    details: row.details,
    contentSha256: row.contentSha256,
    bottleneck: row.bottleneck,
    address: row.address,
    reporterType: row.reporterType,
    publishConsent: row.publishConsent,
    refusals: row.refusals,
    deadline: deadlineJson(found.clock, row.dueAt),
    waitUntil: isoOrNull(row.waitUntil),
    answeredAt: isoOrNull(row.answeredAt),
    closedAt: isoOrNull(row.closedAt),
    leadCode: found.leadCode,
    campaign: found.campaign && {
      id: found.campaign.id,
      letters: found.campaign.letters,
      named: found.campaign.named,
      anonymous: found.campaign.anonymous,
    },
    timeline: found.events.map(eventJson),
    desks: found.clock.desks.map(deskJson),
    messages: found.messages.map(messageJson),
    attachments: found.files.map(attachmentJson),
    evidence: found.evidence.map(attachmentJson),
    answer: found.answer ? answerJson(found.answer) : null,
    publication: publication ? publicationJson(publication) : null,
    rating: rating ? { level: rating.level, solved: rating.solved, comment: rating.comment } : null,
    dispute: dispute && {
      ground: dispute.ground,
      at: dispute.at.toISOString(),
      dueAt: dispute.dueAt.toISOString(),
      decision: dispute.decision,
      decidedAt: isoOrNull(dispute.decidedAt),
    },
    acts: found.acts.filter((act) => isCasework(act)),
  };
}

function summaryFields(row: QueueRow, agency: Agency | null) {
  const { code, kind, status, title, lang, field, level, provinceCode, communeCode, heldReason } = row;
  return {
    code,
    kind,
    status,
    title,
    lang,
    field,
    level,
    provinceCode,
    communeCode,
    agency: agency ? agencyRefJson(agency) : null,
    heldReason,
    receivedAt: row.receivedAt.toISOString(),
    triageDueAt: row.triageDueAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    published: row.published,
    version: row.version,
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

function answerJson(answer: Answer): StaffCase["answer"] {
  const { state, body, lang, outcome, draftVersion, draftedAt, approvedAt } = answer;
  return {
    state,
    body,
    lang,
    outcome,
    draftVersion,
    draftedAt: draftedAt.toISOString(),
    approvedAt: isoOrNull(approvedAt),
  };
}

function publicationJson(p: Publication): NonNullable<StaffCase["publication"]> {
  return {
    title: { vi: p.titleVi, en: p.titleEn },
    question: { vi: p.questionVi, en: p.questionEn },
    answer: p.answerVi === null && p.answerEn === null ? null : { vi: p.answerVi, en: p.answerEn },
    publishedAt: p.publishedAt.toISOString(),
    updatedAt: p.updatedAt.toISOString(),
  };
}
