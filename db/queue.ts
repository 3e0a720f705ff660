import { and, eq, gt, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../app/domain/actor.ts";
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
  const groups = groupsOf(db, actor, query);
  const rare = await isRare(db, actor, query);
  if (rare === "none") return { items: [], nextCursor: null };
  const branches = groups.flatMap((group) => (rare ? [inStatuses(db, group)] : branchesOf(db, group, query)));
  const found = await rowsOf(db, await pickIds(db, actor, query, branches, limit + 1, rare !== null));
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

/** The first cases of all branches in the order of the list: each branch comes from an index in that order, and they are merged. */
async function pickIds(
  db: Db,
  actor: Actor,
  query: QueueQuery,
  branches: readonly (SQL | undefined)[],
  limit: number,
  rare: boolean,
): Promise<number[]> {
  const { cases } = db.tables;
  const sort = query.sort ?? "due";
  const way = sql.raw(sort === "newest" ? "desc" : "asc");
  const most = sql.raw(String(limit));
  const column = sort === "due" ? cases.dueAt : cases.receivedAt;
  // What is rare is found by its filter and then sorted; an index in the order of the list would be walked in vain.
  const key = rare ? sql`coalesce(${column}, ${column})` : sql`${column}`;
  const fts = query.words?.length ? ftsJoin(db, "case_file") : null;
  const from = fts ? sql`${cases} inner join ${fts.table} on ${fts.on}` : sql`${cases}`;
  const after = afterCursor(db, sort, query.cursor ?? null);
  const parts = branches.flatMap((branch) =>
    visibleArms(db, actor).map((seen) => {
      const where = and(seen, branch, matching(db, query), after) ?? sql`1 = 1`;
      return sql`select * from (select ${cases.id} as id, ${column} as moment from ${from} where ${where} order by ${key} ${way}, ${cases.id} ${way} limit ${most}) as part`;
    }),
  );
  if (parts.length === 0) return [];
  const picked = await db
    .select({ id: sql<number>`picked.id` })
    .from(sql`(${sql.join(parts, sql` union all `)}) as picked`)
    .orderBy(sql`picked.moment ${way}, picked.id ${way}`)
    .limit(limit);
  return picked.map(({ id }) => Number(id));
}

async function rowsOf(db: Db, ids: readonly number[]): Promise<QueueRow[]> {
  const { cases } = db.tables;
  if (ids.length === 0) return [];
  return db
    .select(rowColumns(db))
    .from(cases)
    .where(inArray(cases.id, [...ids]));
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

/** Up to this many cases are sorted rather than looked for along the order of the list. */
const FEW = 2000;

/** Whether the filters leave few cases, or none at all; null where the order of the list soon meets some. */
async function isRare(db: Db, actor: Actor, query: QueueQuery): Promise<"few" | "none" | null> {
  // Few cases are ever the arbiter's.
  if (actor.kind === "staff" && actor.role === "arbiter") return "few";
  const { status: _any, ...narrowing } = query.filter ?? {};
  if (query.words?.length || Object.values(narrowing).every((value) => value === undefined)) return null;
  const count = await countQueue(db, actor, query, FEW);
  return count === 0 ? "none" : count < FEW ? "few" : null;
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
