import { and, desc, eq, gte, isNotNull, sql } from "drizzle-orm";
import { openStatuses } from "../app/domain/case-status.ts";
import { type AgencyAnswer, covers, differencePrint, type EntryState, type FacetName } from "../app/domain/register.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/** Everything of an entry that follows from what is published; equal for the same publications. */
export interface EntryFacts {
  readonly reports: number;
  readonly newestAt: Date;
  readonly state: EntryState;
  readonly minutes: number;
  readonly minutesFrom: number;
  readonly money: number;
  readonly moneyFrom: number;
  readonly fixedOn: string | null;
  readonly fixedById: number | null;
}
export interface Facet {
  readonly name: FacetName;
  readonly value: string;
  readonly reports: number;
}
export interface EntryNow {
  readonly facts: EntryFacts;
  readonly facets: readonly Facet[];
  /** Which answers differ, and since when; null while they agree. */
  readonly difference: { readonly print: string; readonly since: Date } | null;
}

/** Counts an entry anew; one without reports is gone, with all that hangs on it. */
export async function refreshEntry(tx: Tx, id: number): Promise<void> {
  const { registerEntries, registerFacets, answerDifferences } = tx.tables;
  const now = await entryNow(tx, id);
  await tx.delete(registerFacets).where(eq(registerFacets.entryId, id));
  if (now === null) {
    await tx.delete(answerDifferences).where(eq(answerDifferences.entryId, id));
    await tx.delete(registerEntries).where(eq(registerEntries.id, id));
    return;
  }
  await tx.update(registerEntries).set(now.facts).where(eq(registerEntries.id, id));
  if (now.facets.length > 0) {
    await tx.insert(registerFacets).values(now.facets.map((facet) => ({ entryId: id, ...facet })));
  }
  await keepDifference(tx, id, now.difference);
}

async function keepDifference(tx: Tx, entryId: number, difference: EntryNow["difference"]): Promise<void> {
  const { answerDifferences, registerEntries, laws } = tx.tables;
  if (difference === null) {
    await tx.delete(answerDifferences).where(eq(answerDifferences.entryId, entryId));
    return;
  }
  const [law] = await tx
    .select({ drafterId: laws.drafterId })
    .from(registerEntries)
    .innerJoin(laws, eq(laws.key, registerEntries.lawKey))
    .where(eq(registerEntries.id, entryId));
  const set = { ...difference, drafterId: law?.drafterId ?? null };
  await tx
    .insert(answerDifferences)
    .values({ entryId, ...set })
    .onConflictDoUpdate({ target: answerDifferences.entryId, set });
}

/** An entry as its published reports make it; null without any. */
export async function entryNow(db: Db, id: number): Promise<EntryNow | null> {
  const { registerReports: r, publications: p } = db.tables;
  const [sums] = await db
    .select({
      reports: sql<number>`count(*)`.mapWith(Number),
      minutes: sql<number>`coalesce(sum(${r.minutes}), 0)`.mapWith(Number),
      minutesFrom: sql<number>`count(${r.minutes})`.mapWith(Number),
      money: sql<number>`coalesce(sum(${r.money}), 0)`.mapWith(Number),
      moneyFrom: sql<number>`count(${r.money})`.mapWith(Number),
      newestOn: sql<string | null>`max(${r.receivedOn})`,
    })
    .from(r)
    .where(eq(r.entryId, id));
  if (!sums || sums.reports === 0 || sums.newestOn === null) return null;
  const { newestOn, ...counted } = sums;
  const [newest] = await db
    .select({ at: p.receivedAt })
    .from(r)
    .innerJoin(p, eq(p.caseId, r.caseId))
    .where(and(eq(r.entryId, id), eq(r.receivedOn, newestOn)))
    .orderBy(desc(p.receivedAt))
    .limit(1);
  const answers = await answersTo(db, id);
  const fixed = await amendmentOf(db, id, newestOn);
  const print = differencePrint(answers);
  const since = new Date(Math.max(0, ...answers.map(({ updatedAt }) => updatedAt.getTime())));
  return {
    facts: {
      ...counted,
      newestAt: newest?.at ?? new Date(0),
      state: await stateNow(db, id, answers),
      fixedOn: fixed?.inForceOn ?? null,
      fixedById: fixed?.id ?? null,
    },
    facets: await facetsOf(db, id),
    difference: print === null ? null : { print, since },
  };
}

