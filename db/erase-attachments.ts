import { eq, inArray, or } from "drizzle-orm";
import { endShares } from "./attachment-shares.ts";
import type { CaseRow } from "./cases.ts";
import { evidenceOwners } from "./evidence.ts";
import type { Tx } from "./store.server.ts";

/**
 * Destroys the keys and names of a case's files, evidence that waits for its
 * answer included, so that no copy of their bytes
 * can be read any more, and leaves them to the reaper, which removes rows and bytes.
 */
export async function eraseAttachmentsOf(tx: Tx, row: CaseRow, now: Date): Promise<void> {
  const { attachments } = tx.tables;
  await endShares(tx, row.id);
  const keyless = { wrappedKey: "", name: "", place: null, sha256: null, ownerHash: "" };
  const forReaper = { caseId: null, messageId: null, state: "refused", checkAfter: null, expiresAt: now } as const;
  await tx
    .update(attachments)
    .set({ ...keyless, ...forReaper, refusal: null, updatedAt: now })
    .where(or(eq(attachments.caseId, row.id), inArray(attachments.ownerHash, await evidenceOwners(tx, row))));
}
