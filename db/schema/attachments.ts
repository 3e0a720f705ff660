import type { AttachmentState, FileType, ScanState } from "../../app/domain/attachments.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";

/**
 * Files that people send. The row stands before the case does; the bytes lie
 * beside the database as sealed pieces (`files/`), under a random name.
 */
export function attachmentTables(kit: ColumnKit, { cases, messages }: CaseworkTables) {
  const { table, serial, ref, text, int, time, index, uniqueIndex, primaryKey } = kit;

  const attachments = table(
    "attachment",
    {
      id: serial(),
      /** 128 random bits; the name in addresses and in the store of pieces. */
      publicId: text().notNull(),
      /** Keyed hash of the form session that sends it: nobody else may add to it, see it or take it away. */
      ownerHash: text().notNull(),
      /** Null until the case is filed. */
      caseId: ref().references(() => cases.id),
      /** The reply it came with; null for files of the submission itself. */
      messageId: ref().references(() => messages.id),
      /** Who of the office added it as evidence of the outcome; null for files of the sender. */
      evidenceBy: ref(),
      /** The file's own key, wrapped; without it neither name nor bytes can be read. */
      wrappedKey: text().notNull(),
      /** Sealed. */
      name: text().notNull(),
      type: text().$type<FileType>().notNull(),
      /** Bytes, as announced or counted. */
      size: int().notNull(),
      /** Bytes received and on disk. */
      received: int().notNull(),
      /** Of the original, once it is whole. */
      sha256: text(),
      state: text().$type<AttachmentState>().notNull(),
      /** Why it was refused, or null. */
      refusal: text(),
      scan: text().$type<ScanState>().notNull(),
      /** What officers open, stripped of metadata: bytes and pieces; null until it is made. */
      cleanSize: int(),
      cleanType: text().$type<FileType>(),
      /** The place a photo names, sealed; offered to the sender, never taken. */
      place: text(),
      createdAt: time().notNull(),
      updatedAt: time().notNull(),
      /** When it is removed unless a case is filed with it. */
      expiresAt: time(),
      /** When it is next looked into or scanned; null when nothing is to be done. Whoever takes it on moves this on. */
      checkAfter: time(),
      /** Looks into it that came to no end. */
      checks: int().notNull().default(0),
    },
    (t) => [
      uniqueIndex("attachment_public").on(t.publicId),
      index("attachment_owner").on(t.ownerHash, t.id),
      index("attachment_case").on(t.caseId, t.id),
      index("attachment_expires").on(t.expiresAt),
      index("attachment_check").on(t.checkAfter),
    ],
  );

  /** A file that can be read from another case too: a letter's from its parts, evidence of a leading case from those under it. */
  const attachmentShares = table(
    "attachment_share",
    {
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      attachmentId: ref()
        .references(() => attachments.id)
        .notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.caseId, t.attachmentId] }),
      index("attachment_share_file").on(t.attachmentId, t.caseId),
    ],
  );

  return { attachments, attachmentShares };
}

export type AttachmentTables = ReturnType<typeof attachmentTables>;
