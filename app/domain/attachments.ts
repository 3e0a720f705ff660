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

/** Which of a letter's files can be read from a part of it. */
export const partFiles = ["all", "none"] as const;

/**
 * Why a file is not taken; each has its words in `attachments.json`
 * under `refusal`. The first ones are seen from name and size, the others from
 * the content.
 */
export const fileRefusals = [
  "empty",
  "too-big",
  "bad-name",
  "wrong-type",
  "double-extension",
  /** The content is not of the type that the extension says. */
  "type-mismatch",
  /** Opens with a password only. */
  "locked",
  "macros",
  /** Acts by itself when opened: PDF JavaScript and actions, DDE. */
  "script",
  /** Carries other files inside. */
  "embedded-files",
  /** Fetches a template or an object from elsewhere when opened. */
  "external-links",
  /** Is a second kind of file at the same time. */
  "polyglot",
  "too-many-pixels",
  "too-many-pages",
  /** Unpacks to more than a file of its kind has any use for, or takes too long to look into. */
  "bomb",
  "broken",
  "infected",
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** A place in millionths of a degree. */
export interface FilePlace {
  readonly latE6: number;
  readonly lonE6: number;
}

/** What looking into a whole file has shown. */
export type FileCheck =
  | { readonly state: "refused"; readonly refusal: FileRefusal; readonly scan: ScanState; readonly sha256: string }
  | {
      readonly state: "ready";
      readonly scan: ScanState;
      /** Of the original, in hex. */
      readonly sha256: string;
      /** What officers open, stripped of metadata; its pieces are written. */
      readonly cleanSize: number;
      readonly cleanType: FileType;
      /** Where a photo or film says it was taken: to be offered, never taken. */
      readonly place: FilePlace | null;
    };
