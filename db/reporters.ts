import { eq } from "drizzle-orm";
import { addRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/**
 * The one place that knows who sent a case. Values are sealed with a data key
 * of the case; forgetting that key (erasure) leaves nothing readable.
 */
export interface ReporterIdentity {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly taxCode: string | null;
}

const columns = ["name", "email", "phone", "taxCode"] as const;
const owner = (caseId: number): string => `reporter|${caseId}`;

/** Stores an identity, sealed, in the transaction that stores its case. */
export async function insertReporter(tx: Tx, caseId: number, identity: ReporterIdentity): Promise<void> {
  await addRow(tx, "reporters", sealedReporter(tx, caseId, identity));
}

/** An identity as its row holds it. */
export function sealedReporter(
  tx: Tx,
  caseId: number,
  identity: ReporterIdentity,
): Tables["reporters"]["$inferInsert"] {
  const wrappedKey = tx.keys.newDataKey(owner(caseId));
  const seal = (column: string, value: string | null) =>
    value === null ? null : tx.keys.seal(wrappedKey, owner(caseId), column, value);
  return {
    caseId,
    wrappedKey,
    name: seal("name", identity.name),
    email: seal("email", identity.email),
    phone: seal("phone", identity.phone),
    taxCode: seal("taxCode", identity.taxCode),
    emailIndex: identity.email === null ? null : tx.keys.hash("blind-index", identity.email.toLowerCase()),
  };
}

/** Opens an identity; null when the sender is anonymous. The caller has asked `may(actor, "reveal", case)` and records it. */
export async function openReporter(db: Db, caseId: number): Promise<ReporterIdentity | null> {
  const { reporters } = db.tables;
  const [row] = await db.select().from(reporters).where(eq(reporters.caseId, caseId));
  if (!row) return null;
  const [name, email, phone, taxCode] = columns.map((column) => {
    const sealed = row[column];
    return sealed === null ? null : db.keys.open(row.wrappedKey, owner(caseId), column, sealed);
  });
  return { name: name ?? null, email: email ?? null, phone: phone ?? null, taxCode: taxCode ?? null };
}

/** The address to which mail about a case goes, or null. For the mail job alone. */
export async function reporterAddress(db: Db, caseId: number): Promise<string | null> {
  return (await openReporter(db, caseId))?.email ?? null;
}
