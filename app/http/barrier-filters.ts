import { entryStates, type EntryState } from "../domain/register.ts";
import { searchWords } from "../domain/text.ts";
import type { Lang } from "../domain/case-kind.ts";
import type { EntryFilter, EntrySort } from "../../db/register-lists.ts";
import type { ReferenceLists } from "./reference-lists.ts";

/** The filters of the register as they stand in its address. */
export const barrierFilterNames = ["q", "document", "class", "sector", "province", "state"] as const;
export type BarrierFilterName = (typeof barrierFilterNames)[number];
export type ActiveBarrierFilters = Readonly<Partial<Record<BarrierFilterName, string>>>;

export interface ReadBarrierFilters {
  readonly filter: EntryFilter;
  readonly active: ActiveBarrierFilters;
  /** Filters whose value nobody knows; the list is shown without them and says so. */
  readonly unknown: readonly BarrierFilterName[];
  readonly sort: EntrySort;
}

/** Reads the filters of an address; `documents` are those that have entries. */
export function readBarrierFilters(
  query: URLSearchParams,
  lists: ReferenceLists,
  documents: readonly { readonly slug: string }[],
): ReadBarrierFilters {
  const active: Partial<Record<BarrierFilterName, string>> = {};
  const unknown: BarrierFilterName[] = [];
  const take = <T>(name: BarrierFilterName, find: (value: string) => T | null | undefined): T | null => {
    const value = (query.get(name) ?? "").trim().slice(0, 400);
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
  const filter: EntryFilter = {
    words: words ?? [],
    document: take("document", (value) => documents.find(({ slug }) => slug === value)?.slug),
    class: take("class", (value) => lists.terms.obstacle_class.find(({ code }) => code === value)?.code),
    sector: take("sector", (value) => lists.terms.sector.find(({ code }) => code === value)?.code),
    province: take("province", (value) => lists.provinces.find(({ code }) => code === value)?.code),
    state: take("state", (value) => entryStates.find((state: EntryState) => state === value)),
  };
  return { filter, active, unknown, sort: query.get("sort") === "reports" ? "reports" : "newest" };
}

/** The address of the register with these filters. */
export function barriersAddress(
  lang: Lang,
  active: ActiveBarrierFilters,
  sort: EntrySort,
  cursor: string | null = null,
): string {
  const query = new URLSearchParams();
  for (const name of barrierFilterNames) if (active[name]) query.set(name, active[name]);
  if (sort === "reports") query.set("sort", sort);
  if (cursor) query.set("cursor", cursor);
  const text = query.toString();
  return `/${lang}/barriers${text && `?${text}`}`;
}
