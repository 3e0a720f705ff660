import { caseFile, standingOf } from "../../db/case-files.ts";
import type { AttachmentRow } from "../../db/attachments.ts";
import type { Db } from "../../db/store.server.ts";

/** Evidence of an answer as pages of the office show it. The caller has asked who may see it. */
export function evidenceView(db: Db, rows: readonly AttachmentRow[]) {
  return rows.map((row) => {
    const file = caseFile(db, row);
    const { id, name, type, size, open } = file;
    // Until the answer is approved its evidence is not the case's.
    return { id, name, type, size, standing: standingOf(file), open, waiting: row.caseId === null };
  });
}
