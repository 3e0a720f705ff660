import { groupLetters as group, hasNewLetters } from "../../db/campaigns.ts";
import { wordWeights } from "../../db/similar.ts";
import type { Store } from "../../db/store.server.ts";

/** Letters of one transaction. */
const AT_ONCE = 50;
/** Transactions of one pass; the next pass goes on. */
const PER_PASS = 40;

/** Finds the campaigns of letters that came since the last pass, and keeps by what each letter is found. */
export async function groupLetters(store: Store, now: Date): Promise<void> {
  for (let round = 0; round < PER_PASS && (await hasNewLetters(store.read)); round += 1) {
    const weights = await wordWeights(store.read, now);
    await store.write((tx) => group(tx, weights, now, AT_ONCE));
  }
}
