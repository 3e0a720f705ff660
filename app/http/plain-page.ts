import type { Lang } from "../domain/case-kind.ts";
import { getI18n } from "../i18n.ts";
import { problemBody, type ProblemCode } from "./api-problem.ts";
import { earlyError, OPEN311 } from "./open311-errors.ts";

/** What the server itself refuses to programs, as the API's own problems. */
const earlyProblems: Record<number, ProblemCode> = {
  403: "forged",
  405: "method-not-allowed",
  413: "too-large",
  421: "wrong-host",
  503: "unavailable",
};

/** An answer from before any route (wrong host, too large, forged): a small page, or problem+json for programs. */
export function plainPage(status: number, lang: Lang, pathname: string): { type: string; body: string } {
  if (pathname.startsWith(OPEN311)) return earlyError(status, lang, pathname);
  const t = getI18n(lang).getFixedT(lang, "errors");
  const title = t(`status.${status}.title`);
  const text = t(`status.${status}.text`);
  if (pathname.startsWith("/api/")) {
    const body = problemBody(lang, earlyProblems[status] ?? "unavailable");
    return { type: "application/problem+json; charset=utf-8", body: JSON.stringify(body) };
  }
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p><p><a href="/${lang}">${t("home")}</a></p></main></body></html>`;
  return { type: "text/html; charset=utf-8", body: html };
}
