import { randomBytes } from "node:crypto";
import { and, asc, count, eq, inArray, isNotNull, isNull, lte, ne, or, sql, sum } from "drizzle-orm";
import type { FilePlace, FileType } from "../app/domain/attachments.ts";
import { ownerOfFile } from "../files/pieces.ts";
import { isShared, sharedFiles } from "./attachment-shares.ts";
import { insertRow, prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/**
 * The rows of files that people send. Until a case is filed, a file belongs to
 * the draft, the form session or the tracking pass that sent it and to nobody
 * else: every query by the sender names the owner, so what is another's is not
 * found.
 */
export type AttachmentRow = Tables["attachments"]["$inferSelect"];

export interface NewAttachment {
  readonly ownerHash: string;
  readonly name: string;
  readonly type: FileType;
  readonly size: number;
  readonly expiresAt: Date;
  readonly evidenceBy: number | null;
}

/** Who a file belongs to before its case is filed: the draft that it goes with, and so everybody who may open it. */
export const draftOwner = (db: Db, draft: { readonly key: string }): string =>
  db.keys.hash("form", `files|draft|${draft.key}`);

/** The form session, where nothing has been drafted. */
export const formOwner = (db: Db, token: string): string => db.keys.hash("form", `files|form|${token}`);

/** Who a file of a reply belongs to before it is sent: whoever holds a pass to the case. */
export const caseOwner = (db: Db, caseId: number): string => db.keys.hash("form", `files|case|${caseId}`);

/** Stores the row of a file of which nothing has arrived yet. */
export async function insertAttachment(tx: Tx, file: NewAttachment, now: Date): Promise<AttachmentRow> {
  const publicId = randomBytes(16).toString("hex");
  const wrappedKey = tx.keys.newDataKey(ownerOfFile(publicId));
  const { ownerHash, type, size, expiresAt, evidenceBy } = file;
  return insertRow(tx, "attachments", {
    publicId,
    ownerHash,
    evidenceBy,
    wrappedKey,
    name: tx.keys.seal(wrappedKey, ownerOfFile(publicId), "name", file.name),
    type,
    size,
    received: 0,
    state: "receiving",
    scan: "waiting",
    checks: 0,
    createdAt: now,
    updatedAt: now,
    expiresAt,
  });
}

/** A file that one of these owners has sent and not yet filed; null for everything else. */
export async function findOwnFile(db: Db, publicId: string, owners: readonly string[]): Promise<AttachmentRow | null> {
  if (owners.length === 0) return null;
  const { attachments } = db.tables;
  const [row] = await db
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.publicId, publicId.slice(0, 40)),
        inArray(attachments.ownerHash, [...owners]),
        isNull(attachments.caseId),
      ),
    );
  return row ?? null;
}

/** The files that these owners have sent and not yet filed, oldest first. */
export async function listOwnFiles(db: Db, owners: readonly string[]): Promise<AttachmentRow[]> {
  if (owners.length === 0) return [];
  const { attachments } = db.tables;
  return db
    .select()
    .from(attachments)
    .where(and(inArray(attachments.ownerHash, [...owners]), isNull(attachments.caseId)))
    .orderBy(asc(attachments.id))
    .limit(100);
}

/** How much an owner has lying here that no case holds: files that count, and bytes that they may take. */
export async function ownLoad(db: Db, ownerHash: string): Promise<{ files: number; bytes: number }> {
  const { attachments } = db.tables;
  const [row] = await db
    .select({ files: count(), bytes: sum(attachments.size) })
    .from(attachments)
    .where(and(eq(attachments.ownerHash, ownerHash), isNull(attachments.caseId), ne(attachments.state, "refused")));
  return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) };
}

/**
 * The files of a case and those of another that can be read from it too, oldest
 * first. Whoever asks has been asked for the right to view the case.
 */
export async function listCaseFiles(db: Db, caseId: number): Promise<AttachmentRow[]> {
  const { attachments } = db.tables;
  const query = prepared(db, "listCaseFiles", () =>
    db
      .select()
      .from(attachments)
      .where(eq(attachments.caseId, sql.placeholder("caseId")))
      .orderBy(asc(attachments.id))
      .limit(500)
      .prepare("list_case_files"),
  );
  const own = await query.execute({ caseId });
  const shared = await sharedFiles(db, caseId);
  return shared.length === 0 ? own : [...own, ...shared].sort((one, other) => one.id - other.id);
}

/** A file of this case, or one that can be read from it; null for everything else. */
export async function findCaseFile(db: Db, caseId: number, publicId: string): Promise<AttachmentRow | null> {
  const { attachments } = db.tables;
  const [row] = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.publicId, publicId.slice(0, 40)), isNotNull(attachments.caseId)));
  if (!row || row.caseId === caseId) return row ?? null;
  return (await isShared(db, caseId, row.id)) ? row : null;
}

/** Moves the count of received bytes on; false when another piece was faster or the file is whole or gone. */
export async function advanceFile(tx: Tx, row: AttachmentRow, received: number, now: Date): Promise<boolean> {
  const { attachments } = tx.tables;
  const moved = await tx
    .update(attachments)
    .set({ received, updatedAt: now })
    .where(
      and(
        eq(attachments.id, row.id),
        eq(attachments.received, row.received),
        eq(attachments.state, "receiving"),
        isNull(attachments.caseId),
      ),
    )
    .returning({ id: attachments.id });
  return moved.length > 0;
}

/** Writes what is known of a file now; false when the row is gone. */
export async function updateFile(tx: Tx, id: number, set: Partial<AttachmentRow>, now: Date): Promise<boolean> {
  const { attachments } = tx.tables;
  const rows = await tx
    .update(attachments)
    .set({ ...set, updatedAt: now })
    .where(eq(attachments.id, id))
    .returning({ id: attachments.id });
  return rows.length > 0;
}

