const NOWHERE = "http://portal.invalid";

/**
 * A path of this portal that a form wants to go back to, or the fallback:
 * nothing that a browser could read as another host.
 */
export function safePath(raw: unknown, fallback: string): string {
  if (typeof raw !== "string" || raw.length > 1000) return fallback;
  // Browsers take a backslash for a slash and drop tabs and line ends.
  if (!/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(raw)) return fallback;
  const url = new URL(raw, NOWHERE);
  // Dots may have been resolved to a path that begins with two slashes, which is a host again.
  const own = url.origin === NOWHERE && !url.pathname.startsWith("//");
  return own ? `${url.pathname}${url.search}` : fallback;
}
