import { and, asc, eq, gt, inArray, isNull, lt, or } from "drizzle-orm";
import { openStatuses } from "../app/domain/case-status.ts";
import type { Publication } from "./publications.ts";
import type { Db } from "./store.server.ts";

/** A place in the list: the promised date of a case, and the case. */
export interface LatePlace {
  readonly dueAt: Date;
  readonly id: number;
}

/** Published cases of an agency or a province whose promised date is over, the latest date last; `next` when there are more. */
export async function latePublications(
  db: Db,
  of: { readonly agencyId: number | null } | { readonly provinceCode: string },
  now: Date,
  limit: number,
  after: LatePlace | null = null,
): Promise<{ items: Publication[]; next: LatePlace | null }> {
  const { cases: c, publications: p } = db.tables;
  const found = await db
    .select({ publication: p, dueAt: c.dueAt, id: c.id })
    .from(c)
    .innerJoin(p, eq(p.caseId, c.id))
    .where(
      and(
        "agencyId" in of ? eq(c.agencyId, of.agencyId ?? 0) : eq(c.provinceCode, of.provinceCode),
        inArray(c.status, [...openStatuses]),
        lt(c.dueAt, now),
        isNull(c.pausedAt),
        after ? or(gt(c.dueAt, after.dueAt), and(eq(c.dueAt, after.dueAt), gt(c.id, after.id))) : undefined,
      ),
    )
    .orderBy(asc(c.dueAt), asc(c.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(({ publication }) => publication), next: last ? { dueAt: last.dueAt, id: last.id } : null };
}
