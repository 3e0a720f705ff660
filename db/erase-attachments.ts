import { eq } from "drizzle-orm";
import type { Tx } from "./store.server.ts";

/**
 * Destroys the keys and names of a case's files: their bytes, wherever copies
 * lie, cannot be read any more. The reaper then removes rows and bytes.
 */
export async function eraseAttachmentsOf(tx: Tx, caseId: number, now: Date): Promise<void> {
  const { attachments } = tx.tables;
  await tx
    .update(attachments)
    .set({
      wrappedKey: "",
      name: "",
      place: null,
      sha256: null,
      ownerHash: "",
      state: "refused",
      refusal: "erased",
      expiresAt: now,
    })
    .where(eq(attachments.caseId, caseId));
}
