import { createHash } from "node:crypto";
import type { FileCheck, FileRefusal, ScanState } from "../app/domain/attachments.ts";
import { refuseByName } from "../app/domain/file-name.ts";
import { lookApart } from "./child/look-apart.ts";
import type { Limits } from "./child/guard.ts";
import { type PieceStore, readPieces, removePieces, type SealedFile, writePieces } from "./pieces.ts";
import { scanFile } from "./scan.ts";

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
  /** What looking into it may use up; the ordinary limits when absent. */
  readonly limits?: Limits;
}

/**
 * Looks into a whole file and makes what officers open: verdict by name and
 * content, virus scan, copy without metadata, written as its `clean` pieces.
 * Repeatable: a check that was cut off is simply done again. Throws when the
 * portal's own means fail (store out of reach, damaged pieces, no child
 * process); the file then stays as it was, for another try.
 */
export async function checkFile(whole: FileToCheck): Promise<FileCheck> {
  const { store, file, name, size } = whole;
  const original = () => readPieces(store, file, "original", size);
  const sha256 = await hashOf(original());
  const refuse = async (refusal: FileRefusal, scan: ScanState): Promise<FileCheck> => {
    await removePieces(store.blobs, file.publicId, "clean");
    return { state: "refused", refusal, scan, sha256 };
  };
  const notScanned: ScanState = whole.clamdUrl === null ? "off" : "waiting";

  const nameRefusal = refuseByName(name, size);
  if (nameRefusal !== null) return refuse(nameRefusal, notScanned);
  const keep = (clean: AsyncIterable<Buffer>) => writePieces(store, file, "clean", clean);
  const looked = await lookApart(name, original(), keep, whole.limits);
  if (looked.refusal !== null) return refuse(looked.refusal, notScanned);
  const scan = await scanAgain(whole);
  if (scan === "infected") return refuse("infected", scan);
  return { state: "ready", scan, sha256, cleanSize: looked.size, cleanType: looked.type, place: looked.place };
}

/**
 * Scans a file that was left `waiting` because the scanner could not be
 * reached; `waiting` again when it still cannot.
 */
export async function scanAgain({ store, file, size, clamdUrl }: Omit<FileToCheck, "name">): Promise<ScanState> {
  return scanFile(clamdUrl, readPieces(store, file, "original", size));
}

async function hashOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}
