import { and, asc, desc, eq, gt, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { CommitmentState, PromiseStanding } from "../app/domain/commitment.ts";
import type { Actor } from "../app/domain/actor.ts";
import { visibleTo } from "./cases.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type CommitmentRow = Tables["commitments"]["$inferSelect"];

/** The promises of a case, oldest first. */
export async function listCommitments(db: Db, caseId: number): Promise<CommitmentRow[]> {
  const { commitments } = db.tables;
  return db.select().from(commitments).where(eq(commitments.caseId, caseId)).orderBy(asc(commitments.id));
}

/** The promise of a case that is still to be kept; a case has one at the most. */
export async function openCommitment(db: Db, caseId: number): Promise<CommitmentRow | null> {
  const { commitments } = db.tables;
  const [row] = await db
    .select()
    .from(commitments)
    .where(and(eq(commitments.caseId, caseId), eq(commitments.state, "open")))
    .orderBy(desc(commitments.id))
    .limit(1);
  return row ?? null;
}

/** The newest promise of a case, whatever became of it. */
export async function latestCommitment(db: Db, caseId: number): Promise<CommitmentRow | null> {
  const { commitments } = db.tables;
  const [row] = await db
    .select()
    .from(commitments)
    .where(eq(commitments.caseId, caseId))
    .orderBy(desc(commitments.id))
    .limit(1);
  return row ?? null;
}

export async function insertCommitment(tx: Tx, row: Tables["commitments"]["$inferInsert"]): Promise<number> {
  const { commitments } = tx.tables;
  const [stored] = await tx.insert(commitments).values(row).returning({ id: commitments.id });
  if (!stored) throw new Error("a commitment was not stored");
  return stored.id;
}

/** Changes an open promise; false when it is open no longer. */
export async function changeCommitment(tx: Tx, id: number, set: Partial<CommitmentRow>): Promise<boolean> {
  const { commitments } = tx.tables;
  const written = await tx
    .update(commitments)
    .set(set)
    .where(and(eq(commitments.id, id), eq(commitments.state, "open")))
    .returning({ id: commitments.id });
  return written.length > 0;
}

/** The codes of cases with a promise whose day is over: what the timer acts on. */
export async function findMissedCommitments(db: Db, now: Date, limit = 100): Promise<string[]> {
  const { commitments, cases } = db.tables;
  const rows = await db
    .select({ code: cases.code })
    .from(commitments)
    .innerJoin(cases, eq(cases.id, commitments.caseId))
    .where(and(eq(commitments.state, "open"), lte(commitments.dueAt, now)))
    .orderBy(asc(commitments.dueAt), asc(commitments.id))
    .limit(limit);
  return rows.map((row) => row.code);
}

export interface CommitmentQuery {
  readonly state: CommitmentState;
  readonly agencyId?: number | null;
  readonly cursor?: string | null;
  readonly limit?: number;
}

export interface CommitmentItem {
  readonly commitment: CommitmentRow;
  readonly code: string;
  readonly title: string;
  readonly lang: "vi" | "en";
}

/** One page of the register as far as the reader may see the cases; open ones by date, ended ones newest first. */
export async function listRegister(
  db: Db,
  actor: Actor,
  query: CommitmentQuery,
): Promise<{ items: CommitmentItem[]; nextCursor: string | null }> {
  const { commitments: c, cases } = db.tables;
  const limit = query.limit ?? 20;
  const forward = query.state === "open";
  const found = await db
    .select({ commitment: c, code: cases.code, title: cases.title, lang: cases.textLang })
    .from(c)
    .innerJoin(cases, eq(cases.id, c.caseId))
    .where(
      and(
        visibleTo(db, actor),
        eq(c.state, query.state),
        query.agencyId ? eq(c.agencyId, query.agencyId) : undefined,
        afterCursor(db, query.cursor ?? null, forward),
      ),
    )
    .orderBy(...(forward ? [asc(c.dueAt), asc(c.id)] : [desc(c.dueAt), desc(c.id)]))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1)?.commitment : undefined;
  return { items, nextCursor: last ? `${last.dueAt.getTime().toString(36)}.${last.id.toString(36)}` : null };
}

function afterCursor(db: Db, cursor: string | null, forward: boolean): SQL | undefined {
  const { commitments: c } = db.tables;
  const [due, id] = (cursor ?? "").split(".").map((part) => Number.parseInt(part, 36));
  if (due === undefined || id === undefined || !Number.isSafeInteger(due) || !Number.isSafeInteger(id))
    return undefined;
  const at = new Date(due);
  if (Number.isNaN(at.getTime())) return undefined;
  const beyond = forward ? gt : lt;
  return or(beyond(c.dueAt, at), and(eq(c.dueAt, at), beyond(c.id, id)));
}

/** How many promises of a state the reader sees, counted to `limit` at the most. */
export async function countRegister(db: Db, actor: Actor, state: CommitmentState, limit = 1000): Promise<number> {
  const { commitments: c, cases } = db.tables;
  const bounded = db
    .select({ one: sql<number>`1`.as("one") })
    .from(c)
    .innerJoin(cases, eq(cases.id, c.caseId))
    .where(and(visibleTo(db, actor), eq(c.state, state)))
    .limit(limit)
    .as("bounded");
  const [row] = await db.select({ count: sql<number>`count(*)` }).from(bounded);
  return Number(row?.count ?? 0);
}

/** How the newest promise of a case stands, for whoever may read its answer; null where nothing was promised. */
export async function promiseStanding(db: Db, caseId: number): Promise<PromiseStanding | null> {
  const latest = await latestCommitment(db, caseId);
  return latest && { state: latest.state, promisedOn: latest.promisedOn, firstOn: latest.firstOn };
}
