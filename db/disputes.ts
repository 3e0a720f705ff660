import { and, asc, desc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import type { CaseRow } from "./cases.ts";
import { caseStream } from "./events.ts";
import { insertRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type Dispute = Tables["disputes"]["$inferSelect"];

/** Stores a dispute; null when the answer of this round has been disputed before. */
export async function insertDispute(
  tx: Tx,
  dispute: Omit<Tables["disputes"]["$inferInsert"], "id">,
): Promise<Dispute | null> {
  const { disputes } = tx.tables;
  const same = and(eq(disputes.caseId, dispute.caseId), eq(disputes.round, dispute.round));
  const known = await tx.select({ id: disputes.id }).from(disputes).where(same);
  return known.length > 0 ? null : insertRow(tx, "disputes", dispute);
}

/** The newest dispute of a case, or null. */
export async function latestDispute(db: Db, caseId: number): Promise<Dispute | null> {
  const { disputes } = db.tables;
  const [row] = await db
    .select()
    .from(disputes)
    .where(eq(disputes.caseId, caseId))
    .orderBy(desc(disputes.round))
    .limit(1);
  return row ?? null;
}

export async function decideDispute(
  tx: Tx,
  caseId: number,
  round: number,
  decision: { readonly decision: "reopen" | "uphold"; readonly decidedBy: number; readonly decidedAt: Date },
): Promise<void> {
  const { disputes } = tx.tables;
  await tx
    .update(disputes)
    .set(decision)
    .where(and(eq(disputes.caseId, caseId), eq(disputes.round, round)));
}

/** The acts by which a person of an office takes part in the answer of a case. */
const handling = ["accept", "claim", "ask", "draft", "answer", "approve", "return"];

/**
 * True when this person wrote, submitted or approved an answer of the case, or
 * had the case as their own; for a case that was answered under a leading one,
 * of either of them.
 */
export async function hadPart(
  db: Db,
  row: Pick<CaseRow, "id" | "ownerId" | "mergedIntoId">,
  staffId: number,
): Promise<boolean> {
  if (row.ownerId === staffId) return true;
  const { answers, caseMerges, cases, events } = db.tables;
  const merged = await db
    .select({ leadId: caseMerges.leadId, ownerId: cases.ownerId })
    .from(caseMerges)
    .innerJoin(cases, eq(cases.id, caseMerges.leadId))
    .where(eq(caseMerges.caseId, row.id));
  if (merged.some(({ ownerId }) => ownerId === staffId)) return true;
  const ids = [row.id, ...merged.map(({ leadId }) => leadId)];
  const wrote = await db
    .select({ id: answers.id })
    .from(answers)
    .where(and(inArray(answers.caseId, ids), or(eq(answers.draftedBy, staffId), eq(answers.approvedBy, staffId))))
    .limit(1);
  if (wrote.length > 0) return true;
  const acted = await db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        inArray(events.stream, ids.map(caseStream)),
        eq(events.actorKind, "staff"),
        eq(events.actorId, staffId),
        inArray(events.type, handling),
      ),
    )
    .limit(1);
  return acted.length > 0;
}

/** Disputes whose deadline has passed and which nobody was told of yet. */
export async function findLateDisputes(db: Db, now: Date, limit = 100): Promise<{ id: number; code: string }[]> {
  const { cases, disputes } = db.tables;
  return db
    .select({ id: disputes.id, code: cases.code })
    .from(disputes)
    .innerJoin(cases, eq(cases.id, disputes.caseId))
    .where(and(isNull(disputes.decidedAt), isNull(disputes.notedAt), lt(disputes.dueAt, now)))
    .orderBy(asc(disputes.dueAt))
    .limit(limit);
}

/** Notes that the monitor is told of a late dispute; false when that was noted before, or the dispute is decided. */
export async function noteLateDispute(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { disputes } = tx.tables;
  const noted = await tx
    .update(disputes)
    .set({ notedAt: now })
    .where(and(eq(disputes.id, id), isNull(disputes.notedAt), isNull(disputes.decidedAt)))
    .returning({ id: disputes.id });
  return noted.length > 0;
}
