import { eq } from "drizzle-orm";
import type { Tx } from "./store.server.ts";

/**
 * Destroys the keys and names of a case's files, so that no copy of their bytes
 * can be read any more, and leaves them to the reaper, which removes rows and bytes.
 */
export async function eraseAttachmentsOf(tx: Tx, caseId: number, now: Date): Promise<void> {
  const { attachments } = tx.tables;
  const keyless = { wrappedKey: "", name: "", place: null, sha256: null, ownerHash: "" };
  const forReaper = { caseId: null, messageId: null, state: "refused", checkAfter: null, expiresAt: now } as const;
  await tx
    .update(attachments)
    .set({ ...keyless, ...forReaper, refusal: null, updatedAt: now })
    .where(eq(attachments.caseId, caseId));
}
