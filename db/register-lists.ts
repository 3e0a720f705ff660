import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { documentSlug, type EntryState, type FacetName } from "../app/domain/register.ts";
import type { OutcomeKind } from "../app/domain/outcome.ts";
import type { Law } from "./laws.ts";
import type { Publication } from "./publications.ts";
import type { RegisterEntry } from "./register.ts";
import { standingAnswer } from "./register-entries.ts";
import type { Db } from "./store.server.ts";

export interface EntryFilter {
  readonly words?: readonly string[];
  readonly document?: string | null;
  readonly class?: string | null;
  readonly sector?: string | null;
  readonly province?: string | null;
  readonly state?: EntryState | null;
}
export type EntrySort = "newest" | "reports";
export interface EntryWithLaw {
  readonly entry: RegisterEntry;
  readonly law: Law;
}

/** One page of the register, keyset-paged. `today` decides what is fixed by now. */
export async function listEntries(
  db: Db,
  filter: EntryFilter,
  page: { readonly sort: EntrySort; readonly cursor: string | null; readonly today: string; readonly limit?: number },
): Promise<{ items: EntryWithLaw[]; nextCursor: string | null }> {
  const { registerEntries: e, laws } = db.tables;
  const limit = page.limit ?? 20;
  const key = page.sort === "newest" ? e.newestAt : e.reports;
  const found = await db
    .select({ entry: e, law: laws })
    .from(e)
    .innerJoin(laws, eq(laws.key, e.lawKey))
    .where(and(...conditions(db, filter, page.today), beyond(db, page.sort, page.cursor)))
    .orderBy(desc(key), desc(e.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1)?.entry : undefined;
  const place = last && (page.sort === "newest" ? last.newestAt.getTime() : last.reports);
  return { items, nextCursor: last && place !== undefined ? `${place.toString(36)}.${last.id.toString(36)}` : null };
}

function beyond(db: Db, sort: EntrySort, cursor: string | null): SQL | undefined {
  const { registerEntries: e } = db.tables;
  const [, place = "", id = ""] = /^([0-9a-z]{1,10})\.([0-9a-z]{1,10})$/.exec(cursor ?? "") ?? [];
  const [at, after] = [Number.parseInt(place, 36), Number.parseInt(id, 36)];
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(after)) return undefined;
  if (sort === "reports") return or(lt(e.reports, at), and(eq(e.reports, at), lt(e.id, after)));
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return undefined;
  return or(lt(e.newestAt, moment), and(eq(e.newestAt, moment), lt(e.id, after)));
}

function conditions(db: Db, filter: EntryFilter, today: string): (SQL | undefined)[] {
  const { registerEntries: e } = db.tables;
  const facets = (["class", "sector", "province"] as const).flatMap((name) => {
    const value = filter[name];
    return value ? [inArray(e.id, withFacet(db, name, value))] : [];
  });
  return [
    // Folded words hold letters and digits only.
    ...(filter.words ?? []).map((word) => sql`${e.search} like ${`%${word}%`}`),
    filter.document ? eq(e.documentSlug, filter.document) : undefined,
    ...facets,
    filter.state ? inState(db, filter.state, today) : undefined,
  ];
}

function withFacet(db: Db, name: FacetName, value: string) {
  const { registerFacets: f } = db.tables;
  return db
    .select({ entryId: f.entryId })
    .from(f)
    .where(and(eq(f.name, name), eq(f.value, value)));
}

/** As `stateOn` has it. */
function inState(db: Db, state: EntryState, today: string): SQL | undefined {
  const { registerEntries: e } = db.tables;
  const unfixed = and(isNull(e.fixedOn), eq(e.state, state));
  if (state === "fixed") return lte(e.fixedOn, today);
  return state === "promised" ? or(gt(e.fixedOn, today), unfixed) : unfixed;
}

/** The entry at an address, or null. */
export async function findEntry(db: Db, document: string, place: string): Promise<EntryWithLaw | null> {
  const { registerEntries: e, laws } = db.tables;
  const [row] = await db
    .select({ entry: e, law: laws })
    .from(e)
    .innerJoin(laws, eq(laws.key, e.lawKey))
    .where(and(eq(e.documentSlug, document), eq(e.place, place)))
    .limit(1);
  return row ?? null;
}

