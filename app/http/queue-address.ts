import type { RouterContextProvider } from "react-router";
import type { QueueQuery } from "../../db/queue.ts";
import type { QueueView } from "../../db/queue-conditions.ts";
import { type QueueAddress, queueSorts, usualSort } from "../domain/queue-address.ts";
import { cleanLine, searchWords } from "../domain/text.ts";
import { actorContext, portalContext } from "./context.ts";
import { queueFilter, readFilters } from "./queue-filters.ts";
import { queueQuery, viewsFor } from "./queue-views.ts";

/** What an address asks of the queue; null for whoever has no queue. What it does not say, or says wrongly, is as if left out. */
export function readQueueAddress(
  context: Readonly<RouterContextProvider>,
  params: URLSearchParams,
): QueueAddress<QueueView> | null {
  const views = viewsFor(context.get(actorContext));
  const [first] = views;
  if (!first) return null;
  const asked = params.get("view");
  const view = views.find((known) => known === asked) ?? first;
  return {
    view,
    q: cleanLine((params.get("q") ?? "").slice(0, 200)),
    filter: readFilters(params),
    sort: queueSorts.find((known) => known === params.get("sort")) ?? usualSort(view),
  };
}

/** The query that an address stands for, as of now. */
export async function queryOf(
  context: Readonly<RouterContextProvider>,
  address: QueueAddress<QueueView>,
  more: Partial<QueueQuery> = {},
): Promise<QueueQuery> {
  const words = searchWords(address.q);
  const { store } = context.get(portalContext);
  const filter = await queueFilter(store.read, address.filter);
  return queueQuery(context, address.view, { words, filter, sort: address.sort, ...more });
}
