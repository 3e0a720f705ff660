import type { FileCheck, ScanState } from "../app/domain/attachments.ts";
import type { PieceStore, SealedFile } from "./pieces.ts";

/** A whole file, as its row names it, and what is needed to look into it. */
export interface FileToCheck {
  readonly store: PieceStore;
  readonly file: SealedFile;
  /** As the sender's device called it. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** `CLAMD_URL`, or null where no scanner is set up. */
  readonly clamdUrl: string | null;
}

/**
 * Looks into a whole file and makes what officers open: verdict by name and
 * content, virus scan, copy without metadata, written as its `clean` pieces.
 * Repeatable: a check that was cut off is simply done again. Throws when the
 * portal's own means fail (store out of reach, damaged pieces, no child
 * process); the file then stays as it was, for another try.
 */
export async function checkFile(_whole: FileToCheck): Promise<FileCheck> {
  throw new Error("files are not looked into yet");
}

/**
 * Scans a file again that was left `waiting` because the scanner could not be
 * reached. `waiting` again when it still cannot.
 */
export async function scanAgain(_whole: Omit<FileToCheck, "name">): Promise<ScanState> {
  throw new Error("files are not scanned yet");
}
