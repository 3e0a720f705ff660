import { asc, eq } from "drizzle-orm";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type RouteProposal = Tables["routeProposals"]["$inferSelect"];

/** Keeps what the rules say of a case, in place of what they said before. */
export async function keepProposal(tx: Tx, proposal: RouteProposal): Promise<void> {
  const { routeProposals } = tx.tables;
  await tx.insert(routeProposals).values(proposal).onConflictDoUpdate({ target: routeProposals.caseId, set: proposal });
}

/** What the rules said of a case that nobody has decided on since, or null. */
export async function findProposal(db: Db, caseId: number): Promise<RouteProposal | null> {
  const { routeProposals } = db.tables;
  const [row] = await db.select().from(routeProposals).where(eq(routeProposals.caseId, caseId));
  return row ?? null;
}

/** Forgets what the rules said of a case: a person has decided, or it does not hold any more. */
export async function forgetProposal(tx: Tx, caseId: number): Promise<void> {
  const { routeProposals } = tx.tables;
  await tx.delete(routeProposals).where(eq(routeProposals.caseId, caseId));
}

/** The system does not assign it after all; what the rule said stays for triage to see. */
export async function leaveToTriage(tx: Tx, caseId: number): Promise<void> {
  const { routeProposals } = tx.tables;
  await tx.update(routeProposals).set({ auto: false }).where(eq(routeProposals.caseId, caseId));
}

/** Cases that a rule assigns without asking, the oldest first. */
export async function toAssign(db: Db, limit = 100): Promise<{ caseId: number; code: string; agencyId: number }[]> {
  const { cases, routeProposals } = db.tables;
  return db
    .select({ caseId: routeProposals.caseId, code: cases.code, agencyId: routeProposals.agencyId })
    .from(routeProposals)
    .innerJoin(cases, eq(cases.id, routeProposals.caseId))
    .where(eq(routeProposals.auto, true))
    .orderBy(asc(routeProposals.caseId))
    .limit(limit);
}
