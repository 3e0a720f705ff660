import { and, asc, desc, eq, like } from "drizzle-orm";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type CalendarDay = Tables["calendarDays"]["$inferSelect"];
export type CalendarVersion = Tables["calendarVersions"]["$inferSelect"];
export type DraftDay = Tables["calendarDrafts"]["$inferSelect"];

/** Every version that was ever in force, the newest first. */
export async function listCalendarVersions(db: Db, limit = 100): Promise<CalendarVersion[]> {
  const { calendarVersions } = db.tables;
  return db.select().from(calendarVersions).orderBy(desc(calendarVersions.version)).limit(limit);
}

/** The days of a version, of one year where given, in order. */
export async function calendarDaysOf(db: Db, version: number, year?: string): Promise<CalendarDay[]> {
  const { calendarDays } = db.tables;
  return db
    .select()
    .from(calendarDays)
    .where(
      and(eq(calendarDays.version, version), year === undefined ? undefined : like(calendarDays.date, `${year}-%`)),
    )
    .orderBy(asc(calendarDays.date));
}

/** The changes that are prepared for the next version, in order. */
export async function listDraftDays(db: Db): Promise<DraftDay[]> {
  const { calendarDrafts } = db.tables;
  return db.select().from(calendarDrafts).orderBy(asc(calendarDrafts.date));
}

export async function putDraftDay(tx: Tx, day: DraftDay): Promise<void> {
  const { calendarDrafts } = tx.tables;
  const { date: _key, ...set } = day;
  await tx.insert(calendarDrafts).values(day).onConflictDoUpdate({ target: calendarDrafts.date, set });
}

/** Takes one day out of the draft; the whole draft without a date. */
export async function dropDraftDays(tx: Tx, date?: string): Promise<void> {
  const { calendarDrafts } = tx.tables;
  await tx.delete(calendarDrafts).where(date === undefined ? undefined : eq(calendarDrafts.date, date));
}

/** Stores a version with its days; false when this version was made by somebody else meanwhile. */
export async function insertCalendarVersion(
  tx: Tx,
  version: Tables["calendarVersions"]["$inferInsert"],
  days: readonly Omit<CalendarDay, "version">[],
): Promise<boolean> {
  const { calendarVersions, calendarDays } = tx.tables;
  const made = await tx.insert(calendarVersions).values(version).onConflictDoNothing().returning();
  if (made.length === 0) return false;
  for (let from = 0; from < days.length; from += 400) {
    const chunk = days.slice(from, from + 400).map((day) => ({ ...day, version: version.version }));
    await tx.insert(calendarDays).values(chunk);
  }
  return true;
}
