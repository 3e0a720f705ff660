import type { Kind, Level } from "./case-kind.ts";
import type { Status } from "./case-status.ts";

/** The first due, the last received or the first received on top. */
export const queueSorts = ["due", "newest", "oldest"] as const;
export type QueueSort = (typeof queueSorts)[number];

/**
 * The order of a view where its address names none. New cases all have the same
 * days to be passed on, so there the first received is due first at this desk,
 * and the date of the answer is another matter.
 */
export const usualSort = (view: string): QueueSort => (view === "new" ? "oldest" : "due");

export const standings = ["late", "soon"] as const;
export const owners = ["me", "nobody"] as const;

/** The filters of the queue as its address has them; an agency by its code. */
export const filterNames = [
  "kind",
  "field",
  "bottleneck",
  "province",
  "agency",
  "status",
  "level",
  "standing",
  "owner",
  "from",
  "to",
] as const;
export type FilterName = (typeof filterNames)[number];
export interface TypedFilter extends Readonly<Partial<Record<FilterName, string>>> {
  readonly kind?: Kind;
  readonly status?: Status;
  readonly level?: Level;
  readonly standing?: (typeof standings)[number];
  readonly owner?: (typeof owners)[number];
}

/** Where somebody is in the queue: a view, what narrows it, its order. All of it is in the address, so that it can be kept and passed on. */
export interface QueueAddress<View extends string = string> {
  readonly view: View;
  readonly q: string;
  readonly filter: TypedFilter;
  readonly sort: QueueSort;
}

/** The address again, always written alike; `more` adds to it or takes away by an empty value. */
export function addressQuery(address: QueueAddress, more: Readonly<Record<string, string>> = {}): string {
  const { view, q, filter, sort } = address;
  const order = sort === usualSort(view) ? {} : { sort };
  const entries = Object.entries({ view, ...(q ? { q } : {}), ...filter, ...order, ...more });
  return new URLSearchParams(entries.filter(([, value]) => value !== "")).toString();
}

/** True when the address asks for more than a view. */
export function isNarrowed({ q, filter }: QueueAddress): boolean {
  return q !== "" || Object.keys(filter).length > 0;
}
