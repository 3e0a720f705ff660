const NOWHERE = "http://portal.invalid";

/**
 * A path of this portal that a form wants to go back to, or the fallback:
 * nothing that a browser could read as another host, and nothing from the
 * office.
 */
export function safePath(raw: unknown, fallback: string): string {
  if (typeof raw !== "string" || raw.length > 1000) return fallback;
  // Browsers take a backslash for a slash and drop tabs and line ends.
  if (!/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(raw)) return fallback;
  const url = new URL(raw, NOWHERE);
  return url.origin === NOWHERE ? `${url.pathname}${url.search}` : fallback;
}
