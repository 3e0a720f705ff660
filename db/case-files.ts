import type { AttachmentState, FileType, ScanState } from "../app/domain/attachments.ts";
import { type AttachmentRow, listCaseFiles, nameOf } from "./attachments.ts";
import type { Db } from "./store.server.ts";

/** A file of a case as those who may view the case see it. Where a photo was taken is not part of it. */
export interface CaseFile {
  readonly id: string;
  readonly name: string;
  readonly type: FileType;
  /** Bytes of the file as it was sent. */
  readonly size: number;
  readonly state: AttachmentState;
  readonly refusal: string | null;
  readonly scan: ScanState;
  /** There is a copy that may be opened now. */
  readonly open: boolean;
  /** The message with which it came; null for files of the submission itself. */
  readonly messageId: number | null;
  /** It came from the agency, as evidence of its answer. */
  readonly evidence: boolean;
}

/** The files of a case, oldest first. Whoever asks has been asked for the right to view the case. */
export async function caseFiles(db: Db, caseId: number): Promise<CaseFile[]> {
  return (await listCaseFiles(db, caseId)).map((row) => caseFile(db, row));
}

export function caseFile(db: Db, row: AttachmentRow): CaseFile {
  const { publicId, type, cleanType, size, state, refusal, scan, messageId } = row;
  const name = nameOf(db, row);
  const evidence = row.evidenceBy !== null;
  const shown = { id: publicId, name, type: cleanType ?? type, size, state, refusal, scan };
  return { ...shown, open: mayOpen(row), messageId, evidence };
}

/** What a scanner has not passed stays closed, where there is a scanner. */
export function mayOpen(row: AttachmentRow): boolean {
  return row.state === "ready" && row.cleanSize !== null && (row.scan === "clean" || row.scan === "off");
}

/** What people are told of a file in one word; one that is ready but not scanned is still waiting. */
export function standingOf({ state, scan }: Pick<CaseFile, "state" | "scan">): ScanState | "checking" | "refused" {
  if (scan === "infected") return "infected";
  if (state === "refused") return "refused";
  return state === "ready" ? scan : "checking";
}
