import { eq } from "drizzle-orm";
import { Refusal } from "../app/domain/refusal.ts";
import type { CaseRow } from "./cases.ts";
import type { Tx } from "./store.server.ts";

/** An idempotency key as it came, bound to the session and the text it came with. */
export interface SubmissionKey {
  readonly key: string;
  /** A keyed hash of the form session; empty for a caller without one. */
  readonly sessionHash: string;
  /** SHA-256 of the answers. */
  readonly bodyHash: string;
}

/**
 * Claims a key: null when it is new, else the case it stands for. Of two
 * transactions at once the second waits for the first and then finds its case.
 * Refuses with `key-reused` when the key came with another text or session.
 */
export async function claimKey(tx: Tx, key: SubmissionKey, now: Date): Promise<CaseRow | null> {
  const { idempotencyKeys: keys, cases } = tx.tables;
  const claim = { keyHash: keyHash(tx, key), sessionHash: key.sessionHash, bodyHash: key.bodyHash, createdAt: now };
  const claimed = await tx.insert(keys).values(claim).onConflictDoNothing({ target: keys.keyHash }).returning();
  if (claimed.length > 0) return null;
  const [found] = await tx
    .select({ claim: keys, row: cases })
    .from(keys)
    .innerJoin(cases, eq(cases.id, keys.caseId))
    .where(eq(keys.keyHash, claim.keyHash));
  const same = found?.claim.sessionHash === key.sessionHash && found.claim.bodyHash === key.bodyHash;
  if (!same) throw new Refusal("key-reused");
  return found.row;
}

/** Binds a claimed key to the case that was stored for it. */
export async function bindKey(tx: Tx, key: SubmissionKey, caseId: number): Promise<void> {
  const { idempotencyKeys: keys } = tx.tables;
  await tx
    .update(keys)
    .set({ caseId })
    .where(eq(keys.keyHash, keyHash(tx, key)));
}

const keyHash = (tx: Tx, key: SubmissionKey): string => tx.keys.hash("idempotency", key.key);
