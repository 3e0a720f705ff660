import { appendToLedger } from "../commands/append-to-ledger.ts";
import { signCheckpoint } from "../commands/sign-checkpoint.ts";
import { type Checkpoint, latestCheckpoint } from "../../db/ledger/checkpoints.ts";
import { someWait } from "../../db/ledger/waiting.ts";
import { readLedger } from "../../db/ledger/state.ts";
import type { Store } from "../../db/store.server.ts";

const system = { kind: "system" } as const;
/** Events per transaction: few, because the transaction holds the log and, on SQLite, the writer. */
const BATCH = 200;
/** Batches a round: a portal full of older cases takes them in by and by, beside its work. */
const ROUND = 5;

/** Takes events into the public log and, when its time has come, signs it. A round in which nothing is due only reads. */
export async function keepLedger(
  store: Store,
  everyMs: number,
  now: Date,
): Promise<{ taken: number; signed: Checkpoint | null }> {
  const taken = await takeIn(store, now, ROUND);
  // The first checkpoint speaks for all that was there before the log, not for the first handful of it.
  const begun = taken < ROUND * BATCH || (await latestCheckpoint(store.read)) !== null;
  return { taken, signed: begun ? await sign(store, everyMs, now) : null };
}

/** Takes events into the log until none waits, or for so many batches. Returns how many. */
export async function takeIn(store: Store, now: Date, batches = Number.POSITIVE_INFINITY): Promise<number> {
  let taken = 0;
  for (let done = 0; done < batches && (await someWait(store.read)); done += 1) {
    taken += await store.write((tx) => appendToLedger(tx, system, { most: BATCH }, now));
  }
  return taken;
}

/** Signs the log unless nothing came since it was signed last, or that was less than `everyMs` ago. */
async function sign(store: Store, everyMs: number, now: Date): Promise<Checkpoint | null> {
  const { size } = await readLedger(store.read);
  const last = await latestCheckpoint(store.read);
  if (size === (last?.size ?? 0)) return null;
  if (last && now.getTime() - last.at.getTime() < everyMs) return null;
  return store.write((tx) => signCheckpoint(tx, system, { everyMs }, now));
}
