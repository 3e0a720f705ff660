import { readCaseCode } from "../../domain/case-code.ts";
import { findAgency } from "../../../db/agencies.ts";
import { findPublication } from "../../../db/publications.ts";
import { badgePage, badgePicture } from "../../http/case-badge.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { plainPage } from "../../http/plain-page.ts";
import type { Route } from "./+types/case-badge";

/** Other sites may show it in a frame, or as a picture; it can do nothing there. */
const shared = { "Cache-Control": "public, max-age=60", "Cross-Origin-Resource-Policy": "cross-origin" };
const policy = "default-src 'none'; base-uri 'none'; form-action 'none'";

/** The state of a published case in a small frame or a picture. What is not published is not found. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { store, env } = context.get(portalContext);
  const lang = context.get(langContext);
  const code = readCaseCode(params.code.slice(0, 60));
  const item = code === null ? null : await findPublication(store.read, code);
  if (!item) {
    const { type, body } = plainPage(404, lang, new URL(request.url).pathname);
    return new Response(body, { status: 404, headers: { "Content-Type": type, "Cache-Control": "no-store" } });
  }
  const agency = item.agencyId === null ? null : await findAgency(store.read, item.agencyId);
  if (new URL(request.url).pathname.endsWith(".svg")) {
    const headers = { ...shared, "Content-Type": "image/svg+xml", "Content-Security-Policy": policy };
    return new Response(badgePicture(item, agency, lang), { headers });
  }
  const headers = {
    ...shared,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": `${policy}; style-src 'self'; frame-ancestors *`,
  };
  return new Response(badgePage(item, agency, lang, env.PUBLIC_URL), { headers });
}
