import { readDegrees } from "../domain/open311.ts";
import { cleanText } from "../domain/text.ts";
import type { Centre } from "../../db/open311.ts";
import type { Detail, GeoCall } from "./open311-call.ts";

/** The specification's own limit, in characters. */
export const MOST_DESCRIPTION = 4000;
const MOST_MEDIA = 10;
const MOST_URL = 500;

/** Where a request is: a point, an address in words, a commune or province by its code; at least one of them. */
export function readPlace(call: GeoCall, wrong: Detail[]) {
  const point = readPoint(call, wrong);
  const address = call.given.one("address_string");
  const id = call.given.one("address_id");
  if (id !== null && !/^(\d{2}|\d{5})$/.test(id)) wrong.push(["addressId"]);
  const named = call.given.one("lat") !== null || call.given.one("long") !== null;
  if (!named && address === null && id === null) wrong.push(["noPlace"]);
  return {
    point,
    address: address ?? undefined,
    communeCode: id?.length === 5 ? id : undefined,
    provinceCode: id?.length === 2 ? id : undefined,
  };
}

/** Mainland, sea, Hoàng Sa and Trường Sa, with room to spare: what lies outside is a mistake, most often 0, 0. */
const isInVietnam = (latE6: number, longE6: number): boolean =>
  latE6 >= 4e6 && latE6 <= 24e6 && longE6 >= 101e6 && longE6 <= 119e6;

function readPoint(call: GeoCall, wrong: Detail[]): Centre | null {
  const [lat, long] = [call.given.one("lat"), call.given.one("long")];
  if (lat === null && long === null) return null;
  if (lat === null || long === null) {
    wrong.push(["halfPoint"]);
    return null;
  }
  const [latE6, longE6] = [readDegrees(lat, 90), readDegrees(long, 180)];
  if (latE6 === null) wrong.push(["wrongDegrees", { name: "lat" }]);
  if (longE6 === null) wrong.push(["wrongDegrees", { name: "long" }]);
  if (latE6 === null || longE6 === null) return null;
  if (!isInVietnam(latE6, longE6)) {
    wrong.push(["outsideVietnam"]);
    return null;
  }
  return { latE6, longE6 };
}

/** The description, cleaned; empty when there is none. */
export function readDescription(call: GeoCall, wrong: Detail[]): string {
  const text = cleanText(call.given.one("description") ?? "");
  if (text.length > MOST_DESCRIPTION) wrong.push(["longDescription", { most: MOST_DESCRIPTION }]);
  return text;
}

/**
 * The links that came with a text, one line each. They are kept as text:
 * nothing here or later fetches an address that a stranger names.
 */
export function readMedia(call: GeoCall, wrong: Detail[]): string[] {
  const urls = call.given.all("media_url").map((url) => cleanText(url));
  const fits = urls.every((url) => url.length <= MOST_URL && isWebAddress(url));
  if (!fits || urls.length > MOST_MEDIA) wrong.push(["mediaUrl", { most: MOST_MEDIA }]);
  return urls.map((url) => call.t("text.link", { url }));
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url);
}

/** A text with its links below it. */
export const withLinks = (text: string, links: readonly string[]): string =>
  links.length === 0 ? text : `${text}\n\n${links.join("\n")}`;

/** The client's own name for what it sends: by header, or as one of the parameters in use for it. */
export function externalIdOf(call: GeoCall, ...names: string[]): string | null {
  const header = call.request.headers
    .get("Idempotency-Key")
    ?.trim()
    .replace(/^"(.*)"$/, "$1");
  const attributes = call.given.attributes();
  const given = [header, ...names.map((name) => call.given.one(name) ?? attributes.get(name)?.[0]?.trim())];
  return given.find((id) => id !== undefined && id !== "" && id.length <= 255) ?? null;
}
