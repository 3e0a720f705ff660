import { openness, readMoment, readServiceCode, type Service, statusesOf } from "../domain/open311.ts";
import type { RequestFilter, Slice, Span } from "../../db/open311.ts";
import { termNames } from "../../db/terms.ts";
import { commaList, type Detail, type GeoCall, refuse } from "./open311-call.ts";

const DAY_MS = 24 * 3600 * 1000;
/** The widest span of one question, in days; the specification's own limit. */
export const MOST_DAYS = 90;
/** The most entries of one answer; the specification's own default. */
export const MOST_ENTRIES = 1000;
const PAGE_SIZE = 50;
const MOST_PAGES = 1000;

/** The filter of `GET requests`. Throws 400 with every parameter that is wrong, 404 for a service that is none. */
export async function readFilter(call: GeoCall): Promise<RequestFilter> {
  const wrong: Detail[] = [];
  const updated = hasAny(call, "updated_after", "updated_before");
  const bounded = hasAny(call, "start_date", "end_date");
  const filter = {
    services: await readServices(call),
    statuses: readStatuses(call, wrong),
    // Whoever asks what has changed asks about old requests too.
    requested: updated && !bounded ? null : readSpan(call, "start_date", "end_date", wrong),
    updated: updated ? readSpan(call, "updated_after", "updated_before", wrong) : null,
  };
  if (wrong.length > 0) throw refuse(call, 400, wrong);
  return filter;
}

const hasAny = (call: GeoCall, ...names: string[]): boolean => names.some((name) => call.given.one(name) !== null);

/**
 * A span from two parameters: without the first it begins 90 days before its
 * end, without the second it ends now, or 90 days after its beginning.
 */
export function readSpan(call: GeoCall, first: string, second: string, wrong: Detail[]): Span {
  const now = call.portal.clock();
  const [from, to] = [readTime(call, first, false, wrong), readTime(call, second, true, wrong)];
  const most = MOST_DAYS * DAY_MS;
  const end = to ?? (from ? new Date(Math.min(now.getTime(), from.getTime() + most)) : now);
  const start = from ?? new Date(end.getTime() - most);
  const days = (end.getTime() - start.getTime()) / DAY_MS;
  // One second of grace: a client that counts 90 whole days names both ends.
  if (to && from && (days < 0 || days * DAY_MS > most + 1000)) wrong.push(["span", { name: `${first}, ${second}` }]);
  return { from: start, to: end };
}

function readTime(call: GeoCall, name: string, end: boolean, wrong: Detail[]): Date | null {
  const typed = call.given.one(name);
  if (typed === null) return null;
  const at = readMoment(typed, end);
  if (!at) wrong.push(["time", { name }]);
  return at;
}

function readStatuses(call: GeoCall, wrong: Detail[]) {
  const typed = call.given.one("status");
  if (typed === null) return null;
  const wanted = commaList(typed.toLowerCase()).map((word) => openness.find((known) => known === word) ?? null);
  if (wanted.length === 0 || wanted.includes(null)) wrong.push(["status"]);
  return wanted.flatMap((word) => (word === null ? [] : statusesOf(word)));
}

/** The services asked for; those of a field that is no longer in force still find their requests. */
async function readServices(call: GeoCall): Promise<Service[] | null> {
  const typed = call.given.one("service_code");
  if (typed === null) return null;
  const codes = [...new Set(commaList(typed))];
  const services = codes.map(readServiceCode);
  const terms = await termNames(
    call.portal.store.read,
    services.map((service) => service?.field ?? null),
  );
  const known = services.flatMap((service) => (service && terms.has(`field/${service.field}`) ? [service] : []));
  if (known.length === codes.length && codes.length > 0) return known;
  const unknown = codes.filter((_, at) => !known.includes(services[at] ?? { kind: "feedback", field: "" }));
  throw refuse(
    call,
    404,
    (unknown.length > 0 ? unknown : [typed])
      .slice(0, 20)
      .map((code) => ["unknownService", { code: code.slice(0, 100) }]),
  );
}

/** `page` and `page_size`; without either the first thousand. Throws 400. */
export function readSlice(call: GeoCall): Slice {
  const wrong: Detail[] = [];
  const count = (name: string, most: number): number | null => {
    const typed = call.given.one(name);
    if (typed === null) return null;
    const value = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
    if (value < 1 || value > most) wrong.push(["page", { name, most }]);
    return value;
  };
  const [page, size] = [count("page", MOST_PAGES), count("page_size", MOST_ENTRIES)];
  if (wrong.length > 0) throw refuse(call, 400, wrong);
  const limit = size ?? (page === null ? MOST_ENTRIES : PAGE_SIZE);
  return { limit, offset: ((page ?? 1) - 1) * limit };
}

/** `extensions=true`, in any of the spellings that clients have for yes. */
export const wantsExtensions = (call: GeoCall): boolean => /^(true|1|yes)$/i.test(call.given.one("extensions") ?? "");
