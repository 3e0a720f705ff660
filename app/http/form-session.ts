import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Keyring } from "../../db/keyring.server.ts";
import type { Lang } from "../domain/case-kind.ts";
import { cookieName, makeCookie, readCookie } from "./cookies.ts";
import { LANGUAGE_COOKIE } from "./language.ts";

/**
 * A form session: a random token in a cookie, by which the server finds the
 * draft and the receipt. Nobody signs in, and nothing else is tied to it.
 */
const COOKIE = "form";
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const FOURTEEN_DAYS = 14 * 24 * 3600;
const YEAR = 365 * 24 * 3600;

export function readFormToken(request: Request, publicUrl: string): string | null {
  const token = readCookie(request.headers.get("cookie"), cookieName(COOKIE, publicUrl));
  return token !== null && TOKEN.test(token) ? token : null;
}

/** 256 random bits. */
export const newFormToken = (): string => randomBytes(32).toString("base64url");

/**
 * The headers that carry a form session on, and the language in which somebody
 * writes, so that `/` speaks it next time. `Lax`, so that a bookmark still finds
 * the draft.
 */
export function sessionHeaders(token: string, lang: Lang, publicUrl: string): Headers {
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  return new Headers([
    ["Set-Cookie", makeCookie(COOKIE, token, { publicUrl, sameSite: "Lax", maxAge: FOURTEEN_DAYS })],
    ["Set-Cookie", `${LANGUAGE_COOKIE}=${lang}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${YEAR}${secure}`],
  ]);
}

/** The moment at which a form was shown, signed, for a hidden field. */
export function signMoment(keys: Keyring, at: Date): string {
  const moment = at.getTime().toString(36);
  return `${moment}.${keys.hash("form", `moment|${moment}`)}`;
}

/** The moment of a hidden field, or null when we did not write it. */
export function readMoment(keys: Keyring, signed: unknown): Date | null {
  if (typeof signed !== "string" || signed.length > 100) return null;
  const [moment = "", mac = ""] = signed.split(".");
  if (!sameText(mac, keys.hash("form", `moment|${moment}`))) return null;
  const at = new Date(Number.parseInt(moment, 36));
  return Number.isNaN(at.getTime()) ? null : at;
}

/** SHA-256 of answers, whatever their order. */
export function answersHash(answers: object): string {
  const sorted = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}

export function sameText(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
