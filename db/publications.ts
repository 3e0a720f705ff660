import { eq } from "drizzle-orm";
import { localDate } from "../app/domain/calendar.ts";
import { staysPublic } from "../app/domain/case-status.ts";
import { isDisagreement } from "../app/domain/dispute.ts";
import { facetsOf } from "../app/domain/facets.ts";
import { foldText } from "../app/domain/text.ts";
import type { CaseRow } from "./cases.ts";
import { countVoices } from "./voices.ts";
import { bumpPublicRemovals } from "./counters.ts";
import { noteReplacedWords } from "./public-removals.ts";
import { findRating } from "./ratings.ts";
import { keepInRegister } from "./register.ts";
import type { Tables } from "./schema.ts";
import { carriedOver, type Hands, saveSegments } from "./segments.ts";
import type { Db, Tx } from "./store.server.ts";
import { dropWork } from "./translation-work.ts";

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
> &
  Partial<Pick<Publication, "masks">>;

/**
 * Publishes a case or replaces what is published of it. What comes in the language that is not the original was
 * translated and approved by `hands`.
 */
export async function savePublication(
  tx: Tx,
  row: CaseRow,
  given: PublishedTexts,
  now: Date,
  hands: Hands = carriedOver,
): Promise<void> {
  const { publications } = tx.tables;
  const texts = await saveSegments(tx, row, given, hands, now);
  const rating = await findRating(tx, row);
  await noteReplacedWords(tx, row.id, texts);
  const rated = { ratingLevel: rating?.level ?? null, ratingSolved: rating?.solved ?? null };
  const lasting = lastingValues(row);
  const shown = { ...changingValues(row, texts), ...rated, updatedAt: now, changedAt: now };
  const values = { ...shown, facets: facetsOf({ ...lasting, ...shown }) };
  await tx
    .insert(publications)
    .values({ ...values, ...lasting, ...(await countVoices(tx, row.id)), publishedAt: now })
    .onConflictDoUpdate({ target: publications.caseId, set: values });
  if (row.kind === "barrier") await keepInRegister(tx, row.id);
  await tx.publicChanged();
}

/** What a publication takes from its case once and for all. */
export function lastingValues(row: CaseRow) {
  const { id: caseId, code, kind, textLang: lang, receivedAt } = row;
  return { caseId, code, kind, lang, receivedAt, receivedOn: localDate(receivedAt) };
}

/** What each publishing anew replaces. */
export function changingValues(row: CaseRow, texts: PublishedTexts) {
  return { ...texts, masks: texts.masks ?? null, ...projectionOf(row), search: searchOf(row, texts) };
}

/**
 * Brings the public projection up to date with its case; a case that may no longer be public is taken down.
 * `seenAt` is the moment of a change that the public may see, null for any other.
 */
export async function refreshPublication(tx: Tx, row: CaseRow, seenAt: Date | null): Promise<void> {
  const { publications } = tx.tables;
  if (staysPublic(row.status)) {
    const changed = seenAt === null ? {} : { changedAt: seenAt };
    await changePublication(tx, row.id, { ...projectionOf(row), ...changed });
  } else {
    await tx.delete(publications).where(eq(publications.caseId, row.id));
    await dropWork(tx, row.id);
    await bumpPublicRemovals(tx);
  }
  if (row.kind === "barrier") await keepInRegister(tx, row.id);
  await tx.publicChanged();
}

/** Takes a case off the public pages, with its sentences in both languages. */
export async function deletePublication(tx: Tx, caseId: number): Promise<void> {
  const { publications, publicationSegments } = tx.tables;
  await tx.delete(publicationSegments).where(eq(publicationSegments.caseId, caseId));
  await tx.delete(publications).where(eq(publications.caseId, caseId));
  await dropWork(tx, caseId);
  await bumpPublicRemovals(tx);
  await keepInRegister(tx, caseId);
  await tx.publicChanged();
}

/** Shows how the answer of this round was rated; null while it is not. */
export async function rateInPublic(
  tx: Tx,
  caseId: number,
  rating: { readonly level: number; readonly solved: boolean } | null,
): Promise<void> {
  await changePublication(tx, caseId, {
    ratingLevel: rating?.level ?? null,
    ratingSolved: rating?.solved ?? null,
  });
  await tx.publicChanged();
}

/** Changes what lists show of a publication, and by what they are filtered. */
async function changePublication(tx: Tx, caseId: number, changes: Partial<Publication>): Promise<void> {
  const { publications } = tx.tables;
  const before = await publicationOfCase(tx, caseId);
  if (!before) return;
  const facets = facetsOf({ ...before, ...changes });
  await tx
    .update(publications)
    .set({ ...changes, facets })
    .where(eq(publications.caseId, caseId));
}

/** Counts the voices of a case anew, after a merge or its taking back. */
export async function refreshVoices(tx: Tx, caseId: number): Promise<void> {
  const { publications } = tx.tables;
  const voices = await countVoices(tx, caseId);
  await tx.update(publications).set(voices).where(eq(publications.caseId, caseId));
  await tx.publicChanged();
}

/** The columns of the allow-list that follow the case. */
function projectionOf(row: CaseRow) {
  const { status, field, bottleneck, provinceCode, communeCode, agencyId, dueAt, answeredAt } = row;
  const technology = row.details.technology || null;
  const readiness = /^[1-9]$/.test(row.details.readiness ?? "") ? Number(row.details.readiness) : null;
  const disagreement = isDisagreement(row);
  return {
    status,
    field,
    bottleneck,
    technology,
    readiness,
    provinceCode,
    communeCode,
    agencyId,
    dueAt,
    answeredAt,
    disagreement,
  };
}

/** Shows what is translated by now; null texts are not. The publication itself stays as its editor wrote it. */
export async function retellPublication(
  tx: Tx,
  row: CaseRow,
  texts: Omit<PublishedTexts, "outcomeKind" | "masks">,
  now: Date,
): Promise<void> {
  await changePublication(tx, row.id, { ...texts, search: searchOf(row, texts), changedAt: now });
  await tx.publicChanged();
}

function searchOf(row: CaseRow, texts: Omit<PublishedTexts, "outcomeKind" | "masks">): string {
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
