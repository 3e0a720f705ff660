import { eq, sql } from "drizzle-orm";
import { Refusal } from "../app/domain/refusal.ts";
import type { CaseRow } from "./cases.ts";
import { prepared } from "./prepared.ts";
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
  const claiming = prepared(tx, "claimKey", () =>
    tx
      .insert(keys)
      .values({
        keyHash: sql.placeholder("keyHash"),
        sessionHash: sql.placeholder("sessionHash"),
        bodyHash: sql.placeholder("bodyHash"),
        createdAt: sql.placeholder("createdAt"),
      })
      .onConflictDoNothing({ target: keys.keyHash })
      .returning({ keyHash: keys.keyHash })
      .prepare("claim_key"),
  );
  const claimed = await claiming.execute(claim);
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
  const binding = prepared(tx, "bindKey", () =>
    tx
      .update(keys)
      .set({ caseId: sql`${sql.placeholder("caseId")}` })
      .where(eq(keys.keyHash, sql.placeholder("keyHash")))
      .prepare("bind_key"),
  );
  await binding.execute({ caseId, keyHash: keyHash(tx, key) });
}

const keyHash = (tx: Tx, key: SubmissionKey): string => tx.keys.hash("idempotency", key.key);
