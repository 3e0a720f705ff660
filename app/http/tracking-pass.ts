import type { Keyring } from "../../db/keyring.server.ts";
import { cookieName, makeCookie, readCookie } from "./cookies.ts";
import { sameText } from "./form-session.ts";

/**
 * A pass to one case for half an hour, given to whoever knew its secret. Signed,
 * so nothing is stored, and without the secret, which never enters a cookie.
 */
const COOKIE = "track";
const MINUTES = 30;

/** The value of a pass for a case code. */
export function signPass(keys: Keyring, code: string, now: Date): string {
  const until = (now.getTime() + MINUTES * 60_000).toString(36);
  return `${code}.${until}.${keys.hash("session", `track|${code}|${until}`)}`;
}

/** The case code that a pass opens at this moment, or null. */
export function readPass(keys: Keyring, pass: string | null, now: Date): string | null {
  const [code = "", until = "", mac = "", more] = (pass ?? "").slice(0, 200).split(".");
  if (more !== undefined || !sameText(mac, keys.hash("session", `track|${code}|${until}`))) return null;
  return now.getTime() < Number.parseInt(until, 36) ? code : null;
}

export function passOf(request: Request, publicUrl: string): string | null {
  return readCookie(request.headers.get("cookie"), cookieName(COOKIE, publicUrl));
}

/** `Strict`: a link from elsewhere does not open a case. */
export function passCookie(pass: string, publicUrl: string): string {
  return makeCookie(COOKIE, pass, { publicUrl, sameSite: "Strict", maxAge: MINUTES * 60 });
}

export function endPassCookie(publicUrl: string): string {
  return makeCookie(COOKIE, "", { publicUrl, sameSite: "Strict", maxAge: 0 });
}
