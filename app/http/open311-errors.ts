import type { Lang } from "../domain/case-kind.ts";
import { getI18n } from "../i18n.ts";
import { contentType, type Format, list, write } from "./open311-format.ts";

/** The prefix of every Open311 address. */
export const OPEN311 = "/open311/";

export type GeoStatus = 400 | 403 | 404 | 405 | 413 | 421 | 429 | 503;

/** The words of an error; `name` is a key under `errors` in `locales/<lang>/open311.json`. */
export function errorWord(lang: Lang, name: string, details: Record<string, string | number> = {}): string {
  return getI18n(lang).getFixedT(lang, "open311")(`errors.${name}`, details);
}

/** `errors/error` in either format; the code is the HTTP status. */
export function errorBody(format: Format, status: number, descriptions: readonly string[]): string {
  return write(
    format,
    "errors",
    list(
      "error",
      descriptions.map((description) => ({ code: status, description })),
    ),
  );
}

export function errorResponse(
  format: Format,
  lang: Lang,
  status: GeoStatus,
  descriptions: readonly string[],
  headers: Record<string, string> = {},
): Response {
  return new Response(errorBody(format, status, descriptions), {
    status,
    headers: {
      "Content-Type": contentType(format),
      "Content-Language": lang,
      "Cache-Control": "no-store",
      ...(status === 503 ? { "Retry-After": "10" } : {}),
      ...headers,
    },
  });
}

/** What the last part of an address asks for: its name, and the format that its extension picks, `null` for an unknown one. */
export function splitFormat(last: string, accept: string | null): { name: string; format: Format | null } {
  const [, name = last, extension] = /^(.*)\.([^.]*)$/.exec(last) ?? [];
  if (extension === undefined) return { name, format: accept?.includes("json") ? "json" : "xml" };
  const known = extension.toLowerCase();
  return { name, format: known === "xml" || known === "json" ? known : null };
}

/** The words for what the server itself refuses before any route. */
const earlyErrors: Record<number, string> = {
  400: "notFound",
  403: "forged",
  413: "tooLarge",
  421: "wrongHost",
  503: "unavailable",
};

/** An answer from before any route, in the format of the address. */
export function earlyError(status: number, lang: Lang, pathname: string): { type: string; body: string } {
  const format = splitFormat(pathname.split("?")[0]?.split("/").at(-1) ?? "", null).format ?? "xml";
  const words = errorWord(lang, earlyErrors[status] ?? "method", { allowed: "GET, POST" });
  return { type: contentType(format), body: errorBody(format, status, [words]) };
}
