import { and, count, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { openStatuses } from "../app/domain/case-status.ts";
import type { Db } from "./store.server.ts";

/**
 * Open cases whose promised date is over: what every page calls late. Those
 * whose clock stands are not, nor is a part that was split off a letter.
 */
export function isOverdue(db: Db, now: Date): SQL | undefined {
  const { cases: c } = db.tables;
  return and(inArray(c.status, [...openStatuses]), lt(c.dueAt, now), isNull(c.pausedAt), isNull(c.parentId));
}

/** How many are overdue, counted up to a number. */
export async function countOverdue(db: Db, now: Date, most: number): Promise<number> {
  const { cases: c } = db.tables;
  const some = db
    .select({ one: sql<number>`1`.as("one") })
    .from(c)
    .where(isOverdue(db, now))
    .limit(most)
    .as("some");
  const [row] = await db.select({ n: count() }).from(some);
  return row?.n ?? 0;
}
