import { and, asc, eq, inArray, isNull, lt } from "drizzle-orm";
import { openStatuses } from "../app/domain/case-status.ts";
import type { Db } from "./store.server.ts";

/** Published cases of an agency or a province whose promised date is over, the latest date last. */
export async function latePublications(
  db: Db,
  of: { readonly agencyId?: number | null; readonly provinceCode?: string },
  now: Date,
  limit: number,
): Promise<{ code: string; titleVi: string | null; titleEn: string | null }[]> {
  const { cases: c, publications: p } = db.tables;
  return db
    .select({ code: p.code, titleVi: p.titleVi, titleEn: p.titleEn })
    .from(c)
    .innerJoin(p, eq(p.caseId, c.id))
    .where(
      and(
        of.agencyId === undefined ? undefined : eq(c.agencyId, of.agencyId ?? 0),
        of.provinceCode === undefined ? undefined : eq(c.provinceCode, of.provinceCode),
        inArray(c.status, [...openStatuses]),
        lt(c.dueAt, now),
        isNull(c.pausedAt),
      ),
    )
    .orderBy(asc(c.dueAt), asc(c.id))
    .limit(limit);
}
