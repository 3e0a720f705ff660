import { type CollectiveTask, nextTask } from "../../db/collective-tasks.ts";
import type { Store } from "../../db/store.server.ts";
import { workOn } from "../commands/steps/work-on-collective.ts";

/** Pieces of one pass; the next pass goes on. */
const PER_PASS = 40;

/** Puts letters under their leading case, gives answers to all, and lets go what has no lead any more: piece by piece, so that nobody waits for it. */
export async function workOnCollectives(store: Store, now: Date): Promise<void> {
  let task: CollectiveTask | null = await nextTask(store.read);
  for (let piece = 0; piece < PER_PASS && task; piece += 1) {
    const { id } = task;
    const again = await store.write((tx) => workOn(tx, id, now));
    task = await nextTask(store.read, again ? id - 1 : id);
  }
}
