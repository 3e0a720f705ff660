import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** Who keeps an eye on what: saved questions, watched cases, notifications, and acts on many cases at once. */
export function attentionTables(kit: ColumnKit, { agencies, staff }: OfficeTables, { cases }: CaseworkTables) {
  const { table, serial, ref, text, int, time, json, index, primaryKey } = kit;

  /** A question on the queue with a name. What it finds is always what its reader may see. */
  const savedViews = table(
    "saved_view",
    {
      id: serial(),
      name: text().notNull(),
      /** The filters and the order as the query of the queue's address. */
      query: text().notNull(),
      /** For whom it stands beside the queue. */
      audience: text().$type<"me" | "unit" | "everyone">().notNull(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      /** The unit of whoever saved it. */
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      createdAt: time().notNull(),
    },
    (t) => [
      index("saved_view_staff").on(t.staffId, t.id),
      index("saved_view_audience").on(t.audience, t.agencyId, t.id),
    ],
  );

  const watches = table(
    "watch",
    {
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      since: time().notNull(),
    },
    (t) => [primaryKey({ columns: [t.caseId, t.staffId] }), index("watch_staff").on(t.staffId, t.caseId)],
  );

  /** What a person is told within the portal. Listed and counted only while its reader may see the case. */
  const notifications = table(
    "notification",
    {
      id: serial(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      kind: text().$type<"mention" | "given" | "watched" | "returned" | "heard">().notNull(),
      /** The event of the case that it tells of: its place and its type. */
      position: int().notNull(),
      type: text().notNull(),
      /** Who acted; "" for the submitter and the system. */
      actorName: text().notNull(),
      at: time().notNull(),
      readAt: time(),
    },
    (t) => [
      index("notification_staff").on(t.staffId, t.id),
      index("notification_unread").on(t.staffId, t.readAt, t.id),
      index("notification_case").on(t.caseId, t.staffId),
    ],
  );

  /** One act on many cases at once, done one by one and undone as one. */
  const batches = table(
    "batch",
    {
      id: serial(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      act: text().notNull(),
      /** What the act asks for beside the case; emptied once nothing waits any more. */
      input: json<Record<string, unknown>>().notNull(),
      total: int().notNull(),
      createdAt: time().notNull(),
      finishedAt: time(),
      undoneAt: time(),
    },
    (t) => [index("batch_staff").on(t.staffId, t.id)],
  );

  const batchItems = table(
    "batch_item",
    {
      batchId: ref()
        .references(() => batches.id)
        .notNull(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      code: text().notNull(),
      /** The version that the person had before them; once done, the version that the act made. */
      version: int().notNull(),
      state: text().$type<"waiting" | "done" | "refused" | "undone" | "kept">().notNull(),
      /** Why it was refused or could not be undone: a refusal's code, or `field.rule`. */
      problem: text(),
    },
    (t) => [primaryKey({ columns: [t.batchId, t.caseId] }), index("batch_item_state").on(t.batchId, t.state, t.caseId)],
  );

  return { savedViews, watches, notifications, batches, batchItems };
}
