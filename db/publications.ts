import { and, desc, eq, gte, lt, lte, type SQL } from "drizzle-orm";
import { localDate } from "../app/domain/calendar.ts";
import type { Kind } from "../app/domain/case-kind.ts";
import { type Status, staysPublic } from "../app/domain/case-status.ts";
import { foldText } from "../app/domain/text.ts";
import type { CaseRow } from "./cases.ts";
import { findRating } from "./ratings.ts";
import type { Tables } from "./schema.ts";
import { ftsJoin, publicationMatches } from "./search.ts";
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
  const rating = await findRating(tx, row.id);
  const rated = { ratingLevel: rating?.level ?? null, ratingSolved: rating?.solved ?? null };
  const values = { ...changingValues(row, texts), ...rated, updatedAt: now };
  await tx
    .insert(publications)
    .values({ ...values, ...lastingValues(row), publishedAt: now })
    .onConflictDoUpdate({ target: publications.caseId, set: values });
  await tx.publicChanged();
}

/** What a publication takes from its case once and for all. */
export function lastingValues(row: CaseRow) {
  const { id: caseId, code, kind, lang, receivedAt } = row;
  return { caseId, code, kind, lang, receivedOn: localDate(receivedAt) };
}

/** What each publishing anew replaces. */
export function changingValues(row: CaseRow, texts: PublishedTexts) {
  return { ...texts, ...projectionOf(row), search: searchOf(row, texts) };
}

/** Brings the public projection up to date with its case; a case that may no longer be public is taken down. */
export async function refreshPublication(tx: Tx, row: CaseRow): Promise<void> {
  const { publications } = tx.tables;
  if (staysPublic(row.status)) {
    await tx.update(publications).set(projectionOf(row)).where(eq(publications.caseId, row.id));
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

export async function rateInPublic(tx: Tx, caseId: number, level: number, solved: boolean): Promise<void> {
  const { publications } = tx.tables;
  await tx
    .update(publications)
    .set({ ratingLevel: level, ratingSolved: solved })
    .where(eq(publications.caseId, caseId));
  await tx.publicChanged();
}

/** The columns of the allow-list that follow the case. */
function projectionOf(row: CaseRow) {
  const { status, field, provinceCode, communeCode, agencyId, dueAt, answeredAt } = row;
  return { status, field, provinceCode, communeCode, agencyId, dueAt, answeredAt };
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
  "questionVi" | "questionEn" | "answerVi" | "answerEn" | "outcomeVi" | "outcomeEn" | "search" | "caseId"
>;

/** One page of what is published, newest first; keyset-paged by id. */
export async function listPublications(
  db: Db,
  filter: PublicationFilter,
  page: { cursor?: string | null; limit?: number } = {},
): Promise<{ items: PublicationSummary[]; nextCursor: string | null }> {
  const { publications: p } = db.tables;
  const limit = page.limit ?? 20;
  const words = filter.words ?? [];
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
      publishedAt: p.publishedAt,
      updatedAt: p.updatedAt,
    })
    .from(p)
    .$dynamic();
  const fts = words.length > 0 ? ftsJoin(db, "publication") : null;
  const joined = fts ? base.innerJoin(fts.table, fts.on) : base;
  const found = await joined
    .where(and(...conditions(db, filter), before(db, page.cursor ?? null)))
    // On SQLite the full-text index can only be walked in order by its own row id.
    .orderBy(fts ? desc(fts.rowid) : desc(p.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? last.id.toString(36) : null };
}

function conditions(db: Db, filter: PublicationFilter): (SQL | undefined)[] {
  const { publications: p } = db.tables;
  return [
    filter.words && filter.words.length > 0 ? publicationMatches(db, filter.words) : undefined,
    filter.kind ? eq(p.kind, filter.kind) : undefined,
    filter.status ? eq(p.status, filter.status) : undefined,
    filter.field ? eq(p.field, filter.field) : undefined,
    filter.provinceCode ? eq(p.provinceCode, filter.provinceCode) : undefined,
    filter.agencyId ? eq(p.agencyId, filter.agencyId) : undefined,
    filter.from ? gte(p.receivedOn, filter.from) : undefined,
    filter.to ? lte(p.receivedOn, filter.to) : undefined,
  ];
}

function before(db: Db, cursor: string | null): SQL | undefined {
  const id = Number.parseInt(cursor ?? "", 36);
  return Number.isSafeInteger(id) ? lt(db.tables.publications.id, id) : undefined;
}
