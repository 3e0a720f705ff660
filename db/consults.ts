import { and, asc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { openStatuses } from "../app/domain/case-status.ts";
import type { StaffActor } from "../app/domain/actor.ts";
import { visibleTo } from "./cases.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type ConsultRow = Tables["caseConsults"]["$inferSelect"];

/** What the lead agency asked other bodies about a case, oldest first. */
export async function listConsults(db: Db, caseId: number): Promise<ConsultRow[]> {
  const { caseConsults } = db.tables;
  return db.select().from(caseConsults).where(eq(caseConsults.caseId, caseId)).orderBy(asc(caseConsults.id));
}

export async function findConsult(db: Db, caseId: number, id: number): Promise<ConsultRow | null> {
  const { caseConsults } = db.tables;
  const [row] = await db
    .select()
    .from(caseConsults)
    .where(and(eq(caseConsults.id, id), eq(caseConsults.caseId, caseId)));
  return row ?? null;
}

export async function insertConsult(tx: Tx, row: Tables["caseConsults"]["$inferInsert"]): Promise<number> {
  const { caseConsults } = tx.tables;
  const [stored] = await tx.insert(caseConsults).values(row).returning({ id: caseConsults.id });
  if (!stored) throw new Error("a question to an agency was not stored");
  return stored.id;
}

/** Ends an open question; false when it is open no longer. */
export async function settleConsult(tx: Tx, id: number, set: Partial<ConsultRow>): Promise<boolean> {
  const { caseConsults } = tx.tables;
  const written = await tx
    .update(caseConsults)
    .set(set)
    .where(and(eq(caseConsults.id, id), eq(caseConsults.state, "open")))
    .returning({ id: caseConsults.id });
  return written.length > 0;
}

/** A question that waits for an agency's answer, with the case it is about. */
export interface WaitingConsult {
  readonly consult: ConsultRow;
  readonly code: string;
  readonly title: string;
  readonly lang: "vi" | "en";
  readonly dueAt: Date;
}

/** One page of the questions that wait for somebody's agency, about cases that they may see, the first due first; keyset-paged. */
export async function listWaitingConsults(
  db: Db,
  actor: StaffActor,
  page: { readonly cursor?: string | null; readonly limit?: number } = {},
): Promise<{ items: WaitingConsult[]; nextCursor: string | null }> {
  const { caseConsults: c, cases } = db.tables;
  const limit = page.limit ?? 20;
  const [due, id] = (page.cursor ?? "").split(".").map((part) => Number.parseInt(part, 36));
  const after = due === undefined || id === undefined || Number.isNaN(due) || Number.isNaN(id) ? null : new Date(due);
  const found = await db
    .select({ consult: c, code: cases.code, title: cases.title, lang: cases.textLang, dueAt: cases.dueAt })
    .from(c)
    .innerJoin(cases, eq(cases.id, c.caseId))
    .where(
      and(
        eq(c.agencyId, actor.agencyId),
        eq(c.state, "open"),
        inArray(cases.status, [...openStatuses]),
        visibleTo(db, actor),
        after && !Number.isNaN(after.getTime())
          ? or(gt(c.dueAt, after), and(eq(c.dueAt, after), gt(c.id, id ?? 0)))
          : undefined,
      ),
    )
    .orderBy(asc(c.dueAt), asc(c.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1)?.consult : undefined;
  return { items, nextCursor: last ? `${last.dueAt.getTime().toString(36)}.${last.id.toString(36)}` : null };
}

/** How many questions wait for somebody's agency, counted to `limit` at the most. */
export async function countWaitingConsults(db: Db, actor: StaffActor, limit = 100): Promise<number> {
  const { caseConsults: c, cases } = db.tables;
  const bounded = db
    .select({ one: sql<number>`1`.as("one") })
    .from(c)
    .innerJoin(cases, eq(cases.id, c.caseId))
    .where(
      and(
        eq(c.agencyId, actor.agencyId),
        eq(c.state, "open"),
        inArray(cases.status, [...openStatuses]),
        visibleTo(db, actor),
      ),
    )
    .limit(limit)
    .as("bounded");
  const [row] = await db.select({ count: sql<number>`count(*)` }).from(bounded);
  return Number(row?.count ?? 0);
}
