import { sql } from "drizzle-orm";
import type { Channel, Extent, Kind, Lang, Level, ReporterType } from "../../app/domain/case-kind.ts";
import type { Status, Visibility } from "../../app/domain/case-status.ts";
import type { Outcome, OutcomeKind } from "../../app/domain/outcome.ts";
import type { AnswerPoint } from "../../app/domain/question-points.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { OfficeTables } from "./office.ts";
import type { ReferenceTables } from "./reference.ts";

/** What an event tells beside its fixed columns; never personal data, never text written by people. */
export type EventData = Record<string, string | number | boolean | null>;

/** A case, who sent it, what was said and done about it. */
export function caseworkTables(kit: ColumnKit, { agencies, staff }: OfficeTables, { deadlineRules }: ReferenceTables) {
  const { table, serial, ref, text, int, bool, time, json, index, uniqueIndex, primaryKey } = kit;

  const cases = table(
    "case_file",
    {
      id: serial(),
      code: text().notNull(),
      kind: text().$type<Kind>().notNull(),
      status: text().$type<Status>().notNull(),
      /** Where a waiting case goes back to. */
      resumeStatus: text().$type<Status>(),
      /** The language in which the sender is written to. */
      lang: text().$type<Lang>().notNull(),
      /** The language of the text itself. */
      textLang: text().$type<Lang>().notNull().default("vi"),
      channel: text().$type<Channel>().notNull().default("web"),
      title: text().notNull(),
      content: text().notNull(),
      details: json<Record<string, string>>().notNull(),
      contentSha256: text().notNull(),
      field: text(),
      bottleneck: text(),
      provinceCode: text(),
      communeCode: text(),
      address: text(),
      /** How far the matter reaches. */
      extent: text().$type<Extent>(),
      /** The day on which it happened, by the sender's word. */
      occurredOn: text(),
      /** A point, in millionths of a degree. */
      latE6: int(),
      longE6: int(),
      reporterType: text().$type<ReporterType>().notNull(),
      /** The handling agency does not see who sent it. */
      identityHidden: bool().notNull().default(false),
      /** When the sender had their identity erased; nobody can say any more who it was. */
      identityErasedAt: time(),
      /** Who filed it for the sender; null again once the sender has taken a secret of their own. */
      clerkId: ref().references(() => staff.id),
      publishConsent: bool().notNull(),
      /** Why the case is held for review (a rule name), or null. */
      heldReason: text(),
      agencyId: ref().references(() => agencies.id),
      /** The unit below the lead agency to which it has handed the work; the lead agency still answers for it. */
      unitId: ref().references(() => agencies.id),
      /** By when the unit hands in its work, within the promised end; and whether the unit's own leader may approve. */
      unitDueAt: time(),
      unitApproves: bool().notNull().default(false),
      /** Who sees no trace of the case, as marks (`app/domain/marks.ts`) of staff and agencies; null for nobody. */
      walledOff: text(),
      /** The coordinating agencies that are asked now, as marks; they see the case while they are. */
      askedOf: text(),
      /** The one person at the desk where the case lies who has taken it; null again when it changes desks. */
      ownerId: ref().references(() => staff.id),
      level: text().$type<Level>().notNull().default("normal"),
      /** How often an agency has said "not ours". */
      refusals: int().notNull(),
      /** Since when it waits for the arbiter, whose assignment ends the ping-pong. */
      arbiterSince: time(),
      /** The arbiter has assigned it: nobody refuses any more. */
      binding: bool().notNull().default(false),
      /** Put aside at the desk where it lies until then, or until the submitter writes; no clock stops. */
      snoozedUntil: time(),
      /** When the submitter last wrote something that nobody at the desk has acted on yet. */
      heardAt: time(),
      secretHash: text().notNull(),
      secretKeyId: text().notNull(),
      receivedAt: time().notNull(),
      ruleId: ref()
        .references(() => deadlineRules.id)
        .notNull(),
      calendarVersion: int().notNull(),
      triageDueAt: time().notNull(),
      /** The promised end: rule + calendar of filing + signed extensions + pauses. */
      dueAt: time().notNull(),
      /** By how many units of the rule signed extensions have moved the promise. */
      extendedUnits: int().notNull().default(0),
      /** When the desk that holds it took it over, and when that desk's own allowance ends. */
      heldSince: time(),
      allowanceDueAt: time(),
      /** The step of the warnings that was sent last, and when the next is due; null when none is. */
      warned: int().notNull().default(0),
      warnAt: time(),
      /** Since when a request for an extension waits for the leader. */
      extensionAskedAt: time(),
      pausedAt: time(),
      pausedUnits: int().notNull(),
      /** When an open question to the submitter lapses. */
      waitUntil: time(),
      answeredAt: time(),
      /** When an answered case closes by itself. */
      closeAt: time(),
      closedAt: time(),
      /** The first answer and the first end stay on record when a case is taken up again. */
      firstAnsweredAt: time(),
      firstClosedAt: time(),
      /** 1, and one more each time the case was taken up again after an answer. */
      round: int().notNull().default(1),
      /** When the submitter disputed the answer, and by when somebody else has to decide on that. */
      disputedAt: time(),
      disputeDueAt: time(),
      mergedIntoId: ref(),
      mergedAt: time(),
      /** The case from which this one was split, and how many parts of this one are still open. */
      parentId: ref(),
      openParts: int().notNull().default(0),
      published: bool().notNull(),
      /** Equals the number of the case's events: each change adds one of each. */
      version: int().notNull(),
      search: text().notNull(),
    },
    (t) => [
      uniqueIndex("case_code").on(t.code),
      // What queues ask of every row of a state stands in the index, so that counting reads no rows.
      index("case_queue").on(t.status, t.dueAt, t.id, t.triageDueAt, t.level, t.kind),
      index("case_agency_queue").on(t.agencyId, t.status, t.dueAt, t.id),
      index("case_wait").on(t.status, t.waitUntil),
      index("case_close").on(t.status, t.closeAt),
      index("case_received").on(t.receivedAt),
      index("case_received_queue").on(t.status, t.receivedAt, t.id),
      index("case_agency_received").on(t.agencyId, t.status, t.receivedAt, t.id),
      index("case_province").on(t.provinceCode, t.status, t.dueAt, t.id, t.field),
      index("case_field").on(t.field, t.status, t.dueAt, t.id),
      index("case_bottleneck").on(t.bottleneck, t.status, t.dueAt, t.id),
      index("case_clerk").on(t.clerkId, t.id),
      index("case_unit_queue").on(t.unitId, t.status, t.dueAt, t.id),
      // Few cases are of these kinds at any time; db/queue-conditions.ts writes their conditions in the same words.
      index("case_owner")
        .on(t.ownerId, t.status, t.dueAt, t.id)
        .where(sql`owner_id is not null`),
      index("case_heard")
        .on(t.dueAt, t.id)
        .where(sql`heard_at is not null`),
      index("case_arbiter")
        .on(t.dueAt, t.id)
        .where(sql`arbiter_since is not null`),
      index("case_bound")
        .on(t.dueAt, t.id)
        .where(sql`binding = true`),
      index("case_disputed")
        .on(t.dueAt, t.id)
        .where(sql`disputed_at is not null`),
      index("case_level")
        .on(t.level, t.status, t.dueAt, t.id)
        .where(sql`level <> 'normal'`),
      index("case_snoozed")
        .on(t.dueAt, t.id)
        .where(sql`snoozed_until is not null`),
      index("case_held")
        .on(t.dueAt, t.id)
        .where(sql`held_reason is not null and status = 'submitted'`),
      index("case_returned")
        .on(t.dueAt, t.id)
        .where(sql`refusals > 0 and status = 'submitted'`),
      index("case_to_publish")
        .on(t.status, t.dueAt, t.id)
        .where(sql`publish_consent = true and published = false`),
      index("case_published")
        .on(t.dueAt, t.id)
        .where(sql`published = true`),
      index("case_dispute").on(t.disputeDueAt, t.id),
      index("case_merged_into").on(t.mergedIntoId, t.id),
      index("case_parent").on(t.parentId, t.id),
      index("case_commune").on(t.communeCode, t.id),
      index("case_near").on(t.latE6, t.longE6, t.receivedAt),
      index("case_warn").on(t.warnAt, t.id),
      index("case_extension").on(t.extensionAskedAt, t.id),
    ],
  );

  /** Who sent a case. Every value is sealed with the case's own key; nothing joins this table but `db/reporters.ts`. */
  const reporters = table(
    "reporter",
    {
      caseId: ref()
        .primaryKey()
        .references(() => cases.id),
      wrappedKey: text().notNull(),
      name: text(),
      email: text(),
      phone: text(),
      taxCode: text(),
      /** Who else wrote it, with their shares. */
      coAuthors: text(),
      /** Keyed hash of the address, for exact look-up by permission. */
      emailIndex: text(),
    },
    (t) => [index("reporter_email").on(t.emailIndex, t.caseId)],
  );

  /** What was said on a case: questions, replies, notes, reasons. */
  const messages = table(
    "message",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      kind: text().$type<"question" | "reply" | "note" | "reason" | "dispute">().notNull(),
      body: text().notNull(),
      lang: text().$type<Lang>().notNull(),
      seenBy: text().$type<Visibility>().notNull(),
      authorName: text().notNull(),
      agencyVi: text().notNull(),
      agencyEn: text().notNull(),
      at: time().notNull(),
    },
    (t) => [index("message_case").on(t.caseId, t.id)],
  );

  const answers = table(
    "answer",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      state: text().$type<"draft" | "submitted" | "returned" | "approved">().notNull(),
      body: text().notNull(),
      lang: text().$type<Lang>().notNull(),
      /** Half-filled while a draft; an `Outcome` once submitted. */
      outcome: json<Record<string, unknown>>().notNull(),
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      draftedBy: ref().notNull(),
      draftedAt: time().notNull(),
      /** Counts every save of a draft, so that two writers never overwrite each other. */
      draftVersion: int().notNull().default(1),
      /** The points of the question and what became of each, as they stood when it was handed in. */
      points: json<AnswerPoint[]>(),
      /** The documents no longer in force, or unknown, that its author cites knowingly. */
      acknowledged: json<string[]>(),
      approvedBy: ref(),
      approvedAt: time(),
    },
    (t) => [index("answer_case").on(t.caseId, t.id)],
  );

  /** What the public may read, built from an allow-list; no public query reads another table about a case's content. */
  const publications = table(
    "publication",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      code: text().notNull(),
      kind: text().$type<Kind>().notNull(),
      status: text().$type<Status>().notNull(),
      field: text(),
      provinceCode: text(),
      communeCode: text(),
      agencyId: ref().references(() => agencies.id),
      titleVi: text().notNull(),
      titleEn: text().notNull(),
      questionVi: text().notNull(),
      questionEn: text().notNull(),
      answerVi: text(),
      answerEn: text(),
      outcomeKind: text().$type<OutcomeKind>(),
      outcomeVi: json<Outcome>(),
      outcomeEn: json<Outcome>(),
      /** The language in which the question was written. */
      lang: text().$type<Lang>().notNull(),
      receivedOn: text().notNull(),
      dueAt: time().notNull(),
      answeredAt: time(),
      ratingLevel: int(),
      ratingSolved: bool(),
      /** The submitter disputed the answer, and it was upheld: the two still disagree. */
      disagreement: bool().notNull().default(false),
      /** How many people follow it. */
      followers: int().notNull().default(0),
      publishedAt: time().notNull(),
      updatedAt: time().notNull(),
      receivedAt: time().notNull(),
      /** When anything that the public may see of it last changed, its status included. */
      changedAt: time().notNull(),
      search: text().notNull(),
    },
    (t) => [
      uniqueIndex("publication_code").on(t.code),
      uniqueIndex("publication_case").on(t.caseId),
      index("publication_kind").on(t.kind, t.id),
      index("publication_status").on(t.status, t.id),
      index("publication_field").on(t.field, t.id),
      index("publication_province").on(t.provinceCode, t.id),
      index("publication_agency").on(t.agencyId, t.id),
      index("publication_received").on(t.receivedOn, t.id),
      index("publication_received_at").on(t.receivedAt, t.id),
      index("publication_changed").on(t.changedAt, t.id),
      index("publication_unanswered")
        .on(t.status, t.caseId)
        .where(sql`answer_vi is null`),
    ],
  );

  const ratings = table(
    "rating",
    {
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      /** The round of the case whose answer is rated: one rating for each. */
      round: int().notNull().default(1),
      /** 1 very dissatisfied … 4 very satisfied; no middle. */
      level: int().notNull(),
      solved: bool().notNull(),
      comment: text(),
      at: time().notNull(),
    },
    (t) => [primaryKey({ columns: [t.caseId, t.round] })],
  );

  /** Append-only history, one hash chain per stream (`case/12`, `staff/3`). */
  const events = table(
    "event",
    {
      id: serial(),
      stream: text().notNull(),
      /** 1, 2, 3 … without a gap within the stream. */
      position: int().notNull(),
      type: text().notNull(),
      at: time().notNull(),
      actorKind: text().notNull(),
      actorId: ref(),
      actorName: text().notNull(),
      agencyId: ref(),
      agencyVi: text().notNull(),
      agencyEn: text().notNull(),
      fromStatus: text().$type<Status>(),
      toStatus: text().$type<Status>(),
      seenBy: text().$type<Visibility>().notNull(),
      data: json<EventData>().notNull(),
      previousHash: text().notNull(),
      hash: text().notNull(),
    },
    (t) => [uniqueIndex("event_stream").on(t.stream, t.position), index("event_at").on(t.at, t.id)],
  );

  return { cases, reporters, messages, answers, publications, ratings, events };
}

export type CaseworkTables = ReturnType<typeof caseworkTables>;
