import { and, asc, gt, lte } from "drizzle-orm";
import type { Db } from "./store.server.ts";

export interface SitemapRow {
  readonly id: number;
  readonly code: string;
  readonly changedAt: Date;
}

const AT_ONCE = 500;

/** What is published with a number above `after` up to `until`, some at a time, so that no page of the site map is held in memory. */
export async function* publishedBetween(db: Db, after: number, until: number): AsyncGenerator<SitemapRow[]> {
  const { publications: p } = db.tables;
  for (let last = after; ;) {
    const rows = await db
      .select({ id: p.id, code: p.code, changedAt: p.changedAt })
      .from(p)
      .where(and(gt(p.id, last), lte(p.id, until)))
      .orderBy(asc(p.id))
      .limit(AT_ONCE);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.id ?? until;
  }
}
