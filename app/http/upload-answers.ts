import type { RouterContextProvider } from "react-router";
import type { Lang } from "../domain/case-kind.ts";
import type { AttachmentRow } from "../../db/attachments.ts";
import { langContext, type Portal } from "./context.ts";
import { fileView, refusalWords } from "./own-files.ts";

const plain = { "Cache-Control": "no-store", "Content-Type": "application/json; charset=utf-8" };

/** Lets a script say in which language its page speaks. */
export function speakAs(request: Request, context: Readonly<RouterContextProvider>): void {
  const lang = new URL(request.url).searchParams.get("lang");
  if (lang === "vi" || lang === "en") context.set(langContext, lang);
}

/** How far a file is, as headers of the resumable protocol. */
export function uploadHeaders(row: AttachmentRow): Record<string, string> {
  return {
    "Upload-Offset": String(row.received),
    "Upload-Length": String(row.size),
    "Upload-Complete": row.state === "receiving" ? "?0" : "?1",
    "Cache-Control": "no-store",
  };
}

/** How far a file is and what has become of it, for the script of the page. */
export function showUpload(
  portal: Portal,
  lang: Lang,
  row: AttachmentRow,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  const { id, name, size, received, state, refusal, scan, place } = fileView(portal, row);
  const message = refusal === null ? null : refusalWords(lang, refusal);
  const body = { id, name, size, offset: received, state, refusal, message, scan, place };
  return new Response(JSON.stringify(body), { status, headers: { ...plain, ...uploadHeaders(row), ...headers } });
}

/** Says no, with words for a person. */
export function refuseUpload(lang: Lang, status: number, rule: string, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ refusal: rule, message: refusalWords(lang, rule) });
  return new Response(body, { status, headers: { ...plain, ...headers } });
}
