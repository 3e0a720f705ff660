import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Checkpoint, insertCheckpoint, latestCheckpoint } from "../../db/ledger/checkpoints.ts";
import { signedCheckpoint } from "../../db/ledger/notes.ts";
import { rootAt } from "../../db/ledger/proofs.ts";
import { holdLedger, originOf, saveLedger } from "../../db/ledger/state.ts";
import { hashReader } from "../../db/ledger/tiles.ts";
import type { Tx } from "../../db/store.server.ts";

/** Signs the log as it is now. Returns null when nothing came since the last checkpoint, or that is younger than `everyMs`. */
export async function signCheckpoint(
  tx: Tx,
  actor: Actor,
  { everyMs }: { readonly everyMs: number },
  now: Date,
): Promise<Checkpoint | null> {
  if (actor.kind !== "system") throw new Refusal("forbidden");
  const state = await holdLedger(tx);
  const last = await latestCheckpoint(tx);
  if (state.size === (last?.size ?? 0)) return null;
  if (last && now.getTime() - last.at.getTime() < everyMs) return null;
  const origin = originOf(tx, state);
  if (state.origin === "") await saveLedger(tx, { origin });
  const root = (await rootAt(hashReader(tx), state.size)).toString("base64");
  const facts = { number: (last?.number ?? 0) + 1, size: state.size, root, at: now };
  const checkpoint = { ...facts, note: signedCheckpoint(tx.keys, { origin, ...facts }) };
  await insertCheckpoint(tx, checkpoint);
  return checkpoint;
}
