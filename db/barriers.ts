import { and, asc, desc, eq, inArray, lt } from "drizzle-orm";
import type { Burden } from "../app/domain/barrier.ts";
import type { LegalReference } from "../app/domain/legal-reference.ts";
import { documentKey } from "../app/domain/legal-wording.ts";
import { visibleTo } from "./cases.ts";
import type { Actor } from "../app/domain/actor.ts";
import { addRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

type ProvisionRow = Tables["caseProvisions"]["$inferSelect"];
export type BurdenRow = Tables["caseBurdens"]["$inferSelect"];

/** The row of a provision. */
export function provisionRow(
  caseId: number,
  position: number,
  one: LegalReference,
): Tables["caseProvisions"]["$inferInsert"] {
  const { document, article, clause, point, to, typed } = one;
  const place = { article, clause, point, upTo: to, typed };
  return { caseId, position, documentKey: documentKey(document), ...document, ...place };
}

/** Stores what a case names and what it costs, beside its text. */
export async function insertBarrier(
  tx: Tx,
  caseId: number,
  provisions: readonly LegalReference[],
  burden: Burden & { readonly obstacleClass: string | null; readonly sector: string | null },
): Promise<void> {
  for (const [index, one] of provisions.entries())
    await addRow(tx, "caseProvisions", provisionRow(caseId, index + 1, one));
  await addRow(tx, "caseBurdens", { caseId, ...burden });
}

/** The provisions of a case, in its order. */
export async function listProvisions(db: Db, caseId: number): Promise<LegalReference[]> {
  const { caseProvisions } = db.tables;
  const rows = await db
    .select()
    .from(caseProvisions)
    .where(eq(caseProvisions.caseId, caseId))
    .orderBy(asc(caseProvisions.position));
  return rows.map(referenceOf);
}

function referenceOf(row: ProvisionRow): LegalReference {
  const { type, number, year, symbol, name, article, clause, point, upTo, typed } = row;
  const document = row.documentKey === "" ? null : { type, number, year, symbol, name };
  return { document, article, clause, point, to: upTo, typed };
}

export async function findBurden(db: Db, caseId: number): Promise<BurdenRow | null> {
  const { caseBurdens } = db.tables;
  const [row] = await db.select().from(caseBurdens).where(eq(caseBurdens.caseId, caseId));
  return row ?? null;
}

/**
 * The cases that name a document and that the actor may see, newest first, a
 * page at a time: `before` is the id of the last case of the page before.
 */
export async function listCasesOnDocument(
  db: Db,
  actor: Actor,
  key: string,
  before: number | null = null,
  limit = 20,
): Promise<{ id: number; code: string; title: string }[]> {
  const { cases, caseProvisions } = db.tables;
  const naming = db
    .select({ caseId: caseProvisions.caseId })
    .from(caseProvisions)
    .where(and(eq(caseProvisions.documentKey, key), before === null ? undefined : lt(caseProvisions.caseId, before)));
  return db
    .select({ id: cases.id, code: cases.code, title: cases.title })
    .from(cases)
    .where(and(inArray(cases.id, naming), before === null ? undefined : lt(cases.id, before), visibleTo(db, actor)))
    .orderBy(desc(cases.id))
    .limit(limit);
}
