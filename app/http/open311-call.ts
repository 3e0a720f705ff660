import type { TFunction } from "i18next";
import type { Lang } from "../domain/case-kind.ts";
import { getI18n } from "../i18n.ts";
import { findOpen311Key, type Open311Key } from "../../db/open311.ts";
import { type Call, makeCall, type RouteArgs, shareableText } from "./api-call.ts";
import { sourceContext } from "./context.ts";
import { errorResponse, errorWord, type GeoStatus, splitFormat } from "./open311-errors.ts";
import { contentType, type Format, type Part, write } from "./open311-format.ts";
import { MAX_BODY } from "./read-body.ts";

/** The parameters of a call. An empty one is as good as absent. */
export interface Given {
  one(name: string): string | null;
  /** Every value of a repeated one, its spelling with `[]` included. */
  all(name: string): readonly string[];
  /** What `attribute[CODE]` holds, by code. */
  attributes(): ReadonlyMap<string, readonly string[]>;
}

/** One request to the Open311 endpoint with what its handler needs. */
export interface GeoCall extends Call {
  readonly format: Format;
  /** The parts of the address after the version, without the extension. */
  readonly path: readonly string[];
  readonly given: Given;
  readonly t: TFunction;
}

/** Reads the address: version, language of the endpoint, format. A format that is not spoken is null. */
export function readAddress(args: RouteArgs): { call: Omit<GeoCall, "given">; known: boolean } {
  const call = makeCall(args);
  const parts = (args.params["*"] ?? "").split("/").filter(Boolean);
  const accept = args.request.headers.get("Accept");
  const { name, format } = splitFormat(parts.pop() ?? "", accept);
  const own = parts[0] === "v2" ? parts.slice(1) : parts;
  const spoken = own[0] === "en" || own[0] === "vi" ? own[0] : null;
  const path = [...(spoken ? own.slice(1) : own), name];
  const lang = spoken ?? call.lang;
  // Discovery is also found where clients look that do not know the version yet.
  const known = format !== null && (parts[0] === "v2" || (parts.length === 0 && name === "discovery"));
  const t = getI18n(lang).getFixedT(lang, "open311");
  return { call: { ...call, lang, format: format ?? "xml", path, t }, known };
}

export type Detail = readonly [name: string, details?: Record<string, string | number>];

/** A refusal with one entry for each thing that is wrong. */
export function refuse(
  call: Pick<GeoCall, "format" | "lang">,
  status: GeoStatus,
  details: readonly Detail[],
  headers: Record<string, string> = {},
): Response {
  const words = details.map(([name, values]) => errorWord(call.lang, name, values));
  return errorResponse(call.format, call.lang, status, words, headers);
}

/** An answer to one caller alone. */
export function answer(call: GeoCall, root: string, part: Part, status = 200): Response {
  return new Response(write(call.format, root, part), {
    status,
    headers: { "Content-Type": contentType(call.format), "Content-Language": call.lang, "Cache-Control": "no-store" },
  });
}

/** An answer that is the same for everybody who reads this language. */
export function publicAnswer(call: GeoCall, root: string, part: Part): Response {
  return shareableText(call, write(call.format, root, part), {
    "Content-Type": contentType(call.format),
    "Content-Language": call.lang,
    Vary: "Accept-Encoding, Accept-Language, Cookie",
  });
}

/** The key of the call, or null when it has none and none is `needed`. Throws 403; takes one token of the key's own rate. */
export async function keyOf(call: GeoCall, needed: boolean): Promise<Open311Key | null> {
  const given = call.given.one("api_key");
  if (given === null && !needed) return null;
  if (given === null) throw refuse(call, 403, [["noKey"]]);
  const key = /^[\w.~+/=-]{20,200}$/.test(given) ? await findOpen311Key(call.portal.store.read, given) : null;
  if (!key) throw refuse(call, 403, [["wrongKey"]]);
  limitBy(call, "open311", `key ${key.tokenId}`);
  return key;
}

/** Takes one token of the source's rate; throws 429. */
export function limitSource(call: GeoCall): void {
  limitBy(call, "api", call.context.get(sourceContext));
}

function limitBy(call: GeoCall, what: "api" | "open311", source: string): void {
  const seconds = call.portal.limiter.take(what, source);
  if (seconds > 0) throw refuse(call, 429, [["tooMany", { seconds }]], { "Retry-After": String(seconds) });
}

/** The name under which this portal is a jurisdiction; there is only one, so that nobody has to send it. */
export const jurisdictionOf = (call: Pick<Call, "portal">): string => new URL(call.portal.env.PUBLIC_URL).hostname;

/** The parameters of an address. */
export function givenIn(search: URLSearchParams): Given {
  return givenOf([...search]);
}

/** The parameters of a POST: those of the form, then those of the address. Throws 400, 413. */
export async function readForm(call: Omit<GeoCall, "given">): Promise<Given> {
  const bytes = new Uint8Array(await call.request.arrayBuffer());
  if (bytes.length > MAX_BODY) throw refuse(call, 413, [["tooLarge"]]);
  const type = call.request.headers.get("Content-Type") ?? "";
  const inAddress = [...call.url.searchParams];
  if (/^multipart\/form-data\s*;/i.test(type)) {
    const form = await new Response(bytes, { headers: { "Content-Type": type } }).formData().catch(() => null);
    if (!form) throw refuse(call, 400, [["unreadable"]]);
    const file = [...form].find(([, value]) => typeof value !== "string" && value.size > 0);
    if (file) throw refuse(call, 400, [["noFiles", { name: file[0].slice(0, 100) }]]);
    const texts = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
    return givenOf([...texts, ...inAddress]);
  }
  // Some clients name no type; whatever else they name is no form.
  if (type !== "" && !/^(application\/x-www-form-urlencoded|text\/plain)\b/i.test(type))
    throw refuse(call, 400, [["unreadable"]]);
  return givenOf([...new URLSearchParams(decode(call, bytes)), ...inAddress]);
}

function decode(call: Omit<GeoCall, "given">, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse(call, 400, [["unreadable"]]);
  }
}

function givenOf(pairs: readonly (readonly [string, string])[]): Given {
  const filled = pairs.filter(([, value]) => value.trim() !== "");
  const all = (name: string) =>
    filled.flatMap(([known, value]) => (known === name || known === `${name}[]` ? [value] : []));
  return {
    all,
    one: (name) => all(name)[0]?.trim() ?? null,
    attributes() {
      const found = new Map<string, string[]>();
      for (const [name, value] of filled) {
        const code = /^attribute\[([^\]]{1,60})\](?:\[\d*\])?$/.exec(name)?.[1];
        if (code !== undefined) found.set(code, [...(found.get(code) ?? []), value]);
      }
      return found;
    },
  };
}

/** The parts of a comma list, none of them empty. */
export const commaList = (typed: string): string[] =>
  typed
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

/** A name in the reader's language. */
export const named = (lang: Lang, names: { readonly nameVi: string; readonly nameEn: string }): string =>
  lang === "vi" ? names.nameVi : names.nameEn;
