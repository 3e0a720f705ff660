import { and, eq, or } from "drizzle-orm";
import type { Actor } from "../app/domain/actor.ts";
import { type CaseRow, visibleTo } from "./cases.ts";
import type { Db, Tx } from "./store.server.ts";

const inOrder = (one: number, other: number) => ({ firstId: Math.min(one, other), secondId: Math.max(one, other) });

/** Relates two cases; false when they are. */
export async function insertLink(tx: Tx, one: number, other: number, now: Date): Promise<boolean> {
  const { caseLinks } = tx.tables;
  const added = await tx
    .insert(caseLinks)
    .values({ ...inOrder(one, other), at: now })
    .onConflictDoNothing()
    .returning();
  return added.length > 0;
}

/** Parts two cases again; false when they were not related. */
export async function deleteLink(tx: Tx, one: number, other: number): Promise<boolean> {
  const { caseLinks } = tx.tables;
  const { firstId, secondId } = inOrder(one, other);
  const gone = await tx
    .delete(caseLinks)
    .where(and(eq(caseLinks.firstId, firstId), eq(caseLinks.secondId, secondId)))
    .returning();
  return gone.length > 0;
}

export type LinkedCase = Pick<CaseRow, "id" | "code" | "status" | "title" | "textLang">;

/** The cases related to this one, whichever named the other, as far as the actor may see them. */
export async function listLinked(db: Db, actor: Actor, caseId: number, limit = 50): Promise<LinkedCase[]> {
  const { cases, caseLinks } = db.tables;
  const other = or(
    and(eq(caseLinks.firstId, caseId), eq(cases.id, caseLinks.secondId)),
    and(eq(caseLinks.secondId, caseId), eq(cases.id, caseLinks.firstId)),
  );
  return db
    .select({ id: cases.id, code: cases.code, status: cases.status, title: cases.title, textLang: cases.textLang })
    .from(caseLinks)
    .innerJoin(cases, other)
    .where(and(or(eq(caseLinks.firstId, caseId), eq(caseLinks.secondId, caseId)), visibleTo(db, actor)))
    .orderBy(cases.id)
    .limit(limit);
}
