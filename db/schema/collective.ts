import type { Status } from "../../app/domain/case-status.ts";
import type { DisputeGround } from "../../app/domain/dispute.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** What a merged case was, so that it can be that again: the values of the columns that the merge changed. */
export type Before = Record<string, string | number | boolean | null | { readonly ms: number }> & {
  readonly status: Status;
};

/** Cases that go on together: under a leading case, as parts of one, side by side; and answers that are disputed. */
export function collectiveTables(kit: ColumnKit, { staff }: OfficeTables, { cases, answers }: CaseworkTables) {
  const { table, serial, ref, text, int, bool, time, json, index, uniqueIndex, primaryKey } = kit;

  /** One row while a case goes on under another. Taking the merge back removes it. */
  const caseMerges = table(
    "case_merge",
    {
      caseId: ref()
        .primaryKey()
        .references(() => cases.id),
      /** The case under which it was put. */
      intoId: ref()
        .references(() => cases.id)
        .notNull(),
      /** The case at the head: `intoId`, or under what that went on in its turn. */
      leadId: ref()
        .references(() => cases.id)
        .notNull(),
      at: time().notNull(),
      before: json<Before>().notNull(),
      /** What was published of it, to be published again when the merge is taken back. */
      publication: json<Record<string, unknown>>(),
      /** The sender agreed to be read in public, and was: only then does the case count in the lead's public figures. */
      inPublic: bool().notNull(),
      /** The lead's answer that its sender was given. */
      answerId: ref().references(() => answers.id),
    },
    (t) => [index("case_merge_lead").on(t.leadId, t.caseId), index("case_merge_into").on(t.intoId, t.caseId)],
  );

  /** Work on many cases under one lead, done in short pieces by a timer; a row is finished once `finishedAt` is set. */
  const collectiveTasks = table(
    "collective_task",
    {
      id: serial(),
      /** Put the letters of a campaign under the lead; give the lead's answer to all; let all go because the lead has ended. */
      kind: text().$type<"gather" | "relay" | "release">().notNull(),
      leadId: ref()
        .references(() => cases.id)
        .notNull(),
      campaignId: ref(),
      answerId: ref().references(() => answers.id),
      staffId: ref().references(() => staff.id),
      /** The last case dealt with. */
      afterId: ref().notNull().default(0),
      total: int().notNull(),
      done: int().notNull().default(0),
      skipped: int().notNull().default(0),
      createdAt: time().notNull(),
      finishedAt: time(),
    },
    (t) => [index("collective_task_lead").on(t.leadId, t.id), index("collective_task_open").on(t.finishedAt, t.id)],
  );

  /** Related cases: stored once, the older first, read in both directions. No clock knows of it. */
  const caseLinks = table(
    "case_link",
    {
      firstId: ref()
        .references(() => cases.id)
        .notNull(),
      secondId: ref()
        .references(() => cases.id)
        .notNull(),
      at: time().notNull(),
    },
    (t) => [primaryKey({ columns: [t.firstId, t.secondId] }), index("case_link_second").on(t.secondId, t.firstId)],
  );

  /** Each dispute of an answer: one a round, decided by somebody who had no part in the answer. */
  const disputes = table(
    "dispute",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      round: int().notNull(),
      ground: text().$type<DisputeGround>().notNull(),
      at: time().notNull(),
      dueAt: time().notNull(),
      /** When the monitor was told that it is late. */
      notedAt: time(),
      decision: text().$type<"reopen" | "uphold">(),
      decidedBy: ref().references(() => staff.id),
      decidedAt: time(),
    },
    (t) => [uniqueIndex("dispute_round").on(t.caseId, t.round), index("dispute_due").on(t.decidedAt, t.dueAt)],
  );

  return { caseMerges, collectiveTasks, caseLinks, disputes };
}

export type CollectiveTables = ReturnType<typeof collectiveTables>;
