import { and, desc, eq, gte, lte, sql, type SQL } from "drizzle-orm";
import type { Kind } from "../app/domain/case-kind.ts";
import type { Status } from "../app/domain/case-status.ts";
import { prepared, statementName } from "./prepared.ts";
import type { Publication } from "./publications.ts";
import { ftsJoin, matches, searchQuery } from "./search.ts";
import type { Db } from "./store.server.ts";

/** Filters of the public list; each is optional and all hold together. */
export interface PublicationFilter {
  readonly words?: readonly string[];
  readonly kind?: Kind | null;
  readonly status?: Status | null;
  readonly field?: string | null;
  readonly provinceCode?: string | null;
  readonly agencyId?: number | null;
  /** Days of receipt, both included. */
  readonly from?: string | null;
  readonly to?: string | null;
}

/** What a list shows of a publication: no long texts. */
export type PublicationSummary = Omit<
  Publication,
  | "questionVi"
  | "questionEn"
  | "answerVi"
  | "answerEn"
  | "outcomeVi"
  | "outcomeEn"
  | "search"
  | "followers"
  | "caseId"
  | "receivedAt"
  | "changedAt"
>;

/** One page of what is published, newest first; keyset-paged by id. */
export async function listPublications(
  db: Db,
  filter: PublicationFilter,
  page: { cursor?: string | null; limit?: number } = {},
): Promise<{ items: PublicationSummary[]; nextCursor: string | null }> {
  const limit = page.limit ?? 20;
  const before = Number.parseInt(page.cursor ?? "", 36);
  const words = filter.words ?? [];
  const given: Given = {
    words: words.length > 0 ? searchQuery(db, words) : null,
    kind: filter.kind ?? null,
    status: filter.status ?? null,
    field: filter.field ?? null,
    provinceCode: filter.provinceCode ?? null,
    agencyId: filter.agencyId ?? null,
    from: filter.from ?? null,
    to: filter.to ?? null,
    before: Number.isSafeInteger(before) ? before : null,
  };
  const present = conditionNames.filter((name) => given[name] !== null);
  const query = prepared(db, `publications by ${present.join()}`, () => listQuery(db, present));
  const found = await query.execute({ ...given, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? last.id.toString(36) : null };
}

const conditionNames = [
  "words",
  "kind",
  "status",
  "field",
  "provinceCode",
  "agencyId",
  "from",
  "to",
  "before",
] as const;
type ConditionName = (typeof conditionNames)[number];
type Given = Record<ConditionName, string | number | null>;

/** The list for one combination of filters, built once per connection. */
function listQuery(db: Db, present: readonly ConditionName[]) {
  const { publications: p } = db.tables;
  const base = db
    .select({
      id: p.id,
      code: p.code,
      kind: p.kind,
      status: p.status,
      field: p.field,
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
      publishedAt: p.publishedAt,
      updatedAt: p.updatedAt,
    })
    .from(p)
    .$dynamic();
  const fts = present.includes("words") ? ftsJoin(db, "publication") : null;
  const joined = fts ? base.innerJoin(fts.table, fts.on) : base;
  // On SQLite the full-text index can only be walked in order by its own row id.
  const id = fts ? fts.rowid : sql`${p.id}`;
  const place = sql.placeholder;
  const conditions: Record<ConditionName, () => SQL> = {
    words: () => matches(db, "publication", place("words")),
    kind: () => eq(p.kind, place("kind")),
    status: () => eq(p.status, place("status")),
    field: () => eq(p.field, place("field")),
    provinceCode: () => eq(p.provinceCode, place("provinceCode")),
    agencyId: () => eq(p.agencyId, place("agencyId")),
    from: () => gte(p.receivedOn, place("from")),
    to: () => lte(p.receivedOn, place("to")),
    before: () => sql`${id} < ${place("before")}`,
  };
  return joined
    .where(and(...present.map((name) => conditions[name]())))
    .orderBy(desc(id))
    .limit(place("limit"))
    .prepare(statementName(`publications by ${present.join()}`));
}
