import { localDate } from "../domain/calendar.ts";
import { addToCounter, readCounter } from "../../db/counters.ts";
import { type Comparison, compareFigures, CORRECTED, corrections } from "../../db/figure-history.ts";
import { currentRelease, figureThreshold, publishableFigures, storeRelease } from "../../db/figure-releases.ts";
import { addFigures, foldFigures, FOLDED } from "../../db/figures.ts";
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

/** The figures of an older portal, whose cases no act has counted. */
export async function fillFigures(store: Store): Promise<void> {
  if ((await corrections(store.read)) === 0) await rebuildFigures(store);
}

/** Publishes the figures as they are now. */
export async function publishFigures(store: Store, now: Date): Promise<void> {
  await keepFigures(store);
  const threshold = figureThreshold();
  const acts = await readCounter(store.read, FOLDED, "");
  const rows = await store.snapshot((db) => publishableFigures(db, now, threshold));
  await storeRelease(store, rows, now, threshold);
  await store.write(async (tx) => addToCounter(tx, RELEASED, "", acts - (await readCounter(tx, RELEASED, ""))));
}

/** How long figures stand at the least: from one release to the next nobody can tell what a single act changed. */
const RELEASE_MS = 3_600_000;

/**
 * Keeps the sums, and publishes anew an hour after the last time at the
 * earliest: once as many acts as make a number that may be told are counted
 * since, or on the next day.
 */
export async function mindFigures(store: Store, now: Date): Promise<void> {
  await keepFigures(store);
  const last = await currentRelease(store.read);
  if (last) {
    if (now.getTime() - last.madeAt.getTime() < RELEASE_MS) return;
    const counted = await readCounter(store.read, FOLDED, "");
    const since = counted - (await readCounter(store.read, RELEASED, ""));
    if (since < figureThreshold() && last.day === localDate(now)) return;
  }
  await publishFigures(store, now);
}

const RELEASED = "figures-released";
