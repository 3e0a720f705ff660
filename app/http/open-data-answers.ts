import { readPublicRemovals } from "../../db/counters.ts";
import { getI18n } from "../i18n.ts";
import { openToAll } from "./api-call.ts";
import type { Portal } from "./context.ts";
import { openDataFiles } from "./open-data.ts";
import type { OpenDataFile } from "./open-data-file.ts";
import {
  describeFiles,
  type MadeFile,
  type MadeSet,
  openDataFolder,
  openMadeFile,
  readMadeSet,
} from "./open-data-folder.ts";
import { liveFile } from "./open-data-live.ts";
import { type Format, formats, mediaTypes } from "./open-data-text.ts";

/**
 * The set that is served: the last one that was finished, unless something that
 * it holds has left the public pages since. Null then, and before the first.
 */
export async function standingSet({ store, env }: Portal): Promise<MadeSet | null> {
  const set = await readMadeSet(openDataFolder(env.DATA_DIR));
  if (!set || set.described !== describeFiles(openDataFiles)) return null;
  return (await readPublicRemovals(store.read)) === set.removals ? set : null;
}

/** The answer to an address under `/open-data`, or null where there is nothing. Readable by pages of any origin. */
export async function answerOpenData(portal: Portal, request: Request, name: string): Promise<Response | null> {
  const answer = await choose(portal, request, name);
  if (answer) openToAll(answer);
  return answer;
}

async function choose(portal: Portal, request: Request, name: string): Promise<Response | null> {
  if (name === "dictionary.json") return jsonAnswer(dictionary());
  if (name === "manifest.json") return jsonAnswer(manifest(portal, await standingSet(portal)));
  if (name === "SHA256SUMS") return sums(await standingSet(portal));
  const [stem, ending] = [name.replace(/\.[^.]*$/, ""), /[^.]*$/.exec(name)?.[0]];
  const format = formats.find((known) => known === ending);
  const file = openDataFiles.find((known) => known.name === stem);
  if (!file || !format) return null;
  const set = await standingSet(portal);
  const made = set?.files.find((known) => known.name === stem && known.format === format);
  return (set && made && (await madeAnswer(portal, request, set, made))) ?? liveAnswer(portal, file, format);
}

/** A finished file, whole or in part; null when a newer set has just taken its place. */
async function madeAnswer({ env }: Portal, request: Request, set: MadeSet, made: MadeFile): Promise<Response | null> {
  const etag = `"${made.sha256.slice(0, 32)}"`;
  const headers = {
    ...headersOf(made.name, made.format),
    // Asked for again each time, so that nothing that was taken down lives on in a cache.
    "Cache-Control": "public, no-cache",
    "Accept-Ranges": "bytes",
    ETag: etag,
    "Last-Modified": new Date(set.madeAt).toUTCString(),
    "Repr-Digest": `sha-256=:${Buffer.from(made.sha256, "hex").toString("base64")}:`,
  };
  if (isKnown(request, etag, set)) return new Response(null, { status: 304, headers });
  const range = rangeOf(request, etag, made.bytes);
  if (range === "none") {
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${made.bytes}` } });
  }
  const { start, end } = range ?? { start: 0, end: made.bytes - 1 };
  const body = await openMadeFile(openDataFolder(env.DATA_DIR), set, made, { start, end });
  if (!body) return null;
  const part: Record<string, string> = range ? { "Content-Range": `bytes ${start}-${end}/${made.bytes}` } : {};
  return new Response(body, {
    status: range ? 206 : 200,
    headers: { ...headers, ...part, "Content-Length": String(end - start + 1) },
  });
}

/** A file as it is now, without a checksum: no set stands. */
function liveAnswer({ store, env, clock }: Portal, file: OpenDataFile, format: Format): Response {
  const body = liveFile(store, file, { publicUrl: env.PUBLIC_URL, now: clock() }, format);
  if (!body) return new Response(null, { status: 503, headers: { "Retry-After": "60", "Cache-Control": "no-store" } });
  return new Response(body, { headers: { ...headersOf(file.name, format), "Cache-Control": "no-store" } });
}

function headersOf(name: string, format: Format): Record<string, string> {
  return {
    "Content-Type": mediaTypes[format],
    "Content-Disposition": `attachment; filename="${name}.${format}"`,
  };
}

function isKnown(request: Request, etag: string, set: MadeSet): boolean {
  const tags = request.headers.get("If-None-Match");
  if (tags !== null) return tags.split(",").some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, "")));
  const since = Date.parse(request.headers.get("If-Modified-Since") ?? "");
  return Number.isFinite(since) && Math.floor(Date.parse(set.madeAt) / 1000) * 1000 <= since;
}

/** The one part that is asked for, `none` where it lies outside; null for the whole. */
function rangeOf(request: Request, etag: string, bytes: number): { start: number; end: number } | "none" | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.get("Range")?.trim() ?? "");
  const [, from = "", to = ""] = asked ?? [];
  if (!asked || (from === "" && to === "")) return null;
  const ifRange = request.headers.get("If-Range");
  if (ifRange !== null && ifRange !== etag) return null;
  const start = from === "" ? Math.max(bytes - Number(to), 0) : Number(from);
  const end = from === "" || to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return start > end ? "none" : { start, end };
}

/** What each file holds, in both languages. */
export function dictionary() {
  const words = (key: string) => ({ vi: getI18n("vi").t(key), en: getI18n("en").t(key) });
  return {
    files: openDataFiles.map(({ name, titleKey, aboutKey, columns }) => ({
      name,
      title: words(titleKey),
      about: words(aboutKey),
      columns: columns.map((column) => ({
        name: column.name,
        type: column.type,
        description: words(column.descriptionKey),
      })),
    })),
  };
}

/** The finished files with their checksums; none while new ones are being made. */
export function manifest({ env }: Portal, set: MadeSet | null) {
  const root = `${env.PUBLIC_URL}/open-data`;
  return {
    portal: env.PUBLIC_URL,
    dictionary: `${root}/dictionary.json`,
    terms: { vi: `${env.PUBLIC_URL}/vi/open-data`, en: `${env.PUBLIC_URL}/en/open-data` },
    /** False while something has left the public pages and the files are made anew: they come without checksums then. */
    finished: set !== null,
    madeAt: set?.madeAt ?? null,
    dataVersion: set?.version ?? null,
    files: (set?.files ?? []).map(({ name, format, rows, bytes, sha256 }) => ({
      name,
      format,
      url: `${root}/${name}.${format}`,
      rows,
      bytes,
      sha256,
    })),
  };
}

/** The checksums as `sha256sum --check` reads them. */
function sums(set: MadeSet | null): Response {
  if (!set) return new Response(null, { status: 503, headers: { "Retry-After": "60", "Cache-Control": "no-store" } });
  const lines = set.files.map(({ name, format, sha256 }) => `${sha256}  ${name}.${format}\n`);
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache" };
  return new Response(lines.join(""), { headers });
}

function jsonAnswer(body: object): Response {
  const headers = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-cache" };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, { headers });
}
