import { createHash } from "node:crypto";
import { asc, eq, inArray } from "drizzle-orm";
import type { Lang } from "../app/domain/case-kind.ts";
import { alignSegments } from "../app/domain/segment-alignment.ts";
import { matchSegments, regroup } from "../app/domain/segment-matching.ts";
import { joinSegments, type Segment, splitSegments } from "../app/domain/segments.ts";
import { composedTexts, type PartText, partsOf, type TextsInTwo } from "../app/domain/publication-parts.ts";
import type { CaseRow } from "./cases.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";
import { beginWork, keepWork } from "./translation-work.ts";

export type SegmentRow = Tables["publicationSegments"]["$inferSelect"];
export type NewSegment = Omit<SegmentRow, "id">;

/** Who translated and who approved; null for whoever is not known, as of what was published before there were segments. */
export interface Hands {
  readonly translatedBy: number | null;
  readonly approvedBy: number | null;
}

/** Both texts were there before there were segments: they stand as translated and approved. */
export const carriedOver: Hands = { translatedBy: null, approvedBy: null };

/** The print by which a translation knows the source it was made for. */
export function sourceHash(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

/** The segments of a case, in the order of the page. */
export async function listSegments(db: Db, caseId: number): Promise<SegmentRow[]> {
  const { publicationSegments: s } = db.tables;
  return db.select().from(s).where(eq(s.caseId, caseId)).orderBy(asc(s.part), asc(s.position));
}

/**
 * Stores what is published of a case sentence by sentence: what has not changed
 * keeps its translation, wherever it now stands; what has is stale at once. A
 * text that comes in the other language too is paired with its source and
 * counts as translated and approved by `hands`; where the two are one person,
 * it waits for another's approval. Returns the texts as the public may read
 * them, null where one is not wholly translated.
 */
export async function saveSegments<T extends TextsInTwo>(
  tx: Tx,
  row: CaseRow,
  texts: T,
  hands: Hands,
  now: Date,
): Promise<T> {
  const kept = await keptSegments(tx, row.id, now);
  const fresh = partsOf(texts, row.textLang).flatMap((part) => segmentsOf(row.id, part, kept, hands, now));
  const saved = await replaceSegments(tx, kept, fresh);
  await keepWork(tx, row.id, saved, now);
  return { ...texts, ...composedTexts(texts, row.textLang, saved) };
}

/**
 * The segments of a publication: those that are stored or, of one that was
 * published before there were any, its own two texts as translated and approved.
 */
export async function segmentsOfPublication(
  db: Db,
  publication: TextsInTwo & { readonly caseId: number; readonly lang: Lang; readonly updatedAt: Date },
): Promise<NewSegment[]> {
  const stored = await listSegments(db, publication.caseId);
  if (stored.length > 0) return stored;
  return partsOf(publication, publication.lang).flatMap((part) =>
    segmentsOf(publication.caseId, part, [], carriedOver, publication.updatedAt),
  );
}

/**
 * The same with numbers by which they can be translated: those of the rows or,
 * where none are stored yet, -1, -2 … in the order in which they would be.
 */
export async function numberedSegments(
  db: Db,
  publication: Parameters<typeof segmentsOfPublication>[1],
): Promise<SegmentRow[]> {
  const segments = await segmentsOfPublication(db, publication);
  return segments.map((one, index) => ({ id: -1 - index, ...one }));
}

/** Stores the segments of a case that was published before there were any. */
export async function ensureSegments(
  tx: Tx,
  publication: TextsInTwo & { readonly caseId: number; readonly lang: Lang; readonly updatedAt: Date },
  now: Date,
): Promise<SegmentRow[]> {
  const stored = await listSegments(tx, publication.caseId);
  if (stored.length > 0 || !(await beginWork(tx, publication.caseId, now))) return stored;
  await replaceSegments(tx, [], await segmentsOfPublication(tx, publication));
  const saved = await listSegments(tx, publication.caseId);
  await keepWork(tx, publication.caseId, saved, now);
  return saved;
}

/** The stored segments of a case; what was published before there were any is stored first. */
async function keptSegments(tx: Tx, caseId: number, now: Date): Promise<SegmentRow[]> {
  const stored = await listSegments(tx, caseId);
  if (stored.length > 0) return stored;
  const { publications } = tx.tables;
  const [publication] = await tx.select().from(publications).where(eq(publications.caseId, caseId));
  return publication ? ensureSegments(tx, publication, now) : [];
}

/** Changes segments one by one. */
export async function updateSegment(tx: Tx, id: number, set: Partial<NewSegment>): Promise<void> {
  const { publicationSegments: s } = tx.tables;
  await tx.update(s).set(set).where(eq(s.id, id));
}

interface Fresh extends NewSegment {
  /** The stored row that this one goes on, or undefined for a new one. */
  readonly id?: number;
}

function segmentsOf(caseId: number, part: PartText, kept: readonly SegmentRow[], hands: Hands, now: Date): Fresh[] {
  const earlier = kept.filter((one) => one.part === part.name && one.lang === part.lang);
  const known = new Map(earlier.map((one) => [one.source, one.translation ?? one.draft ?? undefined]));
  const sources = regroup(splitSegments(part.text), new Set(known.keys()));
  // A translation that is what it was says nothing about what has changed of its source.
  const given = part.other === null || part.other === joinedTranslation(earlier) ? null : part.other;
  const beads: readonly (Segment & { readonly translation?: string })[] =
    given === null ? sources : alignSegments(sources, splitSegments(given), (source) => known.get(source));
  const matches = matchSegments(
    earlier.map(({ source }) => source),
    beads.map(({ text }) => text),
  );
  return beads.map((bead, position) => {
    const match = matches[position];
    const before = match ? earlier[match.index] : undefined;
    const copied = before ?? kept.find((one) => one.source === bead.text && one.lang === part.lang);
    const placed = {
      caseId,
      part: part.name,
      position,
      lang: part.lang,
      source: bead.text,
      gap: bead.gap,
      sourceHash: sourceHash(bead.text),
    };
    const base: Fresh = { ...untranslated, ...(copied ? translationOf(copied) : {}), ...placed };
    const goesOn: Fresh = before ? { ...base, id: before.id } : base;
    const { translation } = bead;
    if (translation === undefined || translation === "") return goesOn;
    // The same words for a source that has changed are not yet a translation of it.
    const said = [copied?.translation, copied?.draft];
    return said.includes(translation)
      ? goesOn
      : { ...goesOn, ...translatedBy(hands, translation, placed.sourceHash, now) };
  });
}

const untranslated = {
  translation: null,
  translationHash: null,
  translationMachine: false,
  translatedBy: null,
  translatedAt: null,
  approvedBy: null,
  approvedAt: null,
  draft: null,
  draftHash: null,
  draftMachine: false,
  draftBy: null,
  draftAt: null,
  returnReason: null,
  returnedBy: null,
} as const;

type Translation = { -readonly [K in keyof typeof untranslated]: SegmentRow[K] };

/** What a row knows of its translation, and nothing of its source. */
function translationOf(row: SegmentRow): Translation {
  const { id: _id, caseId: _case, part: _part, position: _at, lang: _lang, ...more } = row;
  const { source: _source, gap: _gap, sourceHash: _hash, ...translation } = more;
  return translation;
}

/** A translation that came with the source: approved by another than its translator, or else a draft. */
function translatedBy(hands: Hands, text: string, hash: string, now: Date): Partial<Translation> {
  const other = hands.translatedBy === null || (hands.approvedBy !== null && hands.approvedBy !== hands.translatedBy);
  if (!other) return { ...noDraft, draft: text, draftHash: hash, draftBy: hands.translatedBy, draftAt: now };
  return {
    ...noDraft,
    translation: text,
    translationHash: hash,
    translationMachine: false,
    translatedBy: hands.translatedBy,
    translatedAt: now,
    approvedBy: hands.approvedBy,
    approvedAt: now,
  };
}

export const noDraft = {
  draft: null,
  draftHash: null,
  draftMachine: false,
  draftBy: null,
  draftAt: null,
  returnReason: null,
  returnedBy: null,
} as const;

/** A part's translation as it was, stale pieces included; null where some of it never had one. */
function joinedTranslation(segments: readonly SegmentRow[]): string | null {
  const pieces = segments.map((one) => ({ text: one.translation ?? one.draft, gap: one.gap }));
  if (pieces.length === 0 || pieces.some(({ text }) => text === null)) return null;
  return joinSegments(pieces.map(({ text, gap }) => ({ text: text ?? "", gap })));
}

async function replaceSegments(tx: Tx, kept: readonly SegmentRow[], fresh: readonly Fresh[]): Promise<NewSegment[]> {
  const { publicationSegments: s } = tx.tables;
  const staying = new Set(fresh.flatMap(({ id }) => id ?? []));
  const gone = kept.filter(({ id }) => !staying.has(id)).map(({ id }) => id);
  if (gone.length > 0) await tx.delete(s).where(inArray(s.id, gone));
  for (const { id, ...values } of fresh) {
    const before = kept.find((one) => one.id === id);
    if (id !== undefined && before && differs(before, values)) await tx.update(s).set(values).where(eq(s.id, id));
  }
  const added = fresh.filter(({ id }) => id === undefined);
  for (let from = 0; from < added.length; from += 50) await tx.insert(s).values(added.slice(from, from + 50));
  return [...fresh];
}

function differs(before: SegmentRow, after: NewSegment): boolean {
  return Object.entries(after).some(([name, value]) => before[name as keyof NewSegment] !== value);
}