/** The standing published answers to a provision, one for each agency and kind of outcome. */
async function answersTo(db: Db, id: number): Promise<(AgencyAnswer & { updatedAt: Date })[]> {
  const { registerReports: r, publications: p } = db.tables;
  const rows = await db
    .select({
      agencyId: p.agencyId,
      outcomeKind: p.outcomeKind,
      updatedAt: sql<Date>`min(${p.updatedAt})`.mapWith(p.updatedAt),
    })
    .from(r)
    .innerJoin(p, eq(p.caseId, r.caseId))
    .where(and(eq(r.entryId, id), standingAnswer(db)))
    .groupBy(p.agencyId, p.outcomeKind);
  return rows.flatMap(({ agencyId, outcomeKind, updatedAt }) =>
    agencyId === null || outcomeKind === null ? [] : [{ agencyId, outcomeKind, updatedAt }],
  );
}

/** That the published answer is the case's answer of today, as `answerStands` has it. */
export function standingAnswer(db: Db) {
  const { publications: p } = db.tables;
  return and(
    isNotNull(p.outcomeKind),
    isNotNull(p.answeredAt),
    gte(p.updatedAt, p.answeredAt),
    sql`(${p.disagreement} or ${p.status} <> 'disputed')`,
  );
}

/** Amendments aside: promised by an answer that stands, under review while an agency works on a report. */
async function stateNow(db: Db, id: number, answers: readonly AgencyAnswer[]): Promise<EntryState> {
  if (answers.some(({ outcomeKind }) => outcomeKind === "commitment")) return "promised";
  const { registerReports: r, publications: p } = db.tables;
  const worked = openStatuses.filter((status) => status !== "submitted");
  const open = await db
    .select({ id: p.id })
    .from(r)
    .innerJoin(p, eq(p.caseId, r.caseId))
    .where(and(eq(r.entryId, id), sql`${p.status} in ${[...worked, "disputed"]}`))
    .limit(1);
  return open.length > 0 ? "review" : "reported";
}

async function facetsOf(db: Db, id: number): Promise<Facet[]> {
  const { registerReports: r } = db.tables;
  const columns = { class: r.obstacleClass, sector: r.sector, province: r.provinceCode } as const;
  const facets: Facet[] = [];
  for (const name of ["class", "sector", "province"] as const) {
    const column = columns[name];
    const rows = await db
      .select({ value: column, reports: sql<number>`count(*)`.mapWith(Number) })
      .from(r)
      .where(and(eq(r.entryId, id), isNotNull(column)))
      .groupBy(column);
    for (const { value, reports } of rows) if (value !== null) facets.push({ name, value, reports });
  }
  return facets;
}

export type Amendment = Tables["amendments"]["$inferSelect"];

/** The published amendments that change a provision of an entry, the latest to come into force first. */
export async function amendmentsOf(db: Db, id: number): Promise<Amendment[]> {
  const { registerEntries: e, amendmentPlaces: place, amendments: a } = db.tables;
  const rows = await db
    .select({ amendment: a, outer: place.place, inner: e.place })
    .from(e)
    .innerJoin(place, eq(place.lawKey, e.lawKey))
    .innerJoin(a, eq(a.id, place.amendmentId))
    .where(and(eq(e.id, id), eq(a.state, "published")))
    .orderBy(desc(a.inForceOn), desc(a.id));
  const covering = rows.filter(({ outer, inner }) => covers(outer, inner)).map(({ amendment }) => amendment);
  return covering.filter((one, at) => covering.findIndex(({ id: other }) => other === one.id) === at);
}

/** The amendment that mended an entry: one after whose first day nobody reported it again. */
async function amendmentOf(db: Db, id: number, newestOn: string): Promise<Amendment | null> {
  const all = await amendmentsOf(db, id);
  return all.find(({ inForceOn }) => inForceOn >= newestOn) ?? null;
}
