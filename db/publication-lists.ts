import { and, desc, inArray, sql, type SQL } from "drizzle-orm";
import type { Kind } from "../app/domain/case-kind.ts";
import type { Status } from "../app/domain/case-status.ts";
import { dayWords, type FacetName, facetWord } from "../app/domain/facets.ts";
import type { OutcomeKind } from "../app/domain/outcome.ts";
import { prepared, statementName } from "./prepared.ts";
import type { Publication } from "./publications.ts";
import { arrayOf, firstFull, inBlocks, stretches } from "./row-blocks.ts";
import { anyOf, ftsJoin, matches, searchQuery } from "./search.ts";
import type { Db } from "./store.server.ts";

/** Filters of the public list; each is optional and all hold together. */
export interface PublicationFilter {
  readonly words?: readonly string[];
  readonly kind?: Kind | null;
  readonly status?: Status | null;
  readonly field?: string | null;
  readonly bottleneck?: string | null;
  readonly technology?: string | null;
  readonly provinceCode?: string | null;
  readonly communeCode?: string | null;
  readonly agencyId?: number | null;
  readonly outcome?: OutcomeKind | null;
  /** How content the sender was with the answer, 1 to 4. */
  readonly level?: number | null;
  /** What the sender said to "is it solved?". */
  readonly solved?: boolean | null;
  /** Days of receipt, both included. */
  readonly from?: string | null;
  readonly to?: string | null;
}

/** What a list shows of a publication: no long texts. */
export type PublicationSummary = Pick<Publication, keyof ReturnType<typeof summaryColumns>>;

export interface PublicationPage {
  readonly items: PublicationSummary[];
  readonly nextCursor: string | null;
}

/** One page of what is published, newest first; keyset-paged by id. */
export async function listPublications(
  db: Db,
  filter: PublicationFilter,
  page: { cursor?: string | null; limit?: number } = {},
): Promise<PublicationPage> {
  const limit = page.limit ?? 20;
  const given = Number.parseInt(page.cursor ?? "", 36);
  const before = Number.isSafeInteger(given) ? given : Number.MAX_SAFE_INTEGER;
  const found = await newestOf(db, filter, before, limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? last.id.toString(36) : null };
}

/** The publications of a list that came after one, newest first, `limit` at the most. */
export async function publicationsAfter(
  db: Db,
  filter: PublicationFilter,
  afterId: number,
  limit: number,
): Promise<PublicationSummary[]> {
  const found = await newestOf(db, filter, Number.MAX_SAFE_INTEGER, limit);
  return found.filter(({ id }) => id > afterId);
}

/** The number of the newest publication; 0 while nothing is published. */
export async function newestPublication(db: Db): Promise<number> {
  const { publications: p } = db.tables;
  const [row] = await db.select({ id: p.id }).from(p).orderBy(desc(p.id)).limit(1);
  return row?.id ?? 0;
}

async function newestOf(
  db: Db,
  filter: PublicationFilter,
  before: number,
  limit: number,
): Promise<PublicationSummary[]> {
  const match = await matchOf(db, filter);
  if (match === "nothing") return [];
  if (match === null) return everything(db).execute({ before, limit });
  if (db.dialect === "sqlite") return matching(db, false).execute({ match, before, limit });
  const newest = await newestPossible(db, filter, before);
  if (newest === 0) return [];
  return firstFull(stretches(newest, 1, true), limit, ({ blocks }) =>
    matching(db, blocks !== null).execute({ match, before, limit, blocks: arrayOf(blocks) }),
  );
}

/** Everything that a list asks as one query of the index of words; null when it asks nothing. */
async function matchOf(db: Db, filter: PublicationFilter): Promise<string | "nothing" | null> {
  // The fewer have a facet, the earlier it stands: SQLite's index walks along the first one.
  const facets: readonly [FacetName, string | number | boolean | null | undefined][] = [
    ["communeCode", filter.communeCode],
    ["agencyId", filter.agencyId],
    ["provinceCode", filter.provinceCode],
    ["technology", filter.technology],
    ["field", filter.field],
    ["bottleneck", filter.bottleneck],
    ["level", filter.level],
    ["outcome", filter.outcome],
    ["status", filter.status],
    ["kind", filter.kind],
    ["solved", filter.solved],
  ];
  const words = facets.flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [facetWord(name, value)],
  );
  const days = await daysOf(db, filter);
  if (days?.length === 0) return "nothing";
  const all = [...words, ...(filter.words ?? [])];
  const parts = [
    ...(all.length > 0 ? [searchQuery(db, all)] : []),
    ...(days
      ? [
          `(${anyOf(
            db,
            days.map((day) => [day]),
          )})`,
        ]
      : []),
  ];
  return parts.length === 0 ? null : parts.join(db.dialect === "postgres" ? " & " : " AND ");
}

/** The days of receipt that a list asks for, none before the first or after the last that there is; null when it asks for none. */
async function daysOf(db: Db, { from = null, to = null }: PublicationFilter): Promise<string[] | null> {
  if (from === null && to === null) return null;
  const { publications: p } = db.tables;
  const span = prepared(db, "publication days", () => {
    const end = (way: "asc" | "desc") =>
      sql<string | null>`(select ${p.receivedOn} from ${p} order by ${p.receivedOn} ${sql.raw(way)} limit 1)`;
    return db
      .select({ first: end("asc").as("first"), last: end("desc").as("last") })
      .from(sql`(select 1) as one`)
      .prepare(statementName("publication days"));
  });
  const [there] = await span.execute({});
  const { first, last } = there ?? {};
  if (!first || !last) return [];
  return dayWords(from !== null && from > first ? from : first, to !== null && to < last ? to : last);
}

