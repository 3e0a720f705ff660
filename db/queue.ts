import { and, eq, gt, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../app/domain/actor.ts";
import type { QueueSort } from "../app/domain/queue-address.ts";
import type { CaseRow } from "./cases.ts";
import { narrowed, type QueueFilter, type QueueGroup, type QueueView, viewGroups } from "./queue-conditions.ts";
import { caseHolds, caseMatches, countHolding, ftsJoin } from "./search.ts";
import type { Db } from "./store.server.ts";
import { type Arm, visibleArms } from "./visible-cases.ts";

export interface QueueQuery {
  readonly view: QueueView;
  /** Words to find in title and text. */
  readonly words?: readonly string[];
  /** From so many cases on, words are common and asked of each case of the list. */
  readonly common?: number;
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
  const rarity = await rarityOf(db, actor, query);
  if (rarity === "none") return { items: [], nextCursor: null };
  const parts = visibleArms(db, actor).flatMap((arm) =>
    groups.flatMap((group) => partsOf(db, arm, group, rarity === "few")),
  );
  const found = await rowsOf(db, await pickIds(db, query, parts, limit + 1, rarity === "many"));
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
    for (const arm of visibleArms(db, actor)) {
      if (count >= limit) break;
      count += await countGroup(db, arm, query, group, limit - count);
    }
  }
  return count;
}

async function countGroup(db: Db, arm: Arm, query: QueueQuery, group: QueueGroup, limit: number): Promise<number> {
  const { cases } = db.tables;
  const base = db
    .select({ one: sql<number>`1`.as("one") })
    .from(cases)
    .$dynamic();
  const bounded = withWords(db, base, query)
    .where(and(arm.where, inStatuses(db, group, arm.few), matching(db, query)))
    .limit(limit)
    .as("bounded");
  const [row] = await db.select({ count: sql<number>`count(*)` }).from(bounded);
  return Number(row?.count ?? 0);
}

/** A part of a list that is asked by itself. */
interface Part {
  readonly where: SQL | undefined;
  /** Found by its condition and then sorted; an index in the order of the list would be walked in vain. */
  readonly sorted: boolean;
}

/** One part per state, each from an index in the order of the list; a single one where few cases are left. */
function partsOf(db: Db, { where, few }: Arm, group: QueueGroup, rare: boolean): Part[] {
  const { cases } = db.tables;
  const sorted = few || rare;
  if (sorted || group.statuses === null) return [{ where: and(where, inStatuses(db, group, few)), sorted }];
  return group.statuses.map((status) => ({ where: and(where, eq(cases.status, status), group.where), sorted }));
}

/** The first cases of all parts in the order of the list, merged. */
async function pickIds(
  db: Db,
  query: QueueQuery,
  parts: readonly Part[],
  limit: number,
  common: boolean,
): Promise<number[]> {
  const { cases } = db.tables;
  const { sort = "due", words = [], cursor = null } = query;
  const way = sql.raw(sort === "newest" ? "desc" : "asc");
  const most = sql.raw(String(limit));
  const column = sort === "due" ? cases.dueAt : cases.receivedAt;
  // Words of many cases are asked of each case of the list; of few, their index is asked for the cases.
  const fts = words.length > 0 && !common ? ftsJoin(db, "case_file") : null;
  const from = fts ? sql`${cases} inner join ${fts.table} on ${fts.on}` : sql`${cases}`;
  const found = words.length > 0 && common ? caseHolds(db, words) : matching(db, query);
  const after = afterCursor(db, sort, cursor);
  const asked = parts.map(({ where, sorted }) => {
    const all = and(where, found, after) ?? sql`1 = 1`;
    const key = sorted ? sql`coalesce(${column}, ${column})` : sql`${column}`;
    return sql`select * from (select ${cases.id} as id, ${column} as moment from ${from} where ${all} order by ${key} ${way}, ${cases.id} ${way} limit ${most}) as part`;
  });
  if (asked.length === 0) return [];
  const picked = await db
    .select({ id: sql<number>`picked.id` })
    .from(sql`(${sql.join(asked, sql` union all `)}) as picked`)
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
/** The same of cases that hold words: more, since it costs more to ask a case whether it holds them. */
const FEW_WITH_WORDS = 10_000;

/** How many cases filters and words leave; null where there are none of either. */
async function rarityOf(db: Db, actor: Actor, query: QueueQuery): Promise<"none" | "few" | "many" | null> {
  const { status: _any, ...narrowing } = query.filter ?? {};
  const { words = [] } = query;
  if (words.length > 0) {
    // Whoever may see the cases: the index of words knows only words.
    const { common = FEW_WITH_WORDS } = query;
    const holding = await countHolding(db, words, common);
    return holding === 0 ? "none" : holding < common ? "few" : "many";
  }
  if (Object.values(narrowing).every((value) => value === undefined)) return null;
  const count = await countQueue(db, actor, query, FEW);
  return count === 0 ? "none" : count < FEW ? "few" : null;
}

function groupsOf(db: Db, actor: Actor, query: QueueQuery): QueueGroup[] {
  const groups = viewGroups(db, actor, query.view, query);
  const { filter } = query;
  const all = filter ? groups.flatMap((group) => narrowed(db, actor, group, filter, query)) : groups;
  return all.filter((group) => group.statuses?.length !== 0);
}

/** The states and the condition of a group; `hidden` so that no index of states is walked for it. */
function inStatuses(db: Db, { statuses, where }: QueueGroup, hidden: boolean): SQL | undefined {
  const { cases } = db.tables;
  if (statuses === null) return where;
  const among = [...statuses];
  return and(hidden ? inArray(sql`coalesce(${cases.status}, '')`, among) : inArray(cases.status, among), where);
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
