import type { Kind, Lang } from "../../app/domain/case-kind.ts";
import type { CoAuthorState } from "../../app/domain/co-authors.ts";
import type { DraftRole } from "../../app/domain/draft-roles.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";

/** What people write before it becomes a case. */
export function intakeTables(kit: ColumnKit, { cases }: CaseworkTables) {
  const { table, serial, ref, text, int, time, index, uniqueIndex } = kit;

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
      holder: text().$type<"session" | "code" | "member">().notNull(),
      /** What whoever holds the key may do. */
      role: text().$type<DraftRole>().notNull().default("send"),
      /** Which of the people with whom the draft is shared; null for its writer. Their names lie in the sealed body. */
      member: int(),
      /** When a colleague's code was last used. */
      openedAt: time(),
      createdAt: time().notNull(),
    },
    (t) => [index("draft_key_draft").on(t.draftId)],
  );

  /** Whom the writer of a draft named as a co-author, and what they said. With the case this becomes part of who sent it. */
  const coAuthors = table(
    "co_author",
    {
      id: serial(),
      draftId: ref()
        .references(() => drafts.id)
        .notNull(),
      /** Keyed hash of the code of the invitation. */
      codeHash: text().notNull(),
      state: text().$type<CoAuthorState>().notNull(),
      /** Of a hundred; the lead author has what is left. */
      share: int().notNull(),
      lang: text().$type<Lang>().notNull(),
      wrappedKey: text().notNull(),
      /** Sealed: the name as invited, the name as given with the answer, the address. */
      body: text().notNull(),
      invitedAt: time().notNull(),
      answeredAt: time(),
    },
    (t) => [uniqueIndex("co_author_code").on(t.codeHash), index("co_author_draft").on(t.draftId)],
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

  return { drafts, draftKeys, coAuthors, formReceipts, idempotencyKeys };
}

export type IntakeTables = ReturnType<typeof intakeTables>;
