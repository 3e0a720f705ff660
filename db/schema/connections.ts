import type {
  CaseNews,
  DeliveryState,
  ReportedState,
  SystemKind,
  TaskState,
  WebhookEvent,
} from "../../app/domain/webhook.ts";
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

  /** A system that is told what happens. Its secrets are sealed; they sign what is sent, and what it reports. */
  const webhooks = table(
    "webhook",
    {
      id: serial(),
      /** Names the system outside, and the owner of the seals. */
      publicId: text().notNull(),
      name: text().notNull(),
      url: text().notNull(),
      kind: text().$type<SystemKind>().notNull(),
      events: json<CaseNews[]>().notNull(),
      wrappedKey: text().notNull(),
      secret: text().notNull(),
      /** The secret before the last renewal: both sign until `formerUntil`. */
      formerSecret: text(),
      formerUntil: time(),
      createdAt: time().notNull(),
      pausedAt: time(),
      version: int().notNull(),
    },
    (t) => [uniqueIndex("webhook_public").on(t.publicId)],
  );

  /** One thing to be told to one system, written in the transaction in which it happens. Holds no text of the case. */
  const webhookDeliveries = table(
    "webhook_delivery",
    {
      id: serial(),
      publicId: text().notNull(),
      webhookId: ref()
        .references(() => webhooks.id)
        .notNull(),
      event: text().$type<WebhookEvent>().notNull(),
      /** Null for a test. */
      caseId: ref().references(() => cases.id),
      taskId: ref(),
      at: time().notNull(),
      state: text().$type<DeliveryState>().notNull(),
      attempts: int().notNull(),
      notBefore: time().notNull(),
      lastError: text(),
      settledAt: time(),
      /** The act of an officer that caused it, as long as that can be undone. */
      doneActId: ref(),
    },
    (t) => [
      index("webhook_delivery_turn").on(t.webhookId, t.state, t.notBefore, t.id),
      index("webhook_delivery_of").on(t.webhookId, t.state, t.id),
      index("webhook_delivery_due").on(t.state, t.notBefore, t.id),
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
      state: text().$type<TaskState>().notNull(),
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
      /** The other system's own name for the report: the same one again is the same report. */
      reportId: text().notNull(),
      state: text().$type<ReportedState>().notNull(),
      percent: int(),
      note: text(),
      at: time().notNull(),
    },
    (t) => [uniqueIndex("task_report_of").on(t.taskId, t.reportId)],
  );

  return { leases, webhooks, webhookDeliveries, handedTasks, taskReports };
}
