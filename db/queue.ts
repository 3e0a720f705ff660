import { and, asc, desc, eq, gt, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../app/domain/permissions.ts";
import type { QueueSort } from "../app/domain/queue-address.ts";
import type { CaseRow } from "./cases.ts";
import { narrowed, type QueueFilter, type QueueGroup, type QueueView, viewGroups } from "./queue-conditions.ts";
import { caseMatches, ftsJoin } from "./search.ts";
import type { Db } from "./store.server.ts";
import { visibleArms } from "./visible-cases.ts";

export interface QueueQuery {
  readonly view: QueueView;
  /** Words to find in title and text. */
  readonly words?: readonly string[];
  readonly filter?: QueueFilter;
  readonly sort?: QueueSort;
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
  | "level"
  | "ownerId"
  | "heardAt"
  | "snoozedUntil"
>;

/** One page of a queue in its order. `nextCursor` is null on the last page. */
export async function listQueue(
  db: Db,
  actor: Actor,
  query: QueueQuery,
): Promise<{ items: QueueRow[]; nextCursor: string | null }> {
  const limit = query.limit ?? 20;
  const sort = query.sort ?? "due";
  const branches = groupsOf(db, actor, query).flatMap((group) => branchesOf(db, group, query));
  // Each branch comes from an index in the order of the page; the page is their first rows.
  const found: QueueRow[] = [];
  for (const where of branches) {
    for (const seen of visibleArms(db, actor)) found.push(...(await listBranch(db, seen, query, where, limit + 1)));
  }
  found.sort(inOrder(sort));
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? `${keyOf(sort, last).toString(36)}.${last.id.toString(36)}` : null };
}

/** The cases of a query in their order, up to a limit: what an act on all results works on. */
export async function queueCodes(
  db: Db,
  actor: Actor,
  query: QueueQuery,
  limit: number,
): Promise<Pick<QueueRow, "id" | "code" | "version">[]> {
  const { items } = await listQueue(db, actor, { ...query, cursor: null, limit });
  return items.map(({ id, code, version }) => ({ id, code, version }));
}

/** How many cases a query finds, counted to `limit` at the most. */
export async function countQueue(db: Db, actor: Actor, query: QueueQuery, limit = 1000): Promise<number> {
  let count = 0;
  for (const group of groupsOf(db, actor, query)) {
    for (const seen of visibleArms(db, actor)) {
      if (count >= limit) break;
      count += await countGroup(db, seen, query, group, limit - count);
    }
  }
  return count;
}

async function countGroup(
  db: Db,
  seen: SQL | undefined,
  query: QueueQuery,
  group: QueueGroup,
  limit: number,
): Promise<number> {
  const { cases } = db.tables;
  const base = db
    .select({ one: sql<number>`1`.as("one") })
    .from(cases)
    .$dynamic();
  const bounded = withWords(db, base, query)
    .where(and(seen, inStatuses(db, group), matching(db, query)))
    .limit(limit)
    .as("bounded");
  const [row] = await db.select({ count: sql<number>`count(*)` }).from(bounded);
  return Number(row?.count ?? 0);
}

function listBranch(
  db: Db,
  seen: SQL | undefined,
  query: QueueQuery,
  where: SQL | undefined,
  limit: number,
): Promise<QueueRow[]> {
  const { cases } = db.tables;
  const sort = query.sort ?? "due";
  const order = sort === "newest" ? desc : asc;
  const key = sort === "due" ? cases.dueAt : cases.receivedAt;
  const base = db.select(rowColumns(db)).from(cases).$dynamic();
  return withWords(db, base, query)
    .where(and(seen, where, matching(db, query), afterCursor(db, sort, query.cursor ?? null)))
    .orderBy(order(key), order(cases.id))
    .limit(limit);
}

function rowColumns(db: Db) {
  const { cases } = db.tables;
  return {
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
    level: cases.level,
    ownerId: cases.ownerId,
    heardAt: cases.heardAt,
    snoozedUntil: cases.snoozedUntil,
  };
}

function groupsOf(db: Db, actor: Actor, query: QueueQuery): QueueGroup[] {
  const groups = viewGroups(db, actor, query.view, query);
  const { filter } = query;
  const all = filter ? groups.flatMap((group) => narrowed(db, actor, group, filter, query)) : groups;
  return all.filter((group) => group.statuses?.length !== 0);
}

/** One condition per state of a group; words are looked up once, whatever the state. */
function branchesOf(db: Db, group: QueueGroup, query: QueueQuery): (SQL | undefined)[] {
  const { cases } = db.tables;
  if (group.statuses === null || query.words?.length) return [inStatuses(db, group)];
  return group.statuses.map((status) => and(eq(cases.status, status), group.where));
}

function inStatuses(db: Db, { statuses, where }: QueueGroup): SQL | undefined {
  const { cases } = db.tables;
  return and(statuses === null ? undefined : inArray(cases.status, [...statuses]), where);
}

function matching(db: Db, { words = [] }: QueueQuery): SQL | undefined {
  return words.length > 0 ? caseMatches(db, words) : undefined;
}

type Joinable = { innerJoin(table: SQL, on: SQL): unknown };

/** The query with the join that finding words needs; drizzle's type of a joined query is that of the query before it. */
function withWords<Q extends Joinable>(db: Db, base: Q, { words = [] }: QueueQuery): Q {
  const fts = words.length > 0 ? ftsJoin(db, "case_file") : null;
  return fts ? (base.innerJoin(fts.table, fts.on) as Q) : base;
}

const keyOf = (sort: QueueSort, row: QueueRow): number => (sort === "due" ? row.dueAt : row.receivedAt).getTime();

function inOrder(sort: QueueSort): (one: QueueRow, other: QueueRow) => number {
  const direction = sort === "newest" ? -1 : 1;
  return (one, other) => direction * (keyOf(sort, one) - keyOf(sort, other) || one.id - other.id);
}

function afterCursor(db: Db, sort: QueueSort, cursor: string | null): SQL | undefined {
  const { cases } = db.tables;
  const [key, id] = (cursor ?? "").split(".").map((part) => Number.parseInt(part, 36));
  if (key === undefined || id === undefined || !Number.isSafeInteger(key) || !Number.isSafeInteger(id))
    return undefined;
  const at = new Date(key);
  if (Number.isNaN(at.getTime())) return undefined;
  const column = sort === "due" ? cases.dueAt : cases.receivedAt;
  const beyond = sort === "newest" ? lt : gt;
  return or(beyond(column, at), and(eq(column, at), beyond(cases.id, id)));
}
