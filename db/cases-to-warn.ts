import { asc, lte } from "drizzle-orm";
import type { Db } from "./store.server.ts";

/** The codes of cases whose next warning is due, the oldest first. */
export async function findToWarn(db: Db, now: Date, limit = 100): Promise<string[]> {
  const { cases } = db.tables;
  const rows = await db
    .select({ code: cases.code })
    .from(cases)
    .where(lte(cases.warnAt, now))
    .orderBy(asc(cases.warnAt), asc(cases.id))
    .limit(limit);
  return rows.map((row) => row.code);
}
