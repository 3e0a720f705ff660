import { and, asc, desc, eq, gt, lte } from "drizzle-orm";
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

export interface ProvisionRow {
  readonly id: number;
  readonly documentSlug: string;
  readonly place: string;
  readonly newestAt: Date;
}

/** The entries of the register with a number above `after` up to `until`, some at a time. */
export async function* entriesBetween(db: Db, after: number, until: number): AsyncGenerator<ProvisionRow[]> {
  const { registerEntries: e } = db.tables;
  for (let last = after; ;) {
    const rows = await db
      .select({ id: e.id, documentSlug: e.documentSlug, place: e.place, newestAt: e.newestAt })
      .from(e)
      .where(and(gt(e.id, last), lte(e.id, until)))
      .orderBy(asc(e.id))
      .limit(AT_ONCE);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.id ?? until;
  }
}

/** The number of the newest entry of the register; 0 without any. */
export async function newestEntry(db: Db): Promise<number> {
  const { registerEntries: e } = db.tables;
  const [row] = await db.select({ id: e.id }).from(e).orderBy(desc(e.id)).limit(1);
  return row?.id ?? 0;
}

/** The amendments that the public reads. People record them by hand: hundreds. */
export async function publishedAmendments(db: Db, limit = 10_000): Promise<{ id: number }[]> {
  const { amendments: a } = db.tables;
  return db.select({ id: a.id }).from(a).where(eq(a.state, "published")).orderBy(asc(a.id)).limit(limit);
}
