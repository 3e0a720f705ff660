import { addToCounter } from "../../db/counters.ts";
import { type Comparison, compareFigures, CORRECTED, corrections } from "../../db/figure-history.ts";
import { addFigures, foldFigures } from "../../db/figures.ts";
import type { Store } from "../../db/store.server.ts";

/** Moves all that acts have added to the statistics into their sums. */
export async function keepFigures(store: Store): Promise<number> {
  let folded = 0;
  for (;;) {
    const now = await store.write((tx) => foldFigures(tx));
    folded += now;
    if (now === 0) return folded;
  }
}

/** Counts every case anew, on one moment of the database, and says how the counters differ. */
export const checkFigures = (store: Store): Promise<Comparison> => store.snapshot((db) => compareFigures(db));

/**
 * Adds to the counters what they lack, so that they agree with the cases. Acts
 * go on meanwhile: what they add comes on top. Says what was put right.
 */
export async function rebuildFigures(store: Store): Promise<Comparison> {
  for (;;) {
    const found = await checkFigures(store);
    const done = await store.write(async (tx) => {
      await addToCounter(tx, CORRECTED, "", 1);
      // Whoever else put them right since has added the same.
      if ((await corrections(tx)) !== found.corrections + 1) return false;
      await addFigures(tx, found.missing);
      return true;
    });
    if (done) return found;
  }
}
