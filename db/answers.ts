import { and, asc, desc, eq } from "drizzle-orm";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type Answer = Tables["answers"]["$inferSelect"];

/** The newest answer of a case in one of these states, or null. */
export async function latestAnswer(db: Db, caseId: number, state?: Answer["state"]): Promise<Answer | null> {
  const { answers } = db.tables;
  const [row] = await db
    .select()
    .from(answers)
    .where(and(eq(answers.caseId, caseId), state ? eq(answers.state, state) : undefined))
    .orderBy(desc(answers.id))
    .limit(1);
  return row ?? null;
}

/** Stores a new version of an answer; earlier versions stay. */
export async function insertAnswer(tx: Tx, answer: Tables["answers"]["$inferInsert"]): Promise<number> {
  const { answers } = tx.tables;
  const [row] = await tx.insert(answers).values(answer).returning({ id: answers.id });
  if (!row) throw new Error("an answer was not stored");
  return row.id;
}

export async function updateAnswer(tx: Tx, id: number, changes: Partial<Answer>): Promise<void> {
  const { answers } = tx.tables;
  await tx.update(answers).set(changes).where(eq(answers.id, id));
}

/** Writes over a draft of this version; false when it is a draft no longer, or another version. */
export async function updateDraft(
  tx: Tx,
  id: number,
  draftVersion: number,
  changes: Partial<Answer>,
): Promise<boolean> {
  const { answers } = tx.tables;
  const written = await tx
    .update(answers)
    .set(changes)
    .where(and(eq(answers.id, id), eq(answers.state, "draft"), eq(answers.draftVersion, draftVersion)))
    .returning({ id: answers.id });
  return written.length > 0;
}

/** Every version of a case's answers, oldest first: what was handed in, returned and approved, and drafts that a colleague went on from. */
export async function listAnswers(db: Db, caseId: number): Promise<Answer[]> {
  const { answers } = db.tables;
  return db.select().from(answers).where(eq(answers.caseId, caseId)).orderBy(asc(answers.id));
}
