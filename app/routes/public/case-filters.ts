import type { Kind, Lang } from "../../domain/case-kind.ts";
import { kinds } from "../../domain/case-kind.ts";
import { type Status, statuses, staysPublic } from "../../domain/case-status.ts";
import { readDay } from "../../domain/day.ts";
import { searchWords } from "../../domain/text.ts";
import type { PublicationFilter } from "../../../db/publication-lists.ts";
import type { ReferenceLists } from "../../http/reference-lists.ts";

/** The filters of the public list as they stand in its address. */
export const filterNames = ["q", "kind", "status", "province", "agency", "field", "from", "to"] as const;
export type FilterName = (typeof filterNames)[number];

export const publicStatuses: readonly Status[] = statuses.filter(staysPublic);

export interface ReadFilters {
  readonly filter: PublicationFilter;
  /** What holds, by name, as it was given. */
  readonly active: Readonly<Partial<Record<FilterName, string>>>;
  /** Filters whose value nobody knows; the list is shown without them and says so. */
  readonly unknown: readonly FilterName[];
}

/** The filters of an address; a day may be `2026-12-05` or `5/12/2026`. */
export function readFilters(query: URLSearchParams, lists: ReferenceLists): ReadFilters {
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
  const filter: PublicationFilter = {
    words: words ?? [],
    kind: take("kind", (value) => kinds.find((kind: Kind) => kind === value)),
    status: take("status", (value) => publicStatuses.find((status) => status === value)),
    field: take("field", (value) => lists.terms.field.find((term) => term.code === value)?.code),
    provinceCode: take("province", (value) => lists.provinces.find((province) => province.code === value)?.code),
    agencyId: take("agency", (value) => [...lists.agencies.values()].find((agency) => agency.code === value)?.id),
    from: take("from", readDay),
    to: take("to", readDay),
  };
  return { filter, active, unknown };
}

/** The address of the list with these filters. */
export function listAddress(lang: Lang, active: Partial<Record<FilterName, string>>, cursor?: string | null): string {
  const query = new URLSearchParams();
  for (const name of filterNames) if (active[name]) query.set(name, active[name]);
  if (cursor) query.set("cursor", cursor);
  const text = query.toString();
  return `/${lang}/cases${text && `?${text}`}`;
}
