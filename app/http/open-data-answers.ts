import { readPublicRemovals } from "../../db/counters.ts";
import { getI18n } from "../i18n.ts";
import type { Lang } from "../domain/case-kind.ts";
import { openToAll } from "./api-call.ts";
import { problem } from "./api-problem.ts";
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
  type Representation,
} from "./open-data-folder.ts";
import { liveFile, packedStream } from "./open-data-live.ts";
import { type Format, formats, mediaTypes } from "./open-data-text.ts";
import { pickEncoding } from "./page-cache.ts";

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
export async function answerOpenData(
  portal: Portal,
  request: Request,
  name: string,
  lang: Lang = "vi",
): Promise<Response | null> {
  const found = await choose(portal, request, name);
  if (found === null) return null;
  // Told as unavailable, not as absent: the files are being made anew, and as many as are made at once are under way.
  const answer = found === "later" ? problem(lang, "unavailable", { headers: { "Retry-After": "60" } }) : found;
  openToAll(answer);
  return answer;
}

async function choose(portal: Portal, request: Request, name: string): Promise<Response | "later" | null> {
  if (name === "dictionary.json") return jsonAnswer(dictionary());
  if (name === "manifest.json") return jsonAnswer(manifest(portal, await standingSet(portal)));
  if (name === "SHA256SUMS") return sums(await standingSet(portal)) ?? "later";
  const [stem, ending] = [name.replace(/\.[^.]*$/, ""), /[^.]*$/.exec(name)?.[0]];
  const format = formats.find((known) => known === ending);
  const file = openDataFiles.find((known) => known.name === stem);
  if (!file || !format) return null;
  const set = await standingSet(portal);
  const made = set?.files.find((known) => known.name === stem && known.format === format);
  const finished = set && made ? await madeAnswer(portal, request, set, made) : null;
  return finished ?? liveAnswer(portal, request, file, format) ?? "later";
}

/**
 * A finished file, whole or in part; null when a newer set has just taken its
 * place. Each encoding of it has its own tag, size and checksum.
 */
async function madeAnswer({ env }: Portal, request: Request, set: MadeSet, made: MadeFile): Promise<Response | null> {
  const form = formOf(request, made);
  const { bytes } = form;
  const etag = tagOf(form);
  const headers = {
    ...headersOf(made.name, made.format),
    ...encodedAs(form.encoding),
    // Asked for again each time, so that nothing that was taken down lives on in a cache.
    "Cache-Control": "public, no-cache",
    "Accept-Ranges": "bytes",
    ETag: etag,
    "Last-Modified": new Date(set.madeAt).toUTCString(),
    "Repr-Digest": `sha-256=:${Buffer.from(form.sha256, "hex").toString("base64")}:`,
  };
  if (isKnown(request, etag, set)) return new Response(null, { status: 304, headers });
  const range = rangeOf(request, etag, bytes);
  if (range === "none") {
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${bytes}` } });
  }
  const { start, end } = range ?? { start: 0, end: bytes - 1 };
  const body = await openMadeFile(openDataFolder(env.DATA_DIR), set, made, form.encoding, { start, end });
  if (!body) return null;
  const part: Record<string, string> = range ? { "Content-Range": `bytes ${start}-${end}/${bytes}` } : {};
  return new Response(body, {
    status: range ? 206 : 200,
    headers: { ...headers, ...part, "Content-Length": String(end - start + 1) },
  });
}

const tagOf = ({ sha256 }: Representation): string => `"${sha256.slice(0, 32)}"`;

/**
 * The form of a file that answers a request: the one that the reader has some
 * of already, by its tag; the plain one, whose bytes the checksums are about,
 * for a part without a tag; else the smallest that the reader takes.
 */
function formOf(request: Request, made: MadeFile): Representation {
  const plain: Representation = { encoding: "identity", bytes: made.bytes, sha256: made.sha256 };
  const forms = [plain, ...made.packed];
  const held = `${request.headers.get("If-None-Match") ?? ""},${request.headers.get("If-Range") ?? ""}`.split(",");
  const known = forms.find((form) => held.some((tag) => tag.trim().replace(/^W\//, "") === tagOf(form)));
  if (known) return known;
  if (request.headers.has("Range")) return plain;
  const wanted = pickEncoding(request.headers.get("Accept-Encoding") ?? undefined);
  return made.packed.find(({ encoding }) => encoding === wanted) ?? plain;
}

function encodedAs(encoding: Representation["encoding"]): Record<string, string> {
  return { Vary: "Accept-Encoding", ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }) };
}

/** A file as it is now, without a checksum: no set stands. Packed while it is sent, for whoever takes that. */
function liveAnswer(
  { store, env, clock }: Portal,
  request: Request,
  file: OpenDataFile,
  format: Format,
): Response | null {
  const body = liveFile(store, file, { publicUrl: env.PUBLIC_URL, now: clock() }, format);
  if (!body) return null;
  const packed = pickEncoding(request.headers.get("Accept-Encoding") ?? undefined) !== "identity";
  const headers = { ...headersOf(file.name, format), ...encodedAs("identity"), "Cache-Control": "no-store" };
  if (!packed) return new Response(body, { headers });
  return new Response(packedStream(body), { headers: { ...headers, ...encodedAs("gzip") } });
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
    files: (set?.files ?? []).map(({ name, format, rows, bytes, sha256, packed }) => ({
      name,
      format,
      url: `${root}/${name}.${format}`,
      rows,
      bytes,
      sha256,
      /** What is sent to whoever takes these encodings. */
      encoded: packed,
    })),
  };
}

/** The checksums as `sha256sum --check` reads them. */
function sums(set: MadeSet | null): Response | null {
  if (!set) return null;
  const lines = set.files.map(({ name, format, sha256 }) => `${sha256}  ${name}.${format}\n`);
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache" };
  return new Response(lines.join(""), { headers });
}

function jsonAnswer(body: object): Response {
  const headers = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-cache" };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, { headers });
}
