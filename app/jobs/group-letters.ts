import { groupLetters as group, hasNewLetters } from "../../db/campaigns.ts";
import type { Store } from "../../db/store.server.ts";

/** Letters of one transaction. */
const AT_ONCE = 50;
/** Transactions of one pass; the next pass goes on. */
const PER_PASS = 40;

/** Finds the campaigns of letters that came since the last pass. */
export async function groupLetters(store: Store, now: Date): Promise<void> {
  for (let round = 0; round < PER_PASS && (await hasNewLetters(store.read)); round += 1) {
    await store.write((tx) => group(tx, now, AT_ONCE));
  }
}
