import type { Lang } from "../../app/domain/case-kind.ts";
import type { ColumnKit } from "../columns.server.ts";

/** What leaves the portal, and the figures its pages show. */
export function deliveryTables(kit: ColumnKit) {
  const { table, serial, ref, text, int, time, json, index, uniqueIndex, primaryKey } = kit;

  /** Mail to be sent, written in the transaction of the act that causes it. Holds no address and no text. */
  const outbox = table(
    "outbox",
    {
      id: serial(),
      mail: text().notNull(),
      lang: text().$type<Lang>().notNull(),
      recipient: text().$type<"reporter" | "staff" | "follower" | "list-follower" | "link" | "co-author">().notNull(),
      recipientId: ref().notNull(),
      params: json<Record<string, string>>().notNull(),
      messageId: text().notNull(),
      state: text().$type<"queued" | "sent" | "stuck" | "no-address">().notNull(),
      attempts: int().notNull(),
      notBefore: time().notNull(),
      leaseUntil: time(),
      lastError: text(),
      createdAt: time().notNull(),
      sentAt: time(),
      /** The act of an officer that caused it, as long as that is remembered: who undoes the act drops the mail. */
      doneActId: ref(),
    },
    (t) => [
      index("outbox_due").on(t.state, t.notBefore, t.id),
      index("outbox_recipient").on(t.recipient, t.recipientId),
      uniqueIndex("outbox_message").on(t.messageId),
      index("outbox_done_act").on(t.doneActId),
    ],
  );

  /** Figures on pages, kept in the transaction that changes them. */
  const counters = table("counter", { name: text().notNull(), key: text().notNull(), value: int().notNull() }, (t) => [
    primaryKey({ columns: [t.name, t.key] }),
  ]);

  return { outbox, counters };
}

export type DeliveryTables = ReturnType<typeof deliveryTables>;