function everything(db: Db) {
  const { publications: p } = db.tables;
  return prepared(db, "publications", () =>
    db
      .select(summaryColumns(db))
      .from(p)
      .where(sql`${p.id} < ${sql.placeholder("before")}`)
      .orderBy(desc(p.id))
      .limit(sql.placeholder("limit"))
      .prepare(statementName("publications")),
  );
}

/**
 * What the index of words finds. SQLite's has rows in the order of the list and
 * is walked from its end; PostgreSQL's has no order and is asked for stretches.
 */
function matching(db: Db, inStretch: boolean) {
  const { publications: p } = db.tables;
  const place = sql.placeholder;
  const name = inStretch ? "publications matching in a stretch" : "publications matching";
  return prepared(db, name, () => {
    const base = db.select(summaryColumns(db)).from(p).$dynamic();
    const fts = ftsJoin(db, "publication");
    const joined = fts ? base.innerJoin(fts.table, fts.on) : base;
    // Said so that PostgreSQL does not walk all rows in the order of the list.
    const id = fts ? fts.rowid : sql`coalesce(${p.id}, 0)`;
    const within = inStretch ? inBlocks("publication", place("blocks")) : undefined;
    return joined
      .where(and(matches(db, "publication", place("match")), within, sql`${id} < ${place("before")}`))
      .orderBy(desc(id))
      .limit(place("limit"))
      .prepare(statementName(name));
  });
}

/** The filters that have an index in the order of the list. */
const ordered = ["kind", "status", "field", "provinceCode", "agencyId"] as const;

/**
 * A number above which nothing of a list stands, from the indexes of its filters
 * and days; 0 when there is nothing. From here on its rows are looked for.
 */
async function newestPossible(db: Db, filter: PublicationFilter, before: number): Promise<number> {
  const { publications: p } = db.tables;
  const place = sql.placeholder;
  const asked = ordered.filter((name) => (filter[name] ?? null) !== null);
  const { from = null, to = null } = filter;
  const name = `newest possible ${[...asked, to && "to"].join()}`;
  const query = prepared(db, name, () => {
    const newestWith = (condition: SQL | undefined) =>
      sql`(select ${p.id} from ${p} where ${and(condition, sql`${p.id} < ${place("before")}`)} order by ${p.id} desc limit 1)`;
    const ofDay = newestWith(sql`${p.receivedOn} = to_char(day, 'YYYY-MM-DD')`);
    const first = sql`(select min(${p.receivedOn}) from ${p})`;
    const last = sql`(select max(${p.receivedOn}) from ${p})`;
    const days = sql`generate_series(greatest(${place("from")}, ${first})::date, least(${place("to")}, ${last})::date, '1 day')`;
    const tops = [
      newestWith(undefined),
      ...asked.map((column) => newestWith(sql`${p[column]} = ${place(column)}`)),
      ...(to === null ? [] : [sql`(select max(${ofDay}) from ${days} as day)`]),
    ];
    const each = tops.map((top) => sql`coalesce(${top}, 0)`);
    return db
      .select({ top: sql<number>`least(${sql.join(each, sql`, `)})`.as("top") })
      .from(sql`(select 1) as one`)
      .prepare(statementName(name));
  });
  const [row] = await query.execute({ ...filter, from: from ?? "", to, before });
  return Number(row?.top ?? 0);
}

function summaryColumns(db: Db) {
  const { publications: p } = db.tables;
  return {
    id: p.id,
    code: p.code,
    kind: p.kind,
    status: p.status,
    field: p.field,
    bottleneck: p.bottleneck,
    technology: p.technology,
    readiness: p.readiness,
    provinceCode: p.provinceCode,
    communeCode: p.communeCode,
    agencyId: p.agencyId,
    titleVi: p.titleVi,
    titleEn: p.titleEn,
    outcomeKind: p.outcomeKind,
    lang: p.lang,
    receivedOn: p.receivedOn,
    dueAt: p.dueAt,
    answeredAt: p.answeredAt,
    ratingLevel: p.ratingLevel,
    ratingSolved: p.ratingSolved,
    disagreement: p.disagreement,
    followers: p.followers,
    confirmedFollowers: p.confirmedFollowers,
    publishedAt: p.publishedAt,
    updatedAt: p.updatedAt,
    changedAt: p.changedAt,
  };
}

/** The long texts of publications, from which lists show what was found and feeds what was written. */
export type PublicationTexts = Pick<Publication, "id" | "questionVi" | "questionEn" | "answerVi" | "answerEn">;

export async function textsOf(db: Db, ids: readonly number[]): Promise<Map<number, PublicationTexts>> {
  const { publications: p } = db.tables;
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: p.id,
      questionVi: p.questionVi,
      questionEn: p.questionEn,
      answerVi: p.answerVi,
      answerEn: p.answerEn,
    })
    .from(p)
    .where(inArray(p.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}
