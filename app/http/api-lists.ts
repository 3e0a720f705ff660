import { agencyNames } from "../../db/agencies.ts";
import type { PublicationSummary } from "../../db/publication-lists.ts";
import { type Call, refuse } from "./api-call.ts";
import { publicSummaryJson } from "./api-views.ts";

/** One page of a short list that is read whole; goes on after the item whose key the cursor names. */
export function pageThrough<T>(
  call: Call,
  items: readonly T[],
  keyOf: (item: T) => string,
  page: { limit: number; cursor?: string | undefined },
): { items: T[]; nextCursor: string | null } {
  const last = page.cursor === undefined ? -1 : items.findIndex((item) => keyOf(item) === page.cursor);
  if (page.cursor !== undefined && last === -1) throw refuse(call, "input", { errors: { cursor: "wrong" } });
  const found = items.slice(last + 1, last + 1 + page.limit);
  const end = found.at(-1);
  const more = last + 1 + found.length < items.length;
  return { items: found, nextCursor: more && end !== undefined ? keyOf(end) : null };
}

/** Published cases as lists tell of them, with their agencies. */
export async function publishedJson({ portal: { store, env } }: Call, items: readonly PublicationSummary[]) {
  const agencies = await agencyNames(
    store.read,
    items.map((item) => item.agencyId),
  );
  const agencyOf = (id: number | null) => (id === null ? null : (agencies.get(id) ?? null));
  return items.map((item) => publicSummaryJson(item, agencyOf(item.agencyId), env.PUBLIC_URL));
}
