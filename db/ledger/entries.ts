import { and, asc, eq, getTableColumns, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import type { EventRow } from "../events.ts";
import type { Db, Tx } from "../store.server.ts";

/** The case that an event tells of. */
export const caseOf = (event: Pick<EventRow, "stream">): number => Number(event.stream.slice("case/".length));

/**
 * The first events of cases that wait for their place, in the order in which
 * they were stored. One that was stored before another and committed after it
 * just waits for the next round, so none is passed over; of one case the events
 * are always in order, because each holds the case's row until it is committed.
 */
export async function waitingEvents(db: Db, most: number): Promise<EventRow[]> {
  const { ledgerEntries: e, events } = db.tables;
  return db
    .select(getTableColumns(events))
    .from(e)
    .innerJoin(events, eq(events.id, e.eventId))
    .where(isNull(e.logIndex))
    .orderBy(asc(e.logIndex), asc(e.eventId))
    .limit(most);
}

/** Gives events their places, one after the other from `first` on. The caller holds the log. */
export async function placeEvents(tx: Tx, eventIds: readonly number[], first: number): Promise<void> {
  const { ledgerEntries: e } = tx.tables;
  if (eventIds.length === 0) return;
  const places = eventIds.map((id, place) => sql`when cast(${id} as bigint) then cast(${first + place} as bigint)`);
  await tx
    .update(e)
    .set({ logIndex: sql`case ${e.eventId} ${sql.join(places, sql` `)} end` })
    .where(inArray(e.eventId, [...eventIds]));
}

/** The places of some events; those that still wait are left out. */
export async function placesOf(db: Db, eventIds: readonly number[]): Promise<Map<number, number>> {
  const { ledgerEntries: e } = db.tables;
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(e)
    .where(inArray(e.eventId, [...eventIds]));
  return new Map(rows.flatMap(({ eventId, logIndex }) => (logIndex === null ? [] : [[eventId, logIndex]])));
}

/** The events at the places from `from` up to, not including, `to`. */
export async function eventsAt(db: Db, from: number, to: number): Promise<{ index: number; event: EventRow }[]> {
  const { ledgerEntries: e, events } = db.tables;
  const rows = await db
    .select({ index: e.logIndex, event: events })
    .from(e)
    .innerJoin(events, eq(events.id, e.eventId))
    .where(and(gte(e.logIndex, from), lt(e.logIndex, to)))
    .orderBy(asc(e.logIndex));
  return rows.map(({ index, event }) => ({ index: index ?? 0, event }));
}

/** The codes of cases, by their number. */
export async function codesOf(db: Db, caseIds: readonly number[]): Promise<Map<number, string>> {
  const { cases } = db.tables;
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .select({ id: cases.id, code: cases.code })
    .from(cases)
    .where(inArray(cases.id, [...caseIds]));
  return new Map(rows.map(({ id, code }) => [id, code]));
}
