import { and, asc, eq, inArray } from "drizzle-orm";
import type { AnswerPoint } from "../app/domain/question-points.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type PointRow = Tables["casePoints"]["$inferSelect"];

/** The points of a question, in their order. */
export async function listPoints(db: Db, caseId: number): Promise<PointRow[]> {
  const { casePoints } = db.tables;
  return db
    .select()
    .from(casePoints)
    .where(eq(casePoints.caseId, caseId))
    .orderBy(asc(casePoints.position), asc(casePoints.id));
}

/** Replaces the points of a question by these texts in this order; a point whose text stays keeps what was said of it. */
export async function replacePoints(
  tx: Tx,
  caseId: number,
  texts: readonly string[],
  by: { readonly staffId: number; readonly at: Date },
): Promise<void> {
  const { casePoints } = tx.tables;
  const known = await listPoints(tx, caseId);
  const gone = known.filter(({ text }) => !texts.includes(text)).map(({ id }) => id);
  if (gone.length > 0) await tx.delete(casePoints).where(inArray(casePoints.id, gone));
  for (const [position, text] of texts.entries()) {
    const stays = known.find((point) => point.text === text);
    if (stays?.position === position) continue;
    if (stays) await tx.update(casePoints).set({ position }).where(eq(casePoints.id, stays.id));
    else {
      const values = { caseId, position, text, state: "open" as const, markedBy: by.staffId, changedAt: by.at };
      await tx.insert(casePoints).values(values);
    }
  }
}

/** Writes what became of one point of a case. */
export async function settlePoint(
  tx: Tx,
  caseId: number,
  id: number,
  set: Omit<AnswerPoint, "text">,
  now: Date,
): Promise<void> {
  const { casePoints } = tx.tables;
  await tx
    .update(casePoints)
    .set({ ...set, changedAt: now })
    .where(and(eq(casePoints.id, id), eq(casePoints.caseId, caseId)));
}

/** Every point is open again, for an answer that has to be given anew. */
export async function reopenPoints(tx: Tx, caseId: number, now: Date): Promise<void> {
  const { casePoints } = tx.tables;
  const open = { state: "open" as const, body: null, until: null, changedAt: now };
  await tx.update(casePoints).set(open).where(eq(casePoints.caseId, caseId));
}

/** A point as an answer keeps it. */
export function keptPoint({ text, state, body, until, note }: PointRow): AnswerPoint {
  return { text, state, body, until, note };
}
