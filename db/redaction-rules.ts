import { and, asc, desc, eq, gte, isNull, lte, or } from "drizzle-orm";
import { insertRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type RedactionRule = Tables["redactionRules"]["$inferSelect"];
type RuleValues = Omit<RedactionRule, "id">;

/** The rules that hold on a day (`YYYY-MM-DD`). */
export async function rulesOn(db: Db, day: string): Promise<RedactionRule[]> {
  const { redactionRules: r } = db.tables;
  return db
    .select()
    .from(r)
    .where(and(lte(r.validFrom, day), or(isNull(r.validTo), gte(r.validTo, day))))
    .orderBy(asc(r.id));
}

/** Every rule, the newest first. A list that people keep by hand: dozens. */
export async function listRedactionRules(db: Db, limit = 500): Promise<RedactionRule[]> {
  const { redactionRules: r } = db.tables;
  return db.select().from(r).orderBy(desc(r.id)).limit(limit);
}

export async function findRedactionRule(db: Db, id: number): Promise<RedactionRule | null> {
  const { redactionRules: r } = db.tables;
  const [row] = await db.select().from(r).where(eq(r.id, id));
  return row ?? null;
}

export async function insertRedactionRule(tx: Tx, values: RuleValues): Promise<RedactionRule> {
  return insertRow(tx, "redactionRules", values);
}

/** Writes a rule whose version is still the one that was read; null when somebody was faster. */
export async function updateRedactionRule(
  tx: Tx,
  row: RedactionRule,
  values: Omit<RuleValues, "version">,
): Promise<RedactionRule | null> {
  const { redactionRules: r } = tx.tables;
  const [updated] = await tx
    .update(r)
    .set({ ...values, version: row.version + 1 })
    .where(and(eq(r.id, row.id), eq(r.version, row.version)))
    .returning();
  return updated ?? null;
}
