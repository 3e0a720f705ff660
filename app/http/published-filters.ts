import { type Kind, kinds, type Lang } from "../domain/case-kind.ts";
import { type Status, statuses, staysPublic } from "../domain/case-status.ts";
import { readDay } from "../domain/day.ts";
import { type OutcomeKind, outcomeKinds } from "../domain/outcome.ts";
import { searchWords } from "../domain/text.ts";
import type { Commune } from "../../db/places.ts";
import type { PublicationFilter } from "../../db/publication-lists.ts";
import type { ReferenceLists } from "./reference-lists.ts";

/** The filters of the public list as they stand in its address. */
export const filterNames = [
  "q",
  "kind",
  "status",
  "province",
  "commune",
  "agency",
  "field",
  "bottleneck",
  "technology",
  "outcome",
  "level",
  "solved",
  "from",
  "to",
] as const;
export type FilterName = (typeof filterNames)[number];
export type ActiveFilters = Readonly<Partial<Record<FilterName, string>>>;

/** The filters that people type and do not choose. */
const typedNames: ReadonlySet<FilterName> = new Set(["q", "from", "to"]);

export const publicStatuses: readonly Status[] = statuses.filter(staysPublic);
/** How content senders can be with an answer, the least first. */
export const levels = ["1", "2", "3", "4"] as const;
export const solvedAnswers = ["yes", "no"] as const;

export interface ReadFilters {
  readonly filter: PublicationFilter;
  /** What holds, by name, as it was given. */
  readonly active: ActiveFilters;
  /** What holds, and besides it what people typed that cannot hold: it stays in its field. */
  readonly typed: ActiveFilters;
  /** Filters whose value nobody knows; the list is shown without them and says so. */
  readonly unknown: readonly FilterName[];
  /** The commune of the filter. */
  readonly commune: Commune | null;
}

/** The filters of an address; a day may be `2026-12-05` or `5/12/2026`. `communeOf` finds a commune by its code. */
export async function readFilters(
  query: URLSearchParams,
  lists: ReferenceLists,
  communeOf: (code: string) => Promise<Commune | null>,
): Promise<ReadFilters> {
  const given = (name: FilterName) => (query.get(name) ?? "").trim().slice(0, 400);
  const active: Partial<Record<FilterName, string>> = {};
  const unknown: FilterName[] = [];
  const take = <T>(name: FilterName, find: (value: string) => T | null | undefined): T | null => {
    const value = given(name);
    if (value === "") return null;
    const found = find(value) ?? null;
    if (found === null) unknown.push(name);
    else active[name] = value;
    return found;
  };
  const words = take("q", (value) => {
    const found = searchWords(value);
    return found.length > 0 ? found : null;
  });
  const provinceCode = take("province", (value) => lists.provinces.find(({ code }) => code === value)?.code);
  const known = /^\d{1,8}$/.test(given("commune")) ? await communeOf(given("commune")) : null;
  const fits = known !== null && (provinceCode === null || known.provinceCode === provinceCode);
  const commune = take("commune", () => (fits ? known : null));
  const solved = take("solved", (value) => solvedAnswers.find((answer) => answer === value));
  const filter: PublicationFilter = {
    words: words ?? [],
    kind: take("kind", (value) => kinds.find((kind: Kind) => kind === value)),
    status: take("status", (value) => publicStatuses.find((status) => status === value)),
    field: take("field", (value) => lists.terms.field.find(({ code }) => code === value)?.code),
    bottleneck: take("bottleneck", (value) => lists.terms.bottleneck.find(({ code }) => code === value)?.code),
    technology: take("technology", (value) => lists.terms.technology.find(({ code }) => code === value)?.code),
    provinceCode,
    communeCode: commune?.code ?? null,
    agencyId: take("agency", (value) => [...lists.agencies.values()].find(({ code }) => code === value)?.id),
    outcome: take("outcome", (value) => outcomeKinds.find((kind: OutcomeKind) => kind === value)),
    level: Number(take("level", (value) => levels.find((level) => level === value))) || null,
    solved: solved && solved === "yes",
    from: take("from", readDay),
    to: take("to", readDay),
  };
  const refused = unknown.filter((name) => typedNames.has(name));
  const typed = { ...active, ...Object.fromEntries(refused.map((name) => [name, given(name)])) };
  return { filter, active, typed, unknown, commune };
}

/** The filters as a query in one spelling: the same list always has the same. */
export function filterQuery(active: ActiveFilters): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of filterNames) if (active[name]) query.set(name, active[name]);
  return query;
}

/** The address of the list with these filters, as a page or, with an ending such as `.atom`, as a feed. */
export function listAddress(lang: Lang, active: ActiveFilters, cursor?: string | null, ending = ""): string {
  const query = filterQuery(active);
  if (cursor) query.set("cursor", cursor);
  const text = query.toString();
  return `/${lang}/cases${ending}${text && `?${text}`}`;
}
