import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { AnsweringTables } from "./answering.ts";
import type { OfficeTables } from "./office.ts";

/** What other systems are told, what is handed to them, and which process has a job in hand. */
export function connectionTables(
  kit: ColumnKit,
  { agencies, staff }: OfficeTables,
  { cases }: CaseworkTables,
  { commitments }: Pick<AnsweringTables, "commitments">,
) {
  const { table, serial, ref, text, int, time, json, index, uniqueIndex } = kit;

  /** A job that only one process may have in hand at a time. */
  const leases = table("lease", {
    name: text().primaryKey(),
    holder: text().notNull(),
    until: time().notNull(),
  });

  /** A system that is told what happens. Its secrets are sealed; they sign what is sent. */
  const webhooks = table("webhook", {
    id: serial(),
    /** Names the owner of the seals. */
    publicId: text().notNull(),
    name: text().notNull(),
    url: text().notNull(),
    kind: text().$type<"public" | "resolution57" | "plan02">().notNull(),
    events: json<string[]>().notNull(),
    /** The account whose tokens of the scope webhook report progress; whoever may only see public data has none. */
    accountId: ref().references(() => staff.id),
    wrappedKey: text().notNull(),
    secret: text().notNull(),
    /** The secret before the last renewal: both sign until `formerUntil`. */
    formerSecret: text(),
    formerUntil: time(),
    createdAt: time().notNull(),
    pausedAt: time(),
    version: int().notNull(),
  });

  /** One thing to be told to one system, written in the transaction in which it happens. Holds no text of the case. */
  const webhookDeliveries = table(
    "webhook_delivery",
    {
      id: serial(),
      publicId: text().notNull(),
      webhookId: ref()
        .references(() => webhooks.id)
        .notNull(),
      event: text().notNull(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      taskId: ref(),
      at: time().notNull(),
      state: text().$type<"queued" | "delivered" | "dead" | "dropped">().notNull(),
      attempts: int().notNull(),
      notBefore: time().notNull(),
      leaseUntil: time(),
      lastError: text(),
      settledAt: time(),
      /** The act of an officer that caused it, as long as that can be undone. */
      doneActId: ref(),
    },
    (t) => [
      index("webhook_delivery_due").on(t.state, t.notBefore, t.id),
      index("webhook_delivery_of").on(t.webhookId, t.state, t.id),
      uniqueIndex("webhook_delivery_public").on(t.publicId),
      index("webhook_delivery_done_act").on(t.doneActId),
      index("webhook_delivery_case").on(t.caseId),
    ],
  );

  /** A case or a commitment handed over to another system as a task. */
  const handedTasks = table(
    "handed_task",
    {
      id: serial(),
      publicId: text().notNull(),
      webhookId: ref()
        .references(() => webhooks.id)
        .notNull(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      commitmentId: ref().references(() => commitments.id),
      /** The agency that owns the task. */
      ownerId: ref()
        .references(() => agencies.id)
        .notNull(),
      dueOn: text().notNull(),
      state: text().$type<"handed" | "accepted" | "in_progress" | "done" | "refused">().notNull(),
      percent: int(),
      handedBy: ref().references(() => staff.id),
      handedAt: time().notNull(),
      reportedAt: time(),
    },
    (t) => [uniqueIndex("handed_task_public").on(t.publicId), index("handed_task_case").on(t.caseId, t.id)],
  );

  /** What the other system has said of a task. */
  const taskReports = table(
    "task_report",
    {
      id: serial(),
      taskId: ref()
        .references(() => handedTasks.id)
        .notNull(),
      state: text().$type<"accepted" | "in_progress" | "done" | "refused">().notNull(),
      percent: int(),
      note: text(),
      at: time().notNull(),
    },
    (t) => [index("task_report_task").on(t.taskId, t.id)],
  );

  return { leases, webhooks, webhookDeliveries, handedTasks, taskReports };
}
