/** The value of a cookie, or null when there is none or it is not percent-encoded text. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const [key, ...rest] = part.trim().split("=");
    if (key === name) return decode(rest.join("="));
  }
  return null;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

/**
 * The real name of a cookie: with the `__Host-` prefix wherever the portal is
 * served over https, which browsers accept only with Secure and Path=/.
 */
export function cookieName(name: string, publicUrl: string): string {
  return publicUrl.startsWith("https:") ? `__Host-${name}` : name;
}

export interface CookieOptions {
  readonly publicUrl: string;
  readonly sameSite: "Strict" | "Lax";
  /** Seconds; left out for a cookie that ends with the browser, 0 to delete it. */
  readonly maxAge?: number;
}

/** A Set-Cookie header: HttpOnly, for the whole site, Secure over https. */
export function makeCookie(name: string, value: string, options: CookieOptions): string {
  const parts = [
    `${cookieName(name, options.publicUrl)}=${encodeURIComponent(value)}`,
    "Path=/",
    "HttpOnly",
    `SameSite=${options.sameSite}`,
  ];
  if (options.publicUrl.startsWith("https:")) parts.push("Secure");
  if (options.maxAge !== undefined) parts.push(`Max-Age=${options.maxAge}`);
  return parts.join("; ");
}
