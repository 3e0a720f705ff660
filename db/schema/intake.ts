import type { Kind } from "../../app/domain/case-kind.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";

/** What people write before it becomes a case. */
export function intakeTables(kit: ColumnKit, { cases }: CaseworkTables) {
  const { table, serial, ref, text, int, time, index } = kit;

  /** A submission being written, sealed with the draft's own key. */
  const drafts = table(
    "draft",
    {
      id: serial(),
      kind: text().$type<Kind>().notNull(),
      wrappedKey: text().notNull(),
      /** Sealed: what is typed and what belongs to it. */
      body: text().notNull(),
      version: int().notNull(),
      createdAt: time().notNull(),
      updatedAt: time().notNull(),
      expiresAt: time().notNull(),
    },
    (t) => [index("draft_expires").on(t.expiresAt)],
  );

  /** What opens a draft: the cookie of a form session, a resume code, a colleague's link. Kept as keyed hashes. */
  const draftKeys = table(
    "draft_key",
    {
      keyHash: text().primaryKey(),
      draftId: ref()
        .references(() => drafts.id)
        .notNull(),
      holder: text().$type<"session" | "code">().notNull(),
      createdAt: time().notNull(),
    },
    (t) => [index("draft_key_draft").on(t.draftId)],
  );

  /** What a form session sent last, to be shown again for a day. Sealed. */
  const formReceipts = table(
    "form_receipt",
    {
      tokenHash: text().primaryKey(),
      wrappedKey: text().notNull(),
      body: text().notNull(),
      expiresAt: time().notNull(),
    },
    (t) => [index("form_receipt_expires").on(t.expiresAt)],
  );

  const idempotencyKeys = table(
    "idempotency_key",
    {
      keyHash: text().primaryKey(),
      sessionHash: text().notNull(),
      bodyHash: text().notNull(),
      caseId: ref().references(() => cases.id),
      createdAt: time().notNull(),
    },
    (t) => [index("idempotency_created").on(t.createdAt)],
  );

  return { drafts, draftKeys, formReceipts, idempotencyKeys };
}

export type IntakeTables = ReturnType<typeof intakeTables>;
