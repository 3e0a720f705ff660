import { eq } from "drizzle-orm";
import { z } from "zod";
import { kinds } from "../app/domain/case-kind.ts";
import type { Db, Tx } from "./store.server.ts";

/** The receipt of a form session's last submission: kept sealed for a day, so that it can be shown again. */
const DAY_MS = 24 * 3600 * 1000;

const receiptShape = z.object({
  kind: z.enum(kinds),
  key: z.string(),
  code: z.string(),
  secret: z.string().nullable(),
  receivedAt: z.coerce.date(),
  dueAt: z.coerce.date(),
  triageDueAt: z.coerce.date(),
  /** The sender gave an e-mail address, so mail is on its way. */
  mailed: z.boolean(),
});
export type StoredReceipt = z.infer<typeof receiptShape>;

const hashOf = (db: Db, token: string): string => db.keys.hash("form", `receipt|${token}`);
const ownerOf = (tokenHash: string): string => `receipt|${tokenHash}`;

/** The receipt of the session's last submission; null when there is none or its day is over. */
export async function findReceipt(db: Db, token: string, now: Date): Promise<StoredReceipt | null> {
  const { formReceipts } = db.tables;
  const tokenHash = hashOf(db, token);
  const [row] = await db.select().from(formReceipts).where(eq(formReceipts.tokenHash, tokenHash));
  if (!row || row.expiresAt <= now) return null;
  try {
    const found = receiptShape.safeParse(
      JSON.parse(db.keys.open(row.wrappedKey, ownerOf(tokenHash), "body", row.body)),
    );
    return found.success ? found.data : null;
  } catch {
    // Altered, or sealed with a key that is gone: as good as none.
    return null;
  }
}

/** Keeps a receipt for the session, in the place of the one before. */
export async function saveReceipt(tx: Tx, token: string, receipt: StoredReceipt, now: Date): Promise<void> {
  const { formReceipts } = tx.tables;
  const tokenHash = hashOf(tx, token);
  const wrappedKey = tx.keys.newDataKey(ownerOf(tokenHash));
  const body = tx.keys.seal(wrappedKey, ownerOf(tokenHash), "body", JSON.stringify(receipt));
  const set = { wrappedKey, body, expiresAt: new Date(now.getTime() + DAY_MS) };
  await tx
    .insert(formReceipts)
    .values({ ...set, tokenHash })
    .onConflictDoUpdate({ target: formReceipts.tokenHash, set });
}

/** Under which a clerk's last receipt is kept: the person at the desk has no form session. */
export const deskToken = (staffId: number): string => `desk|${staffId}`;
