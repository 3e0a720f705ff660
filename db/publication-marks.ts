import { and, inArray, isNotNull, or } from "drizzle-orm";
import type { CaseRow } from "./cases.ts";
import type { Db } from "./store.server.ts";

/** What an editor has to know of a case in a list before opening it. */
export type PublicationMark = Pick<CaseRow, "proposedAt" | "publishAt" | "objectedAt">;

/** How far the publication of these cases is, by their id; those of which there is nothing to say are left out. */
export async function publicationMarks(db: Db, caseIds: readonly number[]): Promise<Map<number, PublicationMark>> {
  const { cases } = db.tables;
  if (caseIds.length === 0) return new Map();
  const found = await db
    .select({
      id: cases.id,
      proposedAt: cases.proposedAt,
      publishAt: cases.publishAt,
      objectedAt: cases.objectedAt,
    })
    .from(cases)
    .where(
      and(
        inArray(cases.id, [...caseIds]),
        or(isNotNull(cases.proposedAt), isNotNull(cases.publishAt), isNotNull(cases.objectedAt)),
      ),
    );
  return new Map(found.map(({ id, ...mark }) => [id, mark]));
}
