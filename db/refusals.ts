import { and, asc, countDistinct, desc, eq, ne } from "drizzle-orm";
import type { LegalReference } from "../app/domain/legal-reference.ts";
import type { CaseRow } from "./cases.ts";
import { addRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type CaseRefusal = Tables["caseRefusals"]["$inferSelect"];

/** Keeps that an agency refused a case, whose it is by its word and on which legal ground. */
export async function keepRefusal(
  tx: Tx,
  row: Pick<CaseRow, "id" | "kind" | "field">,
  refusal: {
    readonly agencyId: number;
    readonly competentId: number | null;
    readonly competentName: string | null;
    readonly ground: LegalReference;
    readonly messageId: number;
  },
  now: Date,
): Promise<void> {
  await addRow(tx, "caseRefusals", { ...refusal, caseId: row.id, kind: row.kind, field: row.field, at: now });
}

/** Forgets a refusal that was taken back at once, by the words with which it was made. */
export async function forgetRefusal(tx: Tx, messageId: number): Promise<void> {
  const { caseRefusals } = tx.tables;
  await tx.delete(caseRefusals).where(eq(caseRefusals.messageId, messageId));
}

/** The refusals of a case, the first first. */
export async function refusalsOf(db: Db, caseId: number): Promise<CaseRefusal[]> {
  const { caseRefusals } = db.tables;
  return db.select().from(caseRefusals).where(eq(caseRefusals.caseId, caseId)).orderBy(asc(caseRefusals.id));
}

/** So many of the newest refusals say who refuses such cases now; older ones are of other days. */
const NEWEST = 500;

/**
 * The agencies that have refused cases like this one (of its kind and field)
 * of late, with in how many other cases, the most first. A case without a field
 * is like no other.
 */
export async function refusersOfAlike(
  db: Db,
  row: Pick<CaseRow, "id" | "kind" | "field">,
  limit = 5,
): Promise<{ agencyId: number; times: number }[]> {
  if (row.field === null) return [];
  const { caseRefusals } = db.tables;
  const newest = db
    .select({ agencyId: caseRefusals.agencyId, caseId: caseRefusals.caseId })
    .from(caseRefusals)
    .where(and(eq(caseRefusals.kind, row.kind), eq(caseRefusals.field, row.field)))
    .orderBy(desc(caseRefusals.id))
    .limit(NEWEST)
    .as("newest");
  const times = countDistinct(newest.caseId);
  return db
    .select({ agencyId: newest.agencyId, times })
    .from(newest)
    .where(ne(newest.caseId, row.id))
    .groupBy(newest.agencyId)
    .orderBy(desc(times), asc(newest.agencyId))
    .limit(limit);
}
