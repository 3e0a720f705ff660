import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { AttachmentRow } from "./attachments.ts";
import { listOwnFiles } from "./attachments.ts";
import type { CaseRow } from "./cases.ts";
import type { Db, Tx } from "./store.server.ts";

/**
 * Files with which an agency proves what its answer says. Until the answer is
 * approved they belong to the draft of the agency that answers for the case;
 * with the approval they become files of the case.
 */
type Answering = Pick<CaseRow, "id" | "agencyId">;

/** For how long evidence waits for its answer, from the day on which anybody last worked on it. */
const KEPT_DAYS = 365;
export const evidenceKeptUntil = (now: Date): Date => new Date(now.getTime() + KEPT_DAYS * 24 * 3_600_000);

/** Who evidence belongs to before its answer is approved: the answer of this agency to this case. */
export const evidenceOwner = (db: Db, { id, agencyId }: Answering): string =>
  db.keys.hash("form", `files|evidence|${id}|${agencyId}`);

/** The evidence that waits for the answer, oldest first. Whoever asks may read the draft. */
export async function waitingEvidence(db: Db, row: Answering): Promise<AttachmentRow[]> {
  return listOwnFiles(db, [evidenceOwner(db, row)]);
}

/** True when a file counts as evidence: it has come in whole, and nothing is wrong with it as far as is known. */
export const countsAsEvidence = ({ state, scan }: Pick<AttachmentRow, "state" | "scan">): boolean =>
  (state === "checking" || state === "ready") && scan !== "infected";

/** Makes the evidence that waits part of the case, for its sender to see. Returns how many files. */
export async function giveEvidence(tx: Tx, row: Answering, now: Date): Promise<number> {
  const { attachments } = tx.tables;
  const given = await tx
    .update(attachments)
    .set({ caseId: row.id, expiresAt: null, updatedAt: now })
    .where(
      and(
        eq(attachments.ownerHash, evidenceOwner(tx, row)),
        isNull(attachments.caseId),
        inArray(attachments.state, ["checking", "ready"]),
        ne(attachments.scan, "infected"),
      ),
    )
    .returning({ id: attachments.id });
  return given.length;
}

/** Every agency under whose name evidence may wait for an answer to this case, as owners. */
export async function evidenceOwners(db: Db, row: Answering): Promise<string[]> {
  const { answers } = db.tables;
  const drafts = await db
    .select({ agencyId: answers.agencyId })
    .from(answers)
    .where(eq(answers.caseId, row.id))
    .groupBy(answers.agencyId);
  const agencies = new Set([row.agencyId, ...drafts.map(({ agencyId }) => agencyId)]);
  return [...agencies].map((agencyId) => evidenceOwner(db, { id: row.id, agencyId }));
}
