import type { Lang } from "./case-kind.ts";
import { isTranslatable } from "./segments.ts";

/** What is kept of a segment and its translation. */
export interface Kept {
  readonly part: string;
  readonly lang: Lang;
  readonly source: string;
  readonly gap: string;
  readonly sourceHash: string;
  readonly translation: string | null;
  /** The source for which the translation was approved. */
  readonly translationHash: string | null;
  readonly translationMachine: boolean;
  readonly draft: string | null;
  readonly draftHash: string | null;
  readonly returnReason: string | null;
}

export type SegmentState = "none" | "draft" | "returned" | "approved";

/** How far a segment's translation is: a draft waits for approval only while the source is the one it was made for. */
export function segmentState(segment: Kept): SegmentState {
  if (segment.draft !== null && segment.draftHash === segment.sourceHash) {
    return segment.returnReason === null ? "draft" : "returned";
  }
  return isFresh(segment) ? "approved" : "none";
}

/** True when there was an approved translation and the source has changed since. */
export function isStale(segment: Kept): boolean {
  return segment.translation !== null && segment.translationHash !== segment.sourceHash;
}

/** True when the public reads this segment in both languages: its translation is approved for the source as it is. */
export function isFresh(segment: Kept): boolean {
  return !isTranslatable(segment.source) || (segment.translation !== null && !isStale(segment));
}

/** A segment as the public reads it in the language that is not the original. */
export interface Piece {
  readonly text: string;
  readonly gap: string;
  readonly lang: Lang;
  /** Why it stands in the original language; null where it is translated or has no words. */
  readonly mark: "stale" | "untranslated" | null;
  /** A machine made the translation; a person approved it. */
  readonly machine: boolean;
}

/** Segments as a reader of `lang` sees them. */
export function piecesIn(lang: Lang, segments: readonly Kept[]): Piece[] {
  return segments.map((segment) => {
    const { source, gap, translation } = segment;
    if (segment.lang === lang || !isTranslatable(source)) {
      return { text: source, gap, lang: segment.lang, mark: null, machine: false };
    }
    if (isFresh(segment) && translation !== null) {
      return { text: translation, gap, lang, mark: null, machine: segment.translationMachine };
    }
    return { text: source, gap, lang: segment.lang, mark: isStale(segment) ? "stale" : "untranslated", machine: false };
  });
}

/** The whole text in the other language; null while any of it is not translated. */
export function composed(segments: readonly Kept[]): string | null {
  if (segments.length === 0 || !segments.every(isFresh)) return null;
  return segments.map((one) => (isTranslatable(one.source) ? (one.translation ?? "") : one.source) + one.gap).join("");
}

export interface Progress {
  readonly segments: number;
  readonly approved: number;
  readonly toTranslate: number;
  readonly toApprove: number;
  readonly stale: number;
}

/** How far the translation of a case is; segments without words count for nothing. */
export function progressOf(all: readonly Kept[]): Progress {
  const segments = all.filter(({ source }) => isTranslatable(source));
  const states = segments.map(segmentState);
  return {
    segments: segments.length,
    approved: segments.filter(isFresh).length,
    toTranslate: states.filter((state) => state === "none" || state === "returned").length,
    toApprove: states.filter((state) => state === "draft").length,
    stale: segments.filter(isStale).length,
  };
}
