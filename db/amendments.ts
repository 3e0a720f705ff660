import { and, asc, desc, eq, gt, inArray, isNotNull, lt, lte, or, sql } from "drizzle-orm";
import type { Place } from "../app/domain/register.ts";
import { covers, placeSlug, type AmendmentState } from "../app/domain/register.ts";
import { refreshEntry, type Amendment } from "./register-entries.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type { Amendment } from "./register-entries.ts";
export type AmendmentPlace = Tables["amendmentPlaces"]["$inferSelect"];

export async function insertAmendment(tx: Tx, values: Tables["amendments"]["$inferInsert"]): Promise<Amendment> {
  const [row] = await tx.insert(tx.tables.amendments).values(values).returning();
  if (!row) throw new Error("an amendment was not stored");
  return row;
}

export async function findAmendment(db: Db, id: number): Promise<Amendment | null> {
  const { amendments } = db.tables;
  const [row] = await db.select().from(amendments).where(eq(amendments.id, id));
  return row ?? null;
}

/** Writes changes to an amendment whose version is still the one that was read. Null when somebody was faster. */
export async function updateAmendment(tx: Tx, row: Amendment, changes: Partial<Amendment>): Promise<Amendment | null> {
  const { amendments } = tx.tables;
  const [updated] = await tx
    .update(amendments)
    .set({ ...changes, version: row.version + 1 })
    .where(and(eq(amendments.id, row.id), eq(amendments.version, row.version)))
    .returning();
  return updated ?? null;
}

/** Replaces the provisions that an amendment changes. */
export async function setPlaces(
  tx: Tx,
  amendmentId: number,
  places: readonly { readonly lawKey: string; readonly place: Place }[],
): Promise<void> {
  const { amendmentPlaces } = tx.tables;
  await tx.delete(amendmentPlaces).where(eq(amendmentPlaces.amendmentId, amendmentId));
  for (const { lawKey, place } of places) {
    const { to: upTo, ...parts } = place;
    await tx
      .insert(amendmentPlaces)
      .values({ amendmentId, lawKey, place: placeSlug(place), ...parts, upTo })
      .onConflictDoNothing();
  }
}

export async function placesOfAmendments(db: Db, ids: readonly number[]): Promise<AmendmentPlace[]> {
  if (ids.length === 0) return [];
  const { amendmentPlaces } = db.tables;
  return db
    .select()
    .from(amendmentPlaces)
    .where(inArray(amendmentPlaces.amendmentId, [...ids]))
    .orderBy(asc(amendmentPlaces.lawKey), asc(amendmentPlaces.place));
}

/** One page of the amendments in these states, the latest to come into force first. */
export async function listAmendments(
  db: Db,
  states: readonly AmendmentState[],
  cursor: string | null,
  limit = 20,
): Promise<{ items: Amendment[]; nextCursor: string | null }> {
  const { amendments: a } = db.tables;
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})\.(\d{1,15})$/.exec(cursor ?? "") ?? [];
  const beyond =
    day === undefined ? undefined : or(lt(a.inForceOn, day), and(eq(a.inForceOn, day), lt(a.id, Number(id))));
  const found = await db
    .select()
    .from(a)
    .where(and(inArray(a.state, [...states]), beyond))
    .orderBy(desc(a.inForceOn), desc(a.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? `${last.inForceOn}.${last.id}` : null };
}

/** The entries whose provisions an amendment changes. */
export async function entriesOfAmendment(db: Db, id: number): Promise<Tables["registerEntries"]["$inferSelect"][]> {
  const { registerEntries: e, amendmentPlaces: p } = db.tables;
  const rows = await db
    .select({ entry: e, outer: p.place })
    .from(p)
    .innerJoin(e, eq(e.lawKey, p.lawKey))
    .where(eq(p.amendmentId, id))
    .orderBy(asc(e.lawKey), asc(e.placeOrder), asc(e.id));
  const covered = rows.filter(({ outer, entry }) => covers(outer, entry.place)).map(({ entry }) => entry);
  return covered.filter((one, at) => covered.findIndex((other) => other.id === one.id) === at);
}

export async function refreshEntriesOf(tx: Tx, amendmentId: number): Promise<void> {
  for (const { id } of await entriesOfAmendment(tx, amendmentId)) await refreshEntry(tx, id);
}

/** The published cases that led to an amendment: received before it came into force, against what it changes. */
export async function casesOfAmendment(
  db: Db,
  amendment: Amendment,
  page: { readonly afterCaseId?: number; readonly limit: number },
): Promise<number[]> {
  const entries = await entriesOfAmendment(db, amendment.id);
  if (entries.length === 0) return [];
  const { registerReports: r } = db.tables;
  const ids = entries.map(({ id }) => id);
  const rows = await db
    .select({ caseId: r.caseId })
    .from(r)
    .where(and(inArray(r.entryId, ids), lte(r.receivedOn, amendment.inForceOn), gt(r.caseId, page.afterCaseId ?? 0)))
    .groupBy(r.caseId)
    .orderBy(asc(r.caseId))
    .limit(page.limit);
  return rows.map(({ caseId }) => caseId);
}

/** How many published cases led to an amendment. */
export async function countCasesOf(db: Db, amendment: Amendment): Promise<number> {
  const ids = (await entriesOfAmendment(db, amendment.id)).map(({ id }) => id);
  if (ids.length === 0) return 0;
  const { registerReports: r } = db.tables;
  const [row] = await db
    .select({ count: sql<number>`count(distinct ${r.caseId})`.mapWith(Number) })
    .from(r)
    .where(and(inArray(r.entryId, ids), lte(r.receivedOn, amendment.inForceOn)));
  return row?.count ?? 0;
}

/** The next amendment of which somebody waits to be told. */
export async function amendmentToTell(db: Db): Promise<Amendment | null> {
  const { amendments: a } = db.tables;
  const [row] = await db.select().from(a).where(isNotNull(a.tellAfter)).orderBy(asc(a.tellAfter), asc(a.id)).limit(1);
  return row ?? null;
}

/** Notes how far the telling has come; false when another worker went on from there. */
export async function advanceTelling(tx: Tx, { id, tellAfter }: Amendment, to: number | null): Promise<boolean> {
  if (tellAfter === null) return false;
  const { amendments: a } = tx.tables;
  const moved = await tx
    .update(a)
    .set({ tellAfter: to })
    .where(and(eq(a.id, id), eq(a.tellAfter, tellAfter)))
    .returning({ id: a.id });
  return moved.length > 0;
}
