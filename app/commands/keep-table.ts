import type { TableRow } from "../domain/barrier-table.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { insertTable, leaveTable, type StoredTable } from "../../db/tables.ts";
import type { Tx } from "../../db/store.server.ts";

export interface KeepTable {
  /** The token of the form session. */
  readonly token: string;
  readonly rows: readonly TableRow[];
  /** Who sends every row: answers by field name. */
  readonly sender: Readonly<Record<string, string>>;
  readonly trapped: boolean;
}

/** Keeps a checked table, sealed, until it is filed or thrown away; the one before it goes. Nothing is filed. */
export async function keepTable(tx: Tx, actor: Actor, input: KeepTable, now: Date): Promise<StoredTable> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  await leaveTable(tx, input.token);
  return insertTable(tx, input.token, input, now);
}

/** Throws a kept table away. */
export async function discardTable(tx: Tx, actor: Actor, input: { readonly token: string }): Promise<void> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  await leaveTable(tx, input.token);
}
