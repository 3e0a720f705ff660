import { and, desc, inArray, sql } from "drizzle-orm";
import type { Kind } from "../app/domain/case-kind.ts";
import type { Status } from "../app/domain/case-status.ts";
import { dayWords, type FacetName, facetWord } from "../app/domain/facets.ts";
import type { OutcomeKind } from "../app/domain/outcome.ts";
import { prepared, statementName } from "./prepared.ts";
import type { Publication } from "./publications.ts";
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
  if (db.dialect === "sqlite") return matching(db).execute({ match, before, limit });
  const near = await inWindow(db, match, filter, before, limit);
  return near.length === limit ? near : matching(db).execute({ match, before, limit });
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
 * is walked from its end. PostgreSQL's has no order: all that it finds are
 * sorted, which is why only lists with few in their newest part come here.
 */
function matching(db: Db) {
  const { publications: p } = db.tables;
  const place = sql.placeholder;
  return prepared(db, "publications matching", () => {
    const base = db.select(summaryColumns(db)).from(p).$dynamic();
    const fts = ftsJoin(db, "publication");
    const joined = fts ? base.innerJoin(fts.table, fts.on) : base;
    // Said so that PostgreSQL does not walk all rows in the order of the list.
    const id = fts ? fts.rowid : sql`coalesce(${p.id}, 0)`;
    return joined
      .where(and(matches(db, "publication", place("match")), sql`${id} < ${place("before")}`))
      .orderBy(desc(id))
      .limit(place("limit"))
      .prepare(statementName("publications matching"));
  });
}

/** How many numbers of rows are looked through in the order of the list before PostgreSQL's index of words is asked. */
const WINDOW = 3000;

/** The first of a list on PostgreSQL, looked for among its newest rows: what many rows have is found there at once. */
async function inWindow(
  db: Db,
  match: string,
  filter: PublicationFilter,
  before: number,
  limit: number,
): Promise<PublicationSummary[]> {
  const { publications: p } = db.tables;
  const given = columnsOf(filter);
  const asked = (Object.keys(given) as (keyof typeof given)[]).filter((name) => (given[name] ?? null) !== null);
  const { from = null, to = null, words = [], outcome = null } = filter;
  const inText = words.length > 0 || outcome !== null;
  const name = `publications near ${[...asked, from && "from", to && "to", outcome && "outcome", inText && "text"].join()}`;
  const place = sql.placeholder;
  const query = prepared(db, name, () => {
    // Each of these has an index in the order of the list: above its newest row there is nothing to look for.
    const indexed = asked.filter((column) => ordered.includes(column));
    const tops = indexed.map(
      (column) =>
        sql`coalesce((select ${p.id} from ${p} where ${p[column]} = ${place(column)} and ${p.id} < ${place("before")} order by ${p.id} desc limit 1), 0)`,
    );
    const newest = sql`(select ${p.id} from ${p} where ${p.id} < ${place("before")} order by ${p.id} desc limit 1)`;
    const top = sql`(select least(${sql.join([newest, ...tops], sql`, `)}))`;
    return db
      .select(summaryColumns(db))
      .from(p)
      .where(
        and(
          sql`${p.id} <= ${top}`,
          sql`${p.id} > ${top} - ${sql.raw(String(WINDOW))}`,
          // Said so that no other index is asked.
          ...asked.map((column) => sql`coalesce(${p[column]}) = ${place(column)}`),
          outcome === null ? undefined : sql`coalesce(${p.outcomeKind}) = ${place("outcome")}`,
          from === null ? undefined : sql`coalesce(${p.receivedOn}) >= ${place("from")}`,
          to === null ? undefined : sql`coalesce(${p.receivedOn}) <= ${place("to")}`,
          // The words of a row stand outside of it: they are read only where words are asked for.
          inText ? sql`(${matches(db, "publication", place("match"))}) is true` : undefined,
        ),
      )
      .orderBy(desc(p.id))
      .limit(place("limit"))
      .prepare(statementName(name));
  });
  return query.execute({ ...given, outcome, from, to, match, before, limit });
}

/** The filters that are columns of a publication as they are. */
function columnsOf(filter: PublicationFilter) {
  const { kind, status, field, bottleneck, technology, provinceCode, communeCode, agencyId, level, solved } = filter;
  return {
    kind,
    status,
    field,
    bottleneck,
    technology,
    provinceCode,
    communeCode,
    agencyId,
    ratingLevel: level,
    ratingSolved: solved,
  };
}
const ordered: readonly string[] = ["kind", "status", "field", "provinceCode", "agencyId"];

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
