import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, lt, lte, or, sql, type SQL } from "drizzle-orm";
import { openStatuses, publishableStatuses, type Status } from "../app/domain/case-status.ts";
import type { Actor, CaseScope } from "../app/domain/permissions.ts";
import { insertRow, prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import { caseMatches, ftsJoin } from "./search.ts";
import type { Db, Tx } from "./store.server.ts";
import { visibleTo } from "./visible-cases.ts";

export { visibleTo };

export type CaseRow = Tables["cases"]["$inferSelect"];
export type NewCase = Omit<Tables["cases"]["$inferInsert"], "id">;

/** What the permission rules need to know of a case. */
export function scopeOf(row: CaseRow): CaseScope {
  return {
    id: row.id,
    status: row.status,
    agencyId: row.agencyId,
    unitId: row.unitId,
    unitApproves: row.unitApproves,
    walledOff: row.walledOff,
    askedOf: row.askedOf,
    held: row.heldReason !== null,
    arbitration: row.arbiterSince !== null ? "waiting" : row.binding ? "decided" : "none",
    disputed: row.disputedAt !== null,
    publishConsent: row.publishConsent,
    published: row.published,
    hasIdentity: row.reporterType !== "anonymous" && row.identityErasedAt === null,
    identityHidden: row.identityHidden,
    // Whoever opens an identity asks `db/identity-requests.ts`.
    identityGranted: false,
  };
}

/** Stores a case; null when its code is already in use, so that the caller draws another. */
export async function insertCase(tx: Tx, row: NewCase): Promise<CaseRow | null> {
  return (await findCase(tx, row.code)) ? null : insertRow(tx, "cases", row);
}

export async function findCase(db: Db, code: string): Promise<CaseRow | null> {
  const { cases } = db.tables;
  const query = prepared(db, "findCase", () =>
    db
      .select()
      .from(cases)
      .where(eq(cases.code, sql.placeholder("code")))
      .prepare("find_case"),
  );
  const [row] = await query.execute({ code });
  return row ?? null;
}

/** The id of the case with this code; 0 when there is none. */
export async function findCaseId(db: Db, code: string): Promise<number> {
  const { cases } = db.tables;
  const [row] = await db.select({ id: cases.id }).from(cases).where(eq(cases.code, code));
  return row?.id ?? 0;
}

export async function findCaseById(db: Db, id: number): Promise<CaseRow | null> {
  const { cases } = db.tables;
  const [row] = await db.select().from(cases).where(eq(cases.id, id));
  return row ?? null;
}

/**
 * Writes changes to a case whose version is still the one that was read, and
 * gives it the next version. Null when somebody was faster.
 */
export async function updateCase(tx: Tx, row: CaseRow, changes: Partial<CaseRow>): Promise<CaseRow | null> {
  const { cases } = tx.tables;
  const [updated] = await tx
    .update(cases)
    .set({ ...changes, version: row.version + 1 })
    .where(and(eq(cases.id, row.id), eq(cases.version, row.version)))
    .returning();
  return updated ?? null;
}

/** The views of the office queue. Each is a question; the counts beside them are bounded. */
export const queueViews = [
  "new",
  "held",
  "returned",
  "mine",
  "due-soon",
  "late",
  "waiting",
  "approval",
  "to-publish",
  "published",
  "answered",
  "all",
] as const;
export type QueueView = (typeof queueViews)[number];

export interface QueueQuery {
  readonly view: QueueView;
  /** Words to find in title and text. */
  readonly words?: readonly string[];
  readonly cursor?: string | null;
  readonly limit?: number;
  readonly now: Date;
  /** Cases due before this moment count as due soon. */
  readonly soon: Date;
}

export type QueueRow = Pick<
  CaseRow,
  | "id"
  | "code"
  | "kind"
  | "status"
  | "title"
  | "lang"
  | "provinceCode"
  | "communeCode"
  | "field"
  | "agencyId"
  | "heldReason"
  | "receivedAt"
  | "triageDueAt"
  | "dueAt"
  | "pausedAt"
  | "calendarVersion"
  | "published"
  | "version"
>;

/** One page of a queue, the first due first. `nextCursor` is null on the last page. */
export async function listQueue(
  db: Db,
  actor: Actor,
  query: QueueQuery,
): Promise<{ items: QueueRow[]; nextCursor: string | null }> {
  const { cases } = db.tables;
  const limit = query.limit ?? 20;
  const words = query.words ?? [];
  const base = db
    .select({
      id: cases.id,
      code: cases.code,
      kind: cases.kind,
      status: cases.status,
      title: cases.title,
      lang: cases.lang,
      provinceCode: cases.provinceCode,
      communeCode: cases.communeCode,
      field: cases.field,
      agencyId: cases.agencyId,
      heldReason: cases.heldReason,
      receivedAt: cases.receivedAt,
      triageDueAt: cases.triageDueAt,
      dueAt: cases.dueAt,
      pausedAt: cases.pausedAt,
      calendarVersion: cases.calendarVersion,
      published: cases.published,
      version: cases.version,
    })
    .from(cases)
    .$dynamic();
  const fts = words.length > 0 ? ftsJoin(db, "case_file") : null;
  const joined = fts ? base.innerJoin(fts.table, fts.on) : base;
  const found = await joined
    .where(
      and(
        visibleTo(db, actor),
        viewCondition(db, query),
        words.length > 0 ? caseMatches(db, words) : undefined,
        afterCursor(db, query.cursor ?? null),
      ),
    )
    .orderBy(asc(cases.dueAt), asc(cases.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? `${last.dueAt.getTime().toString(36)}.${last.id.toString(36)}` : null };
}

/** How many cases a view holds, counted to `limit` at the most. */
export async function countQueue(db: Db, actor: Actor, query: QueueQuery, limit = 1000): Promise<number> {
  const { cases } = db.tables;
  const bounded = db
    .select({ one: sql<number>`1`.as("one") })
    .from(cases)
    .where(and(visibleTo(db, actor), viewCondition(db, query)))
    .limit(limit)
    .as("bounded");
  const [row] = await db.select({ count: sql<number>`count(*)` }).from(bounded);
  return Number(row?.count ?? 0);
}

function viewCondition(db: Db, query: QueueQuery): SQL | undefined {
  const { cases } = db.tables;
  const open = (statuses: readonly Status[]) => inArray(cases.status, [...statuses]);
  switch (query.view) {
    case "new":
      return and(eq(cases.status, "submitted"), isNull(cases.heldReason));
    case "held":
      return and(eq(cases.status, "submitted"), isNotNull(cases.heldReason));
    case "returned":
      return and(eq(cases.status, "submitted"), gt(cases.refusals, 0));
    case "mine":
      return open(["assigned", "in_progress"]);
    case "due-soon":
      return and(open(openStatuses), isNull(cases.pausedAt), gt(cases.dueAt, query.now), lte(cases.dueAt, query.soon));
    case "late":
      // Late for the answer, or still not passed on when triage should be over.
      return and(
        open(openStatuses),
        isNull(cases.pausedAt),
        or(lte(cases.dueAt, query.now), and(eq(cases.status, "submitted"), lte(cases.triageDueAt, query.now))),
      );
    case "waiting":
      return eq(cases.status, "waiting");
    case "approval":
      return eq(cases.status, "awaiting_approval");
    case "to-publish":
      return and(
        eq(cases.publishConsent, true),
        or(
          and(open(publishableStatuses), eq(cases.published, false)),
          and(open(["answered", "closed"]), eq(cases.published, true), publishedWithoutAnswer(db)),
        ),
      );
    case "published":
      return eq(cases.published, true);
    case "answered":
      return open(["answered", "closed"]);
    case "all":
      return undefined;
  }
}

/** What is public of a case was published before its answer. */
function publishedWithoutAnswer(db: Db): SQL {
  const { cases, publications } = db.tables;
  return exists(
    db
      .select({ one: sql`1` })
      .from(publications)
      .where(and(eq(publications.caseId, cases.id), isNull(publications.answerVi))),
  );
}

function afterCursor(db: Db, cursor: string | null): SQL | undefined {
  const { cases } = db.tables;
  const [due, id] = (cursor ?? "").split(".").map((part) => Number.parseInt(part, 36));
  if (due === undefined || id === undefined || !Number.isSafeInteger(due) || !Number.isSafeInteger(id))
    return undefined;
  const at = new Date(due);
  if (Number.isNaN(at.getTime())) return undefined;
  return or(gt(cases.dueAt, at), and(eq(cases.dueAt, at), gt(cases.id, id)));
}

/** Cases whose open question has lapsed, or whose time to object is over: what the timers act on. */
export async function findLapsed(db: Db, now: Date, limit = 100): Promise<string[]> {
  const { cases } = db.tables;
  const rows = await db
    .select({ code: cases.code })
    .from(cases)
    .where(and(eq(cases.status, "waiting"), lt(cases.waitUntil, now)))
    .orderBy(asc(cases.waitUntil))
    .limit(limit);
  return rows.map((row) => row.code);
}

export async function findClosable(db: Db, now: Date, limit = 100): Promise<string[]> {
  const { cases } = db.tables;
  const rows = await db
    .select({ code: cases.code })
    .from(cases)
    .where(and(eq(cases.status, "answered"), lt(cases.closeAt, now)))
    .orderBy(asc(cases.closeAt))
    .limit(limit);
  return rows.map((row) => row.code);
}
