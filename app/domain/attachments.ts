/**
 * The closed list of files that people may send. A file is taken when its
 * extension and its content say the same type; everything else is refused.
 */
export const fileTypes = ["jpg", "png", "webp", "pdf", "docx", "xlsx", "mp4"] as const;
export type FileType = (typeof fileTypes)[number];

/** Receiving, whole but not yet looked into, ready for officers, or refused. */
export type AttachmentState = "receiving" | "checking" | "ready" | "refused";

/** What the virus scanner said; `waiting` keeps a file closed to everyone but the scanner. */
export type ScanState = "waiting" | "clean" | "infected" | "off";

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_FILES = 10;
/** A file travels and is stored in pieces of this size. */
export const PIECE_BYTES = 256 * 1024;
