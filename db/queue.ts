import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../app/domain/actor.ts";
import type { QueueSort } from "../app/domain/queue-address.ts";
import type { CaseRow } from "./cases.ts";
import { narrowed, type QueueFilter, type QueueGroup, type QueueView, viewGroups } from "./queue-conditions.ts";
import { afterCursor, cursorOf, inOrder, numberIn, type Order, orderOf, rankIn, type Rarity } from "./queue-order.ts";
import { before, caseStretches, countInStretches, everywhere, firstFull, type Stretch } from "./row-blocks.ts";
import { commonWords, countHolding, rareWords, type WordSearch } from "./search.ts";
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
  /** What `armsNow` found for this reader in the same request. */
  readonly arms?: readonly Arm[];
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
  | "allowanceDueAt"
  | "refusals"
  | "dueAt"
  | "pausedAt"
  | "calendarVersion"
  | "published"
  | "version"
  | "level"
  | "ownerId"
  | "heardAt"
  | "snoozedUntil"
  | "openParts"
>;

/** `nextCursor` is null on the last page. */
export interface QueuePage {
  readonly items: QueueRow[];
  readonly nextCursor: string | null;
  /** So many cases hold the words that they stand in the order of filing, whatever was asked. */
  readonly common: boolean;
}

/** One page of a queue in its order. */
export async function listQueue(db: Db, actor: Actor, query: QueueQuery): Promise<QueuePage> {
  const limit = query.limit ?? 20;
  const rarity = await rarityOf(db, actor, query);
  if (rarity === "none") return { items: [], nextCursor: null, common: false };
  const order = orderOf(query.sort ?? "due", (query.words?.length ?? 0) > 0, rarity);
  const groups = groupsOf(db, actor, query);
  const cursor = query.cursor ?? null;
  const arms = armsOf(db, actor, query);
  const inWords = rarity === "many" && query.words?.length;
  const along = inWords ? await caseStretches(db, numberIn(cursor), order.descending) : [everywhere];
  const ids = await firstFull(along, limit + 1, (stretch) => {
    const parts = pairs(arms, groups).flatMap(([arm, group]) =>
      partsOf(db, arm, group, rarity, query.words ?? [], stretch),
    );
    return pickIds(db, order, parts, cursor, limit + 1);
  });
  const found = await rowsOf(db, ids);
  found.sort(inOrder(order));
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  const nextCursor = last ? cursorOf(order, last) : null;
  return { items, nextCursor, common: rarity === "many" };
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
  const arms = armsOf(db, actor, query);
  for (const [arm, group] of pairs(arms, groupsOf(db, actor, query))) {
    if (count >= limit) break;
    count += await countGroup(db, arm, query, group, limit - count);
  }
  return count;
}

/** Each group as each arm sees it. Where few cases are in a group, they are found first, and what the reader may see is asked of those. */
function pairs(arms: readonly Arm[], groups: readonly QueueGroup[]): [Arm, QueueGroup][] {
  return groups.flatMap((group) =>
    arms.map((arm): [Arm, QueueGroup] => {
      const { rare, statuses, where } = group;
      return rare
        ? [
            { where: rare, share: "few" },
            { statuses, where: and(arm.where, where) },
          ]
        : [arm, group];
    }),
  );
}

async function countGroup(db: Db, arm: Arm, query: QueueQuery, group: QueueGroup, limit: number): Promise<number> {
  const { words = [] } = query;
  const states = inStatuses(db, group);
  if (arm.share === "few") {
    const holding = words.length > 0 ? commonWords(db, words, arm).where : undefined;
    return countBounded(db, casesOf(db, arm), and(states, holding), limit);
  }
  if (words.length === 0) return countBounded(db, casesOf(db, arm), and(arm.where, states), limit);
  return countInStretches(db, limit, (stretch) => {
    const { from, where } = rareWords(db, words, arm, stretch);
    return countBounded(db, from, and(arm.where, states, where), limit);
  });
}

async function countBounded(db: Db, from: SQL, where: SQL | undefined, limit: number): Promise<number> {
  const bounded = sql`select 1 from ${from} where ${where ?? sql`1 = 1`} limit ${sql.raw(String(limit))}`;
  const [row] = await db.select({ count: sql<number>`count(*)` }).from(sql`(${bounded}) as bounded`);
  return Number(row?.count ?? 0);
}

/** The cases of an arm; where they are few they are found first, by its condition alone: a limit keeps both planners from mixing others in. */
function casesOf(db: Db, { where, share }: Arm): SQL {
  const { cases } = db.tables;
  return share === "few"
    ? sql`(select * from ${cases} where ${where} limit ${sql.raw("1000000")}) as case_file`
    : sql`${cases}`;
}

