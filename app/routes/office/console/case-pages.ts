/**
 * Pages of cases that the console has fetched ahead, by address. Each is used
 * once and soon: whoever opens a case later reads it anew.
 */
interface Kept {
  readonly page: Promise<unknown>;
  readonly at: number;
}

const FRESH_MS = 60_000;
/** What the loader of a page that is only fetched ahead gives when it failed: nobody reads it. */
const nothing: unknown = null;
const wanted = new Set<string>();
const kept = new Map<string, Kept>();

/** Asks that the next load of this address is kept. */
export function wantPage(href: string): boolean {
  const known = kept.get(href);
  if (known && Date.now() - known.at < FRESH_MS) return false;
  for (const [other, { at }] of kept) if (Date.now() - at >= FRESH_MS) kept.delete(other);
  wanted.add(href);
  return true;
}

/** The page of an address: what was fetched ahead, else what the server has. */
export function pageOf<T>(href: string, load: () => Promise<T>): Promise<T> {
  if (wanted.delete(href)) {
    const page = load();
    kept.set(href, { page, at: Date.now() });
    // What cannot be fetched ahead must not end the page that is open; it is asked for again when it is wanted.
    return page.catch(() => {
      kept.delete(href);
      return nothing as T;
    });
  }
  const known = kept.get(href);
  kept.delete(href);
  if (!known || Date.now() - known.at >= FRESH_MS) return load();
  // Only the loader of the same address puts pages here. One whose fetching was broken off is read now.
  return (known.page as Promise<T>).catch(load);
}

/** Forgets what was fetched of a case that has changed. */
export function forgetPage(code: string): void {
  for (const href of kept.keys()) if (href.includes(`/${code}`)) kept.delete(href);
}
