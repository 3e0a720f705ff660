import { sql } from "drizzle-orm";
import type { Channel, Extent, Kind, Lang, Level, ReporterType } from "../../app/domain/case-kind.ts";
import type { Status } from "../../app/domain/case-status.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { OfficeTables } from "./office.ts";
import type { ReferenceTables } from "./reference.ts";

/** A case: what was sent, where it lies, and its dates. */
export function caseTable(kit: ColumnKit, { agencies, staff }: OfficeTables, { deadlineRules }: ReferenceTables) {
  const { table, serial, ref, text, int, bool, time, json, index, uniqueIndex } = kit;

  return table(
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
      /** Since when what an editor proposes to publish waits for a second one, and who proposed last. */
      proposedAt: time(),
      proposerId: ref().references(() => staff.id),
      /** When what was approved is published: it waits for that day. */
      publishAt: time(),
      /** Since when the author's objection to what is masked waits for an editor. */
      objectedAt: time(),
      /** Equals the number of the case's events: each change adds one of each. */
      version: int().notNull(),
      // Long texts stand last: a database reads a row up to what it is asked for.
      content: text().notNull(),
      details: json<Record<string, string>>().notNull(),
      search: text().notNull(),
    },
    (t) => [
      uniqueIndex("case_code").on(t.code),
      // What queues ask of every row of a state stands in the index, so that counting reads no rows.
      index("case_queue").on(
        t.status,
        t.dueAt,
        t.id,
        t.triageDueAt,
        t.level,
        t.kind,
        t.heldReason,
        t.arbiterSince,
        t.snoozedUntil,
        t.ownerId,
        t.pausedAt,
        t.refusals,
        t.allowanceDueAt,
      ),
      index("case_agency_queue").on(
        t.agencyId,
        t.status,
        t.dueAt,
        t.id,
        t.unitId,
        t.heldReason,
        t.snoozedUntil,
        t.ownerId,
        t.pausedAt,
        t.heardAt,
        t.kind,
        t.provinceCode,
        t.field,
      ),
      index("case_wait").on(t.status, t.waitUntil),
      index("case_close").on(t.status, t.closeAt),
      index("case_received").on(t.receivedAt),
      index("case_received_queue").on(t.status, t.receivedAt, t.id, t.published, t.publishConsent, t.heldReason),
      index("case_agency_received").on(t.agencyId, t.status, t.receivedAt, t.id),
      index("case_province").on(
        t.provinceCode,
        t.status,
        t.dueAt,
        t.id,
        t.field,
        t.kind,
        t.published,
        t.publishConsent,
        t.heldReason,
      ),
      index("case_field").on(t.field, t.status, t.dueAt, t.id, t.kind),
      index("case_bottleneck").on(t.bottleneck, t.status, t.dueAt, t.id),
      index("case_clerk").on(t.clerkId, t.id),
      index("case_unit_queue").on(t.unitId, t.status, t.dueAt, t.id),
      // Few cases are of these kinds at any time; db/queue-conditions.ts writes their conditions in the same words.
      // SQLite chooses such an index over that of a state because it holds all that is asked.
      index("case_owner")
        .on(t.ownerId, t.status, t.dueAt, t.id, t.snoozedUntil)
        .where(sql`owner_id is not null`),
      index("case_heard")
        .on(t.status, t.dueAt, t.id, t.heardAt)
        .where(sql`heard_at is not null`),
      index("case_arbiter")
        .on(t.dueAt, t.id, t.arbiterSince)
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
        .on(t.status, t.dueAt, t.id, t.snoozedUntil)
        .where(sql`snoozed_until is not null`),
      index("case_held")
        .on(t.status, t.dueAt, t.id, t.heldReason)
        .where(sql`held_reason is not null and status = 'submitted'`),
      index("case_returned")
        .on(t.status, t.dueAt, t.id, t.refusals, t.arbiterSince, t.snoozedUntil)
        .where(sql`refusals > 0 and status = 'submitted'`),
      index("case_to_publish")
        .on(t.status, t.dueAt, t.id, t.publishConsent, t.published, t.heldReason, t.kind, t.provinceCode, t.field)
        .where(sql`publish_consent = true and published = false`),
      index("case_published")
        .on(t.status, t.dueAt, t.id, t.published, t.heldReason, t.kind, t.provinceCode, t.field)
        .where(sql`published = true`),
      index("case_proposed")
        .on(
          t.status,
          t.dueAt,
          t.id,
          t.proposedAt,
          t.publishConsent,
          t.published,
          t.heldReason,
          t.kind,
          t.field,
          t.provinceCode,
        )
        .where(sql`proposed_at is not null`),
      index("case_publish_at")
        .on(t.publishAt, t.id)
        .where(sql`publish_at is not null`),
      index("case_objected")
        .on(
          t.status,
          t.dueAt,
          t.id,
          t.objectedAt,
          t.publishConsent,
          t.published,
          t.heldReason,
          t.kind,
          t.field,
          t.provinceCode,
        )
        .where(sql`objected_at is not null`),
      index("case_dispute").on(t.disputeDueAt, t.id),
      index("case_merged_into").on(t.mergedIntoId, t.id),
      index("case_parent").on(t.parentId, t.id),
      index("case_split")
        .on(t.id)
        .where(sql`open_parts > 0`),
      index("case_commune").on(t.communeCode, t.id),
      index("case_near").on(t.latE6, t.longE6, t.receivedAt),
      index("case_warn").on(t.warnAt, t.id),
      index("case_extension").on(t.extensionAskedAt, t.id),
    ],
  );
}

export type CaseTable = ReturnType<typeof caseTable>;