/** A part of a list that is asked by itself. */
interface Part extends Omit<WordSearch, "where"> {
  readonly where: SQL | undefined;
}

/** One part per state, each from an index in the order of the list; a single one where words or few cases are found. */
function partsOf(
  db: Db,
  arm: Arm,
  group: QueueGroup,
  rarity: Rarity,
  words: readonly string[],
  stretch: Stretch,
): Part[] {
  const { cases } = db.tables;
  const few = arm.share === "few";
  const part = { from: casesOf(db, arm), number: sql`${cases.id}`, sorted: few || rarity === "few" };
  const seen = few ? undefined : arm.where;
  if (words.length > 0) {
    const search = few || rarity === "many" ? commonWords(db, words, arm, stretch) : rareWords(db, words, arm);
    const where = and(seen, inStatuses(db, group), search.where, few ? before(stretch, cases.id) : undefined);
    return [few ? { ...part, where } : { ...search, where }];
  }
  if (part.sorted || group.statuses === null) return [{ ...part, where: and(seen, inStatuses(db, group)) }];
  return group.statuses
    .filter((status) => arm.statuses?.includes(status) ?? true)
    .map((status) => ({ ...part, where: and(seen, eq(cases.status, status), group.where) }));
}

/** The first cases of all parts in the order of the list, merged. */
async function pickIds(
  db: Db,
  order: Order,
  parts: readonly Part[],
  cursor: string | null,
  limit: number,
): Promise<number[]> {
  const { cases } = db.tables;
  const way = sql.raw(order.descending ? "desc" : "asc");
  const asked = parts.map(({ from, where, number, sorted }) => {
    const key = order.column === null ? number : sql`${cases[order.column]}`;
    const all = and(where, afterCursor(db, order, number, cursor)) ?? sql`1 = 1`;
    // What is sorted is found by its condition; an index in the order of the list would be walked in vain.
    const sortKey = sorted ? sql`coalesce(${key}, ${key})` : key;
    const inWay = order.column === null && !sorted ? sql`${key} ${way}` : sql`${sortKey} ${way}, ${number} ${way}`;
    const rank = order.openFirst ? rankIn(db) : sql`0`;
    const ranked = order.openFirst ? sql`${rank}, ${inWay}` : inWay;
    return sql`select * from (select ${number} as id, ${key} as moment, ${rank} as ended from ${from} where ${all} order by ${ranked} limit ${sql.raw(String(limit))}) as part`;
  });
  if (asked.length === 0) return [];
  const picked = await db
    .select({ id: sql<number>`picked.id` })
    .from(sql`(${sql.join(asked, sql` union all `)}) as picked`)
    .orderBy(sql`picked.ended, picked.moment ${way}, picked.id ${way}`)
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
    allowanceDueAt: cases.allowanceDueAt,
    refusals: cases.refusals,
    dueAt: cases.dueAt,
    pausedAt: cases.pausedAt,
    calendarVersion: cases.calendarVersion,
    published: cases.published,
    version: cases.version,
    level: cases.level,
    ownerId: cases.ownerId,
    heardAt: cases.heardAt,
    snoozedUntil: cases.snoozedUntil,
    openParts: cases.openParts,
  };
}

/** Up to this many cases are sorted rather than looked for along the order of the list. */
const FEW = 2000;

async function rarityOf(db: Db, actor: Actor, query: QueueQuery): Promise<Rarity> {
  const { status: _any, ...narrowing } = query.filter ?? {};
  const { words = [] } = query;
  if (words.length > 0) {
    // Whoever may see the cases: the index of words knows only words.
    const { common = FEW } = query;
    const holding = await countHolding(db, words, common);
    return holding === 0 ? "none" : holding < common ? "few" : "many";
  }
  if (Object.values(narrowing).every((value) => value === undefined)) return null;
  const count = await countQueue(db, actor, query, FEW);
  return count === 0 ? "none" : count < FEW ? "few" : null;
}

const armsOf = (db: Db, actor: Actor, { arms }: QueueQuery): readonly Arm[] => arms ?? visibleArms(db, actor);

function groupsOf(db: Db, actor: Actor, query: QueueQuery): QueueGroup[] {
  const groups = viewGroups(db, actor, query.view, query);
  const { filter } = query;
  const all = filter ? groups.flatMap((group) => narrowed(db, actor, group, filter, query)) : groups;
  return all.filter((group) => group.statuses?.length !== 0);
}

function inStatuses(db: Db, { statuses, where }: QueueGroup): SQL | undefined {
  return and(statuses === null ? undefined : inArray(db.tables.cases.status, [...statuses]), where);
}
