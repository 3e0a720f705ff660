import { and, desc, eq, gte, lte, sql, type SQL } from "drizzle-orm";
import { localDate } from "../app/domain/calendar.ts";
import type { Kind } from "../app/domain/case-kind.ts";
import { type Status, staysPublic } from "../app/domain/case-status.ts";
import { isDisagreement } from "../app/domain/dispute.ts";
import { foldText } from "../app/domain/text.ts";
import type { CaseRow } from "./cases.ts";
import { countVoices } from "./voices.ts";
import { prepared, statementName } from "./prepared.ts";
import { findRating } from "./ratings.ts";
import type { Tables } from "./schema.ts";
import { ftsJoin, matches, searchQuery } from "./search.ts";
import type { Db, Tx } from "./store.server.ts";

export type Publication = Tables["publications"]["$inferSelect"];

/** What an editor decides; the rest of a publication follows from the case. */
export type PublishedTexts = Pick<
  Publication,
  | "titleVi"
  | "titleEn"
  | "questionVi"
  | "questionEn"
  | "answerVi"
  | "answerEn"
  | "outcomeKind"
  | "outcomeVi"
  | "outcomeEn"
>;

/** Publishes a case or replaces what is published of it. */
export async function savePublication(tx: Tx, row: CaseRow, texts: PublishedTexts, now: Date): Promise<void> {
  const { publications } = tx.tables;
  const rating = await findRating(tx, row);
  const rated = { ratingLevel: rating?.level ?? null, ratingSolved: rating?.solved ?? null };
  const values = { ...changingValues(row, texts), ...rated, updatedAt: now, changedAt: now };
  await tx
    .insert(publications)
    .values({ ...values, ...lastingValues(row), followers: await countVoices(tx, row.id), publishedAt: now })
    .onConflictDoUpdate({ target: publications.caseId, set: values });
  await tx.publicChanged();
}

/** What a publication takes from its case once and for all. */
export function lastingValues(row: CaseRow) {
  const { id: caseId, code, kind, textLang: lang, receivedAt } = row;
  return { caseId, code, kind, lang, receivedAt, receivedOn: localDate(receivedAt) };
}

/** What each publishing anew replaces. */
export function changingValues(row: CaseRow, texts: PublishedTexts) {
  return { ...texts, ...projectionOf(row), search: searchOf(row, texts) };
}

/**
 * Brings the public projection up to date with its case; a case that may no longer be public is taken down.
 * `seenAt` is the moment of a change that the public may see, null for any other.
 */
export async function refreshPublication(tx: Tx, row: CaseRow, seenAt: Date | null): Promise<void> {
  const { publications } = tx.tables;
  if (staysPublic(row.status)) {
    const changed = seenAt === null ? {} : { changedAt: seenAt };
    await tx
      .update(publications)
      .set({ ...projectionOf(row), ...changed })
      .where(eq(publications.caseId, row.id));
  } else {
    await tx.delete(publications).where(eq(publications.caseId, row.id));
  }
  await tx.publicChanged();
}

/** Takes a case off the public pages. */
export async function deletePublication(tx: Tx, caseId: number): Promise<void> {
  const { publications } = tx.tables;
  await tx.delete(publications).where(eq(publications.caseId, caseId));
  await tx.publicChanged();
}

/** Shows how the answer of this round was rated; null while it is not. */
export async function rateInPublic(
  tx: Tx,
  caseId: number,
  rating: { readonly level: number; readonly solved: boolean } | null,
): Promise<void> {
  const { publications } = tx.tables;
  await tx
    .update(publications)
    .set({ ratingLevel: rating?.level ?? null, ratingSolved: rating?.solved ?? null })
    .where(eq(publications.caseId, caseId));
  await tx.publicChanged();
}

/** Counts the voices of a case anew, after a merge or its taking back. */
export async function refreshVoices(tx: Tx, caseId: number): Promise<void> {
  const { publications } = tx.tables;
  const followers = await countVoices(tx, caseId);
  await tx.update(publications).set({ followers }).where(eq(publications.caseId, caseId));
  await tx.publicChanged();
}

/** The columns of the allow-list that follow the case. */
function projectionOf(row: CaseRow) {
  const { status, field, provinceCode, communeCode, agencyId, dueAt, answeredAt } = row;
  const disagreement = isDisagreement(row);
  return { status, field, provinceCode, communeCode, agencyId, dueAt, answeredAt, disagreement };
}

function searchOf(row: CaseRow, texts: PublishedTexts): string {
  const { titleVi, titleEn, questionVi, questionEn, answerVi, answerEn } = texts;
  return foldText([row.code, titleVi, titleEn, questionVi, questionEn, answerVi, answerEn].filter(Boolean).join(" "));
}

export async function findPublication(db: Db, code: string): Promise<Publication | null> {
  const { publications } = db.tables;
  const [row] = await db.select().from(publications).where(eq(publications.code, code));
  return row ?? null;
}

export async function publicationOfCase(db: Db, caseId: number): Promise<Publication | null> {
  const { publications } = db.tables;
  const [row] = await db.select().from(publications).where(eq(publications.caseId, caseId));
  return row ?? null;
}

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
