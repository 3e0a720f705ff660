import { and, asc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/**
 * Files that are read from a second case: they stay those of their own case,
 * with one key and one set of bytes, so that erasing that case takes them away
 * everywhere.
 */
type File = Tables["attachments"]["$inferSelect"];

/** The files of other cases that can be read from this one, oldest first. */
export async function sharedFiles(db: Db, caseId: number): Promise<File[]> {
  const { attachments, attachmentShares } = db.tables;
  const rows = await db
    .select({ file: attachments })
    .from(attachmentShares)
    .innerJoin(attachments, eq(attachments.id, attachmentShares.attachmentId))
    .where(and(eq(attachmentShares.caseId, caseId), isNotNull(attachments.caseId)))
    .orderBy(asc(attachmentShares.attachmentId))
    .limit(500);
  return rows.map(({ file }) => file);
}

/** True when the file can be read from this case although it is not its own. */
export async function isShared(db: Db, caseId: number, attachmentId: number): Promise<boolean> {
  const { attachmentShares } = db.tables;
  const rows = await db
    .select({ caseId: attachmentShares.caseId })
    .from(attachmentShares)
    .where(and(eq(attachmentShares.caseId, caseId), eq(attachmentShares.attachmentId, attachmentId)));
  return rows.length > 0;
}

/** Lets the files that a case's sender sent, those that it borrows included, be read from another case of theirs; or, as `evidence`, those of its agency. */
export async function shareFiles(tx: Tx, from: number, to: number, what: "sent" | "evidence"): Promise<void> {
  const { attachments, attachmentShares } = tx.tables;
  const files = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(
        eq(attachments.caseId, from),
        what === "sent" ? isNull(attachments.evidenceBy) : isNotNull(attachments.evidenceBy),
      ),
    )
    .limit(500);
  const borrowed = (await sharedFiles(tx, from)).filter((file) => (file.evidenceBy === null) === (what === "sent"));
  const all = [...files, ...borrowed];
  if (all.length === 0) return;
  await tx
    .insert(attachmentShares)
    .values(all.map(({ id }) => ({ caseId: to, attachmentId: id })))
    .onConflictDoNothing();
}

/** Forgets what a case lends to others and what it borrows. */
export async function endShares(tx: Tx, caseId: number): Promise<void> {
  const { attachments, attachmentShares } = tx.tables;
  const own = tx.select({ id: attachments.id }).from(attachments).where(eq(attachments.caseId, caseId));
  await tx
    .delete(attachmentShares)
    .where(or(eq(attachmentShares.caseId, caseId), inArray(attachmentShares.attachmentId, own)));
}