/**
 * Files into a case what its owners have sent whole and what was not refused;
 * also what a virus was found in, so that the office knows of it. What is half
 * received or refused stays behind and expires. Returns how many.
 */
export async function takeFiles(
  tx: Tx,
  owners: readonly string[],
  caseId: number,
  messageId: number | null,
  now: Date,
): Promise<number> {
  if (owners.length === 0) return 0;
  const { attachments } = tx.tables;
  const taken = await tx
    .update(attachments)
    .set({ caseId, messageId, expiresAt: null, updatedAt: now })
    .where(
      and(
        inArray(attachments.ownerHash, [...owners]),
        isNull(attachments.caseId),
        or(inArray(attachments.state, ["checking", "ready"]), eq(attachments.scan, "infected")),
      ),
    )
    .returning({ id: attachments.id });
  return taken.length;
}

/** Gives files to another owner, as when what was sent in a session becomes part of its new draft. */
export async function moveFiles(tx: Tx, from: string, to: string): Promise<void> {
  const { attachments } = tx.tables;
  await tx
    .update(attachments)
    .set({ ownerHash: to })
    .where(and(eq(attachments.ownerHash, from), isNull(attachments.caseId)));
}

/** Lets an owner's whole files live as long as the draft that they belong to. */
export async function keepFilesUntil(tx: Tx, ownerHash: string, expiresAt: Date): Promise<void> {
  const { attachments } = tx.tables;
  await tx
    .update(attachments)
    .set({ expiresAt })
    .where(
      and(
        eq(attachments.ownerHash, ownerHash),
        isNull(attachments.caseId),
        inArray(attachments.state, ["checking", "ready"]),
      ),
    );
}

/** Makes all that an owner has not filed due for removal. */
export async function letGoOfFiles(tx: Tx, ownerHash: string, now: Date): Promise<void> {
  const { attachments } = tx.tables;
  await tx
    .update(attachments)
    .set({ expiresAt: now })
    .where(and(eq(attachments.ownerHash, ownerHash), isNull(attachments.caseId)));
}

/** Removes the row of a file that no case holds; false when a case has taken it in the meantime. */
export async function deleteFile(tx: Tx, id: number): Promise<boolean> {
  const { attachments } = tx.tables;
  const gone = await tx
    .delete(attachments)
    .where(and(eq(attachments.id, id), isNull(attachments.caseId)))
    .returning({ id: attachments.id });
  return gone.length > 0;
}

/** Files that nobody filed in time, oldest first. */
export async function expiredFiles(db: Db, now: Date, limit = 100): Promise<AttachmentRow[]> {
  const { attachments } = db.tables;
  return db
    .select()
    .from(attachments)
    .where(and(isNotNull(attachments.expiresAt), lte(attachments.expiresAt, now), isNull(attachments.caseId)))
    .orderBy(asc(attachments.expiresAt))
    .limit(limit);
}

/** Those of these names that no row holds any more. */
export async function namesWithoutRow(db: Db, publicIds: readonly string[]): Promise<string[]> {
  if (publicIds.length === 0) return [];
  const { attachments } = db.tables;
  const rows = await db
    .select({ publicId: attachments.publicId })
    .from(attachments)
    .where(inArray(attachments.publicId, [...publicIds]));
  const known = new Set(rows.map((row) => row.publicId));
  return publicIds.filter((id) => !known.has(id));
}

/** True when some file waits to be looked into. */
export async function hasFilesToCheck(db: Db, now: Date): Promise<boolean> {
  const { attachments } = db.tables;
  const [row] = await db
    .select({ id: attachments.id })
    .from(attachments)
    .where(lte(attachments.checkAfter, now))
    .limit(1);
  return row !== undefined;
}

/**
 * Takes on files that wait to be looked into or scanned: moves their next look
 * on to the end of the lease, so that no other process takes them meanwhile.
 */
export async function claimFiles(
  tx: Tx,
  now: Date,
  until: Date,
  options: { limit: number; publicId?: string },
): Promise<AttachmentRow[]> {
  const { attachments } = tx.tables;
  const due = and(
    lte(attachments.checkAfter, now),
    options.publicId === undefined ? undefined : eq(attachments.publicId, options.publicId),
  );
  const candidates = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(due)
    .orderBy(asc(attachments.checkAfter))
    .limit(options.limit);
  if (candidates.length === 0) return [];
  return tx
    .update(attachments)
    .set({ checkAfter: until, checks: sql`${attachments.checks} + 1` })
    .where(
      and(
        inArray(
          attachments.id,
          candidates.map((row) => row.id),
        ),
        lte(attachments.checkAfter, now),
      ),
    )
    .returning();
}

/** The name under which its sender knows the file. */
export function nameOf(db: Db, row: AttachmentRow): string {
  return db.keys.open(row.wrappedKey, ownerOfFile(row.publicId), "name", row.name);
}

/** The place that a photo names, sealed for its row. */
export function sealPlace(db: Db, row: AttachmentRow, place: FilePlace): string {
  return db.keys.seal(row.wrappedKey, ownerOfFile(row.publicId), "place", `${place.latE6} ${place.lonE6}`);
}

export function placeOf(db: Db, row: AttachmentRow): FilePlace | null {
  if (row.place === null) return null;
  const sealed = db.keys.open(row.wrappedKey, ownerOfFile(row.publicId), "place", row.place);
  const [latE6, lonE6] = sealed.split(" ").map(Number);
  return latE6 === undefined || lonE6 === undefined || Number.isNaN(latE6 + lonE6) ? null : { latE6, lonE6 };
}
