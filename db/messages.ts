import { and, asc, count, eq, inArray, ne } from "drizzle-orm";
import type { Visibility } from "../app/domain/case-status.ts";
import { insertRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type Message = Tables["messages"]["$inferSelect"];
export type NewMessage = Tables["messages"]["$inferInsert"];

/** Stores what was said on a case and returns its id. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<number> {
  return (await insertRow(tx, "messages", message)).id;
}

/** What was said on a case, oldest first, as far as these readers may see it. */
export async function listMessages(db: Db, caseId: number, seenBy: readonly Visibility[]): Promise<Message[]> {
  const { messages } = db.tables;
  return db
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), inArray(messages.seenBy, [...seenBy])))
    .orderBy(asc(messages.id));
}

/** How many questions its submitter has been asked; what was undone was never asked. */
export async function countQuestions(db: Db, caseId: number): Promise<number> {
  const { messages } = db.tables;
  const [row] = await db
    .select({ asked: count() })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.kind, "question"), ne(messages.seenBy, "office")));
  return row?.asked ?? 0;
}

/** A message of a case; null when there is none. Whoever asks has been asked for the right to read it. */
export async function findMessage(db: Db, id: number): Promise<Message | null> {
  const { messages } = db.tables;
  const [row] = await db.select().from(messages).where(eq(messages.id, id));
  return row ?? null;
}

/** Keeps a message within the office from now on: the act with which it was said has been undone. */
export async function hideMessage(tx: Tx, id: number): Promise<void> {
  const { messages } = tx.tables;
  await tx.update(messages).set({ seenBy: "office" }).where(eq(messages.id, id));
}
