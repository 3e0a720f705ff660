/** How long a merge can be taken back, in days. */
export const UNMERGE_DAYS = 30;
const UNMERGE_MS = UNMERGE_DAYS * 24 * 3600 * 1000;

/** The last moment, not included, in which a merge made then can be taken back. */
export function unmergeUntil(mergedAt: Date): Date {
  return new Date(mergedAt.getTime() + UNMERGE_MS);
}

/** True while a merge can be taken back. */
export function canUnmerge({ at }: { readonly at: Date }, now: Date): boolean {
  return now < unmergeUntil(at);
}
