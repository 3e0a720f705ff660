import { and, asc, eq, gt, inArray, isNull, lt, or } from "drizzle-orm";
import { openStatuses } from "../app/domain/case-status.ts";
import type { Publication } from "./publications.ts";
import type { Db } from "./store.server.ts";

/** A place in the list: the promised date of a case, and the case. */
interface LatePlace {
  readonly dueAt: Date;
  readonly id: number;
}

/** Published cases of an agency or a province whose promised date is over, the latest date last; `nextCursor` when there are more. */
export async function latePublications(
  db: Db,
  of: { readonly agencyId: number | null } | { readonly provinceCode: string },
  now: Date,
  limit: number,
  cursor: string | null = null,
): Promise<{ items: Publication[]; nextCursor: string | null }> {
  const after = cursor === null ? null : placeAt(cursor);
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
  return { items: shown.map(({ publication }) => publication), nextCursor: last ? cursorOf(last) : null };
}

const cursorOf = ({ dueAt, id }: LatePlace): string => `${dueAt.getTime().toString(36)}.${id.toString(36)}`;

/** The place that a cursor names; null for anything else, which is the beginning. */
function placeAt(cursor: string): LatePlace | null {
  const parts = /^([0-9a-z]{1,9})\.([0-9a-z]{1,10})$/.exec(cursor);
  return parts && { dueAt: new Date(Number.parseInt(parts[1] ?? "", 36)), id: Number.parseInt(parts[2] ?? "", 36) };
}
