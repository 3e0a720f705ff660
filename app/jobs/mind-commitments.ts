import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { missCommitment } from "../commands/miss-commitment.ts";
import { findMissedCommitments } from "../../db/commitments.ts";
import type { Store } from "../../db/store.server.ts";

const system: Actor = { kind: "system" };

/** Takes up the cases whose promise was not kept by its day. Each is a command of its own; returns how many there were. */
export async function mindCommitments(store: Store, now: Date): Promise<number> {
  let missed = 0;
  for (const code of await findMissedCommitments(store.read, now)) {
    try {
      await store.write((tx) => missCommitment(tx, system, { code }, now));
      missed += 1;
    } catch (error) {
      // Somebody else was faster: it is kept, moved or counted.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return missed;
}
