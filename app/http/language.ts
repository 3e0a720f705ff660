import type { IncomingHttpHeaders } from "node:http";
import type { Lang } from "../domain/case-kind.ts";
import { readCookie } from "./cookies.ts";

export const LANGUAGE_COOKIE = "lang";

/** The language of a request: its address, else the reader's cookie, else `Accept-Language`, else Vietnamese. */
export function pickLanguage(pathname: string, headers: Pick<IncomingHttpHeaders, "cookie" | "accept-language">): Lang {
  const [, first] = pathname.split("/");
  if (first === "vi" || first === "en") return first;
  const chosen = readCookie(headers.cookie, LANGUAGE_COOKIE);
  if (chosen === "vi" || chosen === "en") return chosen;
  for (const part of (headers["accept-language"] ?? "").slice(0, 200).split(",")) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (tag === "vi" || tag === "en") return tag;
  }
  return "vi";
}
