import type { Kind } from "../../app/domain/case-kind.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";

/** What people write before it becomes a case. */
export function intakeTables(kit: ColumnKit, { cases }: CaseworkTables) {
  const { table, ref, text, time, index } = kit;

  /** A submission being written; the answers are sealed with the draft's own key. */
  const drafts = table(
    "draft",
    {
      tokenHash: text().primaryKey(),
      kind: text().$type<Kind>().notNull(),
      wrappedKey: text().notNull(),
      answers: text().notNull(),
      createdAt: time().notNull(),
      updatedAt: time().notNull(),
      expiresAt: time().notNull(),
    },
    (t) => [index("draft_expires").on(t.expiresAt)],
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

  return { drafts, idempotencyKeys };
}

export type IntakeTables = ReturnType<typeof intakeTables>;