/** The entries of a document in its own order, a page at a time. */
export async function entriesOfDocument(
  db: Db,
  document: string,
  cursor: string | null,
  limit = 50,
): Promise<{ items: EntryWithLaw[]; nextCursor: string | null }> {
  const { registerEntries: e, laws } = db.tables;
  const [, order, id] = /^([0-9a-z.]{0,40})~(\d{1,15})$/u.exec(cursor ?? "") ?? [];
  const after =
    order === undefined ? undefined : or(gt(e.placeOrder, order), and(eq(e.placeOrder, order), gt(e.id, Number(id))));
  const found = await db
    .select({ entry: e, law: laws })
    .from(e)
    .innerJoin(laws, eq(laws.key, e.lawKey))
    .where(and(eq(e.documentSlug, document), after))
    .orderBy(asc(e.placeOrder), asc(e.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1)?.entry : undefined;
  return { items, nextCursor: last ? `${last.placeOrder}~${last.id}` : null };
}

/** The documents that have entries. */
export async function registerDocuments(db: Db): Promise<{ slug: string; law: Law }[]> {
  const { registerEntries: e, laws } = db.tables;
  const rows = await db
    .select({ law: laws })
    .from(laws)
    .where(inArray(laws.key, db.select({ key: e.lawKey }).from(e)))
    .orderBy(asc(laws.key));
  return rows.map(({ law }) => ({ slug: documentSlug(law.key), law }));
}

/** The published cases against a provision, the newest first. */
export async function reportsOn(
  db: Db,
  entryId: number,
  before: number | null,
  limit = 20,
): Promise<{ items: Publication[]; next: number | null }> {
  const { registerReports: r, publications: p } = db.tables;
  const found = await db
    .select({ publication: p })
    .from(r)
    .innerJoin(p, eq(p.caseId, r.caseId))
    .where(and(eq(r.entryId, entryId), before === null ? undefined : lt(r.caseId, before)))
    .orderBy(desc(r.caseId))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(({ publication }) => publication);
  return { items, next: found.length > limit ? (items.at(-1)?.caseId ?? null) : null };
}

/** How many reports of an entry are of each class, sector and province, the most first. */
export async function facetsOn(
  db: Db,
  entryId: number,
): Promise<{ name: FacetName; value: string; reports: number }[]> {
  const { registerFacets: f } = db.tables;
  return db
    .select({ name: f.name, value: f.value, reports: f.reports })
    .from(f)
    .where(eq(f.entryId, entryId))
    .orderBy(desc(f.reports), asc(f.value));
}

/** What was decided of the reports against a provision, by the answers that stand. */
export async function outcomesOn(db: Db, entryId: number): Promise<{ outcome: OutcomeKind; reports: number }[]> {
  const { registerReports: r, publications: p } = db.tables;
  const rows = await db
    .select({ outcome: p.outcomeKind, reports: sql<number>`count(*)`.mapWith(Number) })
    .from(r)
    .innerJoin(p, eq(p.caseId, r.caseId))
    .where(and(eq(r.entryId, entryId), standingAnswer(db), isNotNull(p.outcomeKind)))
    .groupBy(p.outcomeKind);
  return rows.flatMap(({ outcome, reports }) => (outcome === null ? [] : [{ outcome, reports }]));
}

/** The entries in which a published case stands. */
export async function entriesOfCase(db: Db, caseId: number): Promise<EntryWithLaw[]> {
  const { registerReports: r, registerEntries: e, laws } = db.tables;
  return db
    .select({ entry: e, law: laws })
    .from(r)
    .innerJoin(e, eq(e.id, r.entryId))
    .innerJoin(laws, eq(laws.key, e.lawKey))
    .where(eq(r.caseId, caseId))
    .orderBy(asc(e.lawKey), asc(e.placeOrder), asc(e.id))
    .limit(60);
}

/** What is published of these cases, in the order of their filing. */
export async function publicationsOfCases(db: Db, caseIds: readonly number[]): Promise<Publication[]> {
  if (caseIds.length === 0) return [];
  const { publications: p } = db.tables;
  return db
    .select()
    .from(p)
    .where(inArray(p.caseId, [...caseIds]))
    .orderBy(asc(p.caseId));
}
