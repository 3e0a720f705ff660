import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, ne } from "drizzle-orm";
import type { Publication } from "../publications.ts";
import type { Tables } from "../schema.ts";
import type { Db, Tx } from "../store.server.ts";
import { commitmentTo, newSalt } from "./hashing.ts";

export type Wording = Tables["ledgerTexts"]["$inferSelect"];

/** What a case shows the public, as the log holds it. */
export interface ToldTexts {
  readonly case: string;
  /** ISO, UTC: when the log took it in. */
  readonly at: string;
  readonly texts: Readonly<Record<string, unknown>>;
}

export function toldTexts(publication: Publication, at: Date): ToldTexts {
  const { titleVi, titleEn, questionVi, questionEn, answerVi, answerEn, outcomeVi, outcomeEn } = publication;
  const texts = { titleVi, titleEn, questionVi, questionEn, answerVi, answerEn, outcomeVi, outcomeEn };
  return { case: publication.code, at: at.toISOString(), texts };
}

/** Published texts that wait for their place, in the order in which they came. */
export async function waitingTexts(db: Db, most: number): Promise<Wording[]> {
  const { ledgerTexts: t } = db.tables;
  return db.select().from(t).where(isNull(t.logIndex)).orderBy(asc(t.logIndex), asc(t.id)).limit(most);
}

/**
 * Gives texts their places from `first` on, and a commitment to each as it is
 * published now. The caller holds the log.
 */
export async function placeTexts(tx: Tx, waiting: readonly Wording[], first: number, now: Date): Promise<Buffer[]> {
  const { ledgerTexts: t } = tx.tables;
  const published = await publicationsOf(
    tx,
    waiting.map(({ caseId }) => caseId),
  );
  const commitments: Buffer[] = [];
  for (const [place, { id, caseId }] of waiting.entries()) {
    const publication = published.get(caseId);
    const salt = newSalt();
    // Taken down in this very moment: its place holds what nobody can open.
    const told = publication ? toldTexts(publication, now) : null;
    await tx
      .update(t)
      .set({ salt: null })
      .where(and(eq(t.caseId, caseId), isNotNull(t.salt), ne(t.id, id)));
    await tx
      .update(t)
      .set({ logIndex: first + place, at: now, salt: told && salt })
      .where(eq(t.id, id));
    commitments.push(Buffer.from(commitmentTo(salt, told), "hex"));
  }
  return commitments;
}

/** Where the texts stand that a case shows now; null while they wait. */
export async function wordingOf(
  db: Db,
  caseId: number,
): Promise<{ readonly logIndex: number; readonly at: Date; readonly salt: string } | null> {
  const { ledgerTexts: t } = db.tables;
  const [row] = await db.select().from(t).where(eq(t.caseId, caseId)).orderBy(desc(t.id)).limit(1);
  if (!row || row.logIndex === null || row.at === null || row.salt === null) return null;
  return { logIndex: row.logIndex, at: row.at, salt: row.salt };
}

/** The texts at the places from `from` up to, not including, `to`, each with its publication as long as it is that. */
export async function textsAt(
  db: Db,
  from: number,
  to: number,
): Promise<{ wording: Wording; publication: Publication | null }[]> {
  const { ledgerTexts: t } = db.tables;
  const rows = await db
    .select()
    .from(t)
    .where(and(gte(t.logIndex, from), lt(t.logIndex, to)))
    .orderBy(asc(t.logIndex));
  const published = await publicationsOf(
    db,
    rows.map(({ caseId }) => caseId),
  );
  return rows.map((wording) => ({ wording, publication: published.get(wording.caseId) ?? null }));
}

async function publicationsOf(db: Db, caseIds: readonly number[]): Promise<Map<number, Publication>> {
  const { publications } = db.tables;
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(publications)
    .where(inArray(publications.caseId, [...caseIds]));
  return new Map(rows.map((row) => [row.caseId, row]));
}
