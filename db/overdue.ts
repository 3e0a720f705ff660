import { and, inArray, isNull, lt, type SQL } from "drizzle-orm";
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
