import { and, asc, count, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import type { Insider } from "../app/domain/conflict-wall.ts";
import type { Actor } from "../app/domain/actor.ts";
import { type CaseRow, visibleTo } from "./cases.ts";
import { addRow } from "./prepared.ts";
import { countVoices } from "./voices.ts";
import type { Tables } from "./schema.ts";
import type { Before } from "./schema/collective.ts";
import { outsideWall } from "./visible-cases.ts";
import type { Db, Tx } from "./store.server.ts";

export type Merge = Tables["caseMerges"]["$inferSelect"];
type Publication = Tables["publications"]["$inferSelect"];

/**
 * Holds a case until the transaction ends and gives it as it is then: whoever
 * puts others under it, and whoever answers or ends it, do so one after the other.
 */
export async function holdCase(tx: Tx, id: number): Promise<CaseRow | null> {
  const { cases } = tx.tables;
  const [row] = await tx
    .update(cases)
    .set({ id: sql`${cases.id}` })
    .where(eq(cases.id, id))
    .returning();
  return row ?? null;
}

/** The merge under which a case goes on, or null. */
export async function findMerge(db: Db, caseId: number): Promise<Merge | null> {
  const { caseMerges } = db.tables;
  const [row] = await db.select().from(caseMerges).where(eq(caseMerges.caseId, caseId));
  return row ?? null;
}

/**
 * Notes that a case goes on under another, with what it was before. Whatever
 * went on under it goes on under the new head: between a case and the one that
 * is answered for it there is never a third.
 */
export async function insertMerge(
  tx: Tx,
  merge: Omit<Tables["caseMerges"]["$inferInsert"], "before" | "publication">,
  before: CaseRow,
  after: CaseRow,
  published: Publication | null,
): Promise<void> {
  const { caseMerges } = tx.tables;
  await tx.update(caseMerges).set({ leadId: merge.leadId }).where(eq(caseMerges.leadId, merge.caseId));
  await addRow(tx, "caseMerges", {
    ...merge,
    before: formerValues(before, after),
    publication: published && plainValues(published),
  });
}

/** Forgets a merge; what went on under the case goes on under it again. */
export async function deleteMerge(tx: Tx, caseId: number): Promise<void> {
  const { caseMerges } = tx.tables;
  await tx.delete(caseMerges).where(eq(caseMerges.caseId, caseId));
  let above = [caseId];
  while (above.length > 0) {
    await tx.update(caseMerges).set({ leadId: caseId }).where(inArray(caseMerges.intoId, above));
    // Only a case that others went on under has anything further below it, and those are few.
    const below = tx.select({ intoId: caseMerges.intoId }).from(caseMerges);
    const next = await tx
      .select({ id: caseMerges.caseId })
      .from(caseMerges)
      .where(and(inArray(caseMerges.intoId, above), inArray(caseMerges.caseId, below)));
    above = next.map(({ id }) => id);
  }
}

export async function noteRelayed(tx: Tx, caseId: number, answerId: number): Promise<void> {
  const { caseMerges } = tx.tables;
  await tx.update(caseMerges).set({ answerId }).where(eq(caseMerges.caseId, caseId));
}

/** The columns that the merge changed, as they were. */
export function formerColumns(merge: Merge): Partial<CaseRow> {
  // The names and values come from a row of cases, as `formerValues` took them.
  return revived(merge.before) as Partial<CaseRow>;
}

/** What was published of the case when it was merged, or null. */
export function formerPublication(merge: Merge): Publication | null {
  // It was a row of publications, as `plainValues` took it.
  return merge.publication && (revived(merge.publication) as Publication);
}

/** Publishes again what was published of a case before it was merged, with the voices that it has now, in place of what was published since. */
export async function restorePublication(tx: Tx, publication: Publication): Promise<void> {
  const voices = await countVoices(tx, publication.caseId);
  const { publications } = tx.tables;
  await tx.delete(publications).where(eq(publications.caseId, publication.caseId));
  await tx.insert(publications).values({ ...publication, ...voices });
  await tx.publicChanged();
}

/** How many cases go on under this one at the head, counted to `limit` at the most; without those whose wall shuts the reader out. */
export async function countMembers(
  db: Db,
  leadId: number,
  reader: Insider | null = null,
  limit = 10_000,
): Promise<number> {
  const { cases, caseMerges } = db.tables;
  const bounded = db
    .select({ one: sql<number>`1`.as("one") })
    .from(caseMerges)
    .innerJoin(cases, eq(cases.id, caseMerges.caseId))
    .where(and(eq(caseMerges.leadId, leadId), reader ? outsideWall(db, reader) : undefined))
    .limit(limit)
    .as("bounded");
  const [row] = await db.select({ members: count() }).from(bounded);
  return Number(row?.members ?? 0);
}

/**
 * The published case under which a case goes on, for the address at which that
 * was public itself when it was merged. Null for everything else: that an
 * unpublished case exists is nobody's to know.
 */
export async function publicLeadOf(db: Db, code: string): Promise<string | null> {
  const { cases, caseMerges, publications } = db.tables;
  const [found] = await db
    .select({ leadCode: publications.code })
    .from(cases)
    .innerJoin(caseMerges, eq(caseMerges.caseId, cases.id))
    .innerJoin(publications, eq(publications.caseId, caseMerges.leadId))
    .where(and(eq(cases.code, code), goesOnInPublic(db)));
  return found?.leadCode ?? null;
}

/** The same of a case by its id, as the id of the published case. */
export async function publicLeadId(db: Db, caseId: number): Promise<number | null> {
  const { cases, caseMerges, publications } = db.tables;
  const [found] = await db
    .select({ leadId: publications.caseId })
    .from(cases)
    .innerJoin(caseMerges, eq(caseMerges.caseId, cases.id))
    .innerJoin(publications, eq(publications.caseId, caseMerges.leadId))
    .where(and(eq(cases.id, caseId), goesOnInPublic(db)));
  return found?.leadId ?? null;
}

/** Of a case and its merge: what was public of it is now read at its lead, and that it is there is known. */
export function goesOnInPublic(db: Db) {
  const { cases, caseMerges } = db.tables;
  return and(eq(cases.publishConsent, true), eq(cases.published, false), isNotNull(caseMerges.publication));
}

export type Member = Pick<CaseRow, "id" | "code" | "status" | "title" | "textLang" | "receivedAt" | "heardAt">;

/** One page of the cases that go on under this one, as far as the actor may see them, the oldest first. */
export async function listMembers(
  db: Db,
  actor: Actor,
  leadId: number,
  page: { after?: number; limit?: number } = {},
): Promise<Member[]> {
  const { cases, caseMerges } = db.tables;
  return db
    .select({
      id: cases.id,
      code: cases.code,
      status: cases.status,
      title: cases.title,
      textLang: cases.textLang,
      receivedAt: cases.receivedAt,
      heardAt: cases.heardAt,
    })
    .from(caseMerges)
    .innerJoin(cases, eq(cases.id, caseMerges.caseId))
    .where(and(eq(caseMerges.leadId, leadId), gt(caseMerges.caseId, page.after ?? 0), visibleTo(db, actor)))
    .orderBy(asc(caseMerges.caseId))
    .limit(page.limit ?? 20);
}

/** The next cases under a head, by id, for work in short pieces. */
export async function membersAfter(db: Db, leadId: number, after: number, limit: number): Promise<CaseRow[]> {
  const { cases, caseMerges } = db.tables;
  const found = await db
    .select({ row: cases })
    .from(caseMerges)
    .innerJoin(cases, eq(cases.id, caseMerges.caseId))
    .where(and(eq(caseMerges.leadId, leadId), gt(caseMerges.caseId, after)))
    .orderBy(asc(caseMerges.caseId))
    .limit(limit);
  return found.map(({ row }) => row);
}

type Plain = Before[string];

/** What may change while the case goes on under another: by an objection of its sender, or by the answer that is given to all. */
const touchedLater = ["heardAt", "agencyId", "unitId", "unitDueAt", "unitApproves", "answeredAt", "closeAt"] as const;

/** The columns in which two states of a case differ, as the first has them, and those that may change later. */
export function formerValues(before: CaseRow, after: CaseRow): Before {
  const now = new Map<string, unknown>(Object.entries(after));
  const former: Record<string, Plain> = {};
  for (const column of touchedLater) former[column] = plainOf(before[column]) ?? null;
  for (const [column, value] of Object.entries(before)) {
    const plain = plainOf(value);
    if (column === "version" || plain === undefined) continue;
    if (JSON.stringify(plain) !== JSON.stringify(plainOf(now.get(column)))) former[column] = plain;
  }
  return { ...former, status: before.status };
}

function plainValues(row: Publication): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plainOf(value) ?? value]));
}

/** A value as JSON keeps it; undefined for a column of JSON. */
function plainOf(value: unknown): Plain | undefined {
  if (value instanceof Date) return { ms: value.getTime() };
  const plain = value === null || ["string", "number", "boolean"].includes(typeof value);
  // The line above has shown which types it can be.
  return plain ? (value as Plain) : undefined;
}

function revived(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([column, value]) => [column, revive(value)]));
}

function revive(value: unknown): unknown {
  const moment = typeof value === "object" && value !== null && "ms" in value && Object.keys(value).length === 1;
  return moment && typeof value.ms === "number" ? new Date(value.ms) : value;
}
