import { eq } from "drizzle-orm";
import { type Kept, progressOf } from "../app/domain/segment-state.ts";
import type { Tables } from "./schema.ts";
import type { Tx } from "./store.server.ts";

export type TranslationWork = Tables["translationWork"]["$inferSelect"];

/** Counts anew how far the translation of a case is, after its segments have changed. */
export async function keepWork(tx: Tx, caseId: number, segments: readonly Kept[], now: Date): Promise<void> {
  const { translationWork: w } = tx.tables;
  const counted = { ...progressOf(segments), changedAt: now };
  await tx
    .insert(w)
    .values({ caseId, ...counted })
    .onConflictDoUpdate({ target: w.caseId, set: counted });
}

/** What is not published waits for no translator; its segments stay for when it is published again. */
export async function dropWork(tx: Tx, caseId: number): Promise<void> {
  const { translationWork: w } = tx.tables;
  await tx.delete(w).where(eq(w.caseId, caseId));
}
