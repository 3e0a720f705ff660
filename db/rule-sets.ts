import { and, asc, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { RuleSetState } from "../app/domain/routing.ts";
import { addRow, insertRow, prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type RuleSet = Tables["ruleSets"]["$inferSelect"];
export type RoutingRule = Tables["routingRules"]["$inferSelect"];
/** A rule as it is written, before it has its place in a version. */
export type RuleText = Omit<RoutingRule, "id" | "setId" | "position">;

/** The chain of events of a version of the rules. */
export const ruleSetStream = (id: number): string => `rules/${id}`;

export async function findRuleSet(db: Db, id: number): Promise<RuleSet | null> {
  const { ruleSets } = db.tables;
  const [row] = await db.select().from(ruleSets).where(eq(ruleSets.id, id));
  return row ?? null;
}

/** The version in one of these states; there is at most one in each of draft, proposed and in force. */
export async function ruleSetIn(db: Db, ...states: RuleSetState[]): Promise<RuleSet | null> {
  const { ruleSets } = db.tables;
  const [row] = await db.select().from(ruleSets).where(inArray(ruleSets.state, states)).orderBy(desc(ruleSets.id));
  return row ?? null;
}

/** The versions, the newest first. */
export async function listRuleSets(db: Db, before: number | null = null, limit = 20): Promise<RuleSet[]> {
  const { ruleSets } = db.tables;
  return db
    .select()
    .from(ruleSets)
    .where(before === null ? undefined : lt(ruleSets.id, before))
    .orderBy(desc(ruleSets.id))
    .limit(limit);
}

export async function insertRuleSet(tx: Tx, authorId: number, now: Date): Promise<RuleSet> {
  return insertRow(tx, "ruleSets", { state: "draft", authorId, createdAt: now, version: 1 });
}

/** Writes changes to a version of the rules whose row is still the one that was read. Null when somebody was faster. */
export async function updateRuleSet(tx: Tx, row: RuleSet, changes: Partial<RuleSet>): Promise<RuleSet | null> {
  const { ruleSets } = tx.tables;
  const [updated] = await tx
    .update(ruleSets)
    .set({ ...changes, version: row.version + 1 })
    .where(and(eq(ruleSets.id, row.id), eq(ruleSets.version, row.version)))
    .returning();
  return updated ?? null;
}

/** The rules of a version, in the order in which they are asked. */
export async function rulesOf(db: Db, setId: number): Promise<RoutingRule[]> {
  const { routingRules } = db.tables;
  return db
    .select()
    .from(routingRules)
    .where(eq(routingRules.setId, setId))
    .orderBy(asc(routingRules.position), asc(routingRules.id));
}

/** The rules in force, in their order; none while no version is. */
export async function rulesInForce(db: Db): Promise<RoutingRule[]> {
  const { routingRules, ruleSets } = db.tables;
  const query = prepared(db, "rulesInForce", () =>
    db
      .select({ rule: routingRules })
      .from(routingRules)
      .innerJoin(ruleSets, eq(ruleSets.id, routingRules.setId))
      .where(eq(ruleSets.state, sql`'in_force'`))
      .orderBy(asc(routingRules.position), asc(routingRules.id))
      .prepare("rules_in_force"),
  );
  return (await query.execute()).map(({ rule }) => rule);
}

/** Writes the rules of a version anew, numbered from 1 in the order given. */
export async function writeRules(tx: Tx, setId: number, rules: readonly RuleText[]): Promise<void> {
  const { routingRules } = tx.tables;
  await tx.delete(routingRules).where(eq(routingRules.setId, setId));
  for (const [index, rule] of rules.entries()) {
    const { name, conditions, target, agencyId, department, field, level, mode } = rule;
    const text = { name, conditions, target, agencyId, department, field, level, mode };
    await addRow(tx, "routingRules", { ...text, setId, position: index + 1 });
  }
}
