import { z } from "zod";
import { deleteDraft, findDraft, insertDraft, leaveDraft, newDraft } from "./drafts.ts";
import type { Db, Tx } from "./store.server.ts";

/** A table of cases between its check and its filing: a draft of its own beside the one that the session writes. */
const rowsShape = z.array(
  z.object({ line: z.number(), answers: z.record(z.string(), z.string()), sameAs: z.number().nullable() }),
);
const senderShape = z.record(z.string(), z.string());

export interface StoredTable {
  readonly id: number;
  /** The idempotency key of the filing. */
  readonly key: string;
  readonly rows: z.infer<typeof rowsShape>;
  readonly sender: Readonly<Record<string, string>>;
  readonly trapped: boolean;
}

const tokenOf = (token: string): string => `table|${token}`;

export async function findTable(db: Db, token: string, now: Date): Promise<StoredTable | null> {
  const draft = await findDraft(db, tokenOf(token), now);
  if (!draft) return null;
  const rows = rowsShape.parse(JSON.parse(draft.answers.rows ?? "[]"));
  const sender = senderShape.parse(JSON.parse(draft.answers.sender ?? "{}"));
  return { id: draft.id, key: draft.key, rows, sender, trapped: draft.trapped };
}

export async function insertTable(
  tx: Tx,
  token: string,
  table: Pick<StoredTable, "sender" | "trapped"> & { readonly rows: readonly StoredTable["rows"][number][] },
  now: Date,
): Promise<StoredTable> {
  const { rows, sender, trapped } = table;
  const answers = { rows: JSON.stringify(rows), sender: JSON.stringify(sender) };
  const draft = await insertDraft(tx, tokenOf(token), { ...newDraft("barrier", now), answers, trapped }, now);
  return { id: draft.id, key: draft.key, rows: [...rows], sender, trapped };
}

export async function deleteTable(tx: Tx, table: StoredTable): Promise<void> {
  await deleteDraft(tx, table.id);
}

export async function leaveTable(tx: Tx, token: string): Promise<void> {
  await leaveDraft(tx, tokenOf(token));
}
