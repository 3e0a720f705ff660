import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { openStatuses, type Status } from "../app/domain/case-status.ts";
import type { Actor } from "../app/domain/actor.ts";
import { type CaseRow, visibleTo } from "./cases.ts";
import type { Db } from "./store.server.ts";

/** The first letter of a campaign that somebody still owes an answer, as far as the actor may see them, or null. */
export async function firstOpenLetter(db: Db, actor: Actor, campaignId: number): Promise<CaseRow | null> {
  const [letter] = await lettersIn(db, actor, campaignId, openStatuses, 0, 1);
  return letter ?? null;
}

/** The states from which a case may be put under another. */
const mergeable: readonly Status[] = ["submitted", "assigned", "in_progress"];

/** The next letters of a campaign that may be put under another case, by id. */
export async function gatherable(
  db: Db,
  actor: Actor,
  campaignId: number,
  after: number,
  limit: number,
): Promise<CaseRow[]> {
  return lettersIn(db, actor, campaignId, mergeable, after, limit);
}

async function lettersIn(
  db: Db,
  actor: Actor,
  campaignId: number,
  statuses: readonly Status[],
  after: number,
  limit: number,
): Promise<CaseRow[]> {
  const { cases, letterPrints } = db.tables;
  const found = await db
    .select({ row: cases })
    .from(letterPrints)
    .innerJoin(cases, eq(cases.id, letterPrints.caseId))
    .where(
      and(
        eq(letterPrints.campaignId, campaignId),
        gt(letterPrints.caseId, after),
        inArray(cases.status, [...statuses]),
        visibleTo(db, actor),
      ),
    )
    .orderBy(asc(letterPrints.caseId))
    .limit(limit);
  return found.map(({ row }) => row);
}
