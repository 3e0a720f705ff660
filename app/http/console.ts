import type { RouterContextProvider } from "react-router";
import { loadCalendar } from "../../db/deadline-settings.ts";
import { listQueue } from "../../db/queue.ts";
import { deskStanding } from "../domain/deadlines.ts";
import { addressQuery } from "../domain/queue-address.ts";
import { actorContext, portalContext } from "./context.ts";
import { queryOf, readQueueAddress } from "./queue-address.ts";

/**
 * The lines of a view beside an open case, narrowed and ordered as the queue
 * was; null where the address names no view of this person's. Lighter than the
 * queue itself.
 */
export async function loadConsole(context: Readonly<RouterContextProvider>, url: URL) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const address = readQueueAddress(context, url.searchParams);
  if (!address || address.view !== url.searchParams.get("view")) return null;
  const cursor = url.searchParams.get("cursor");
  const query = await queryOf(context, address, { cursor });
  const { items } = await listQueue(store.read, actor, query);
  const rows = await Promise.all(
    items.map(async (row) => {
      const { code, kind, status, title, lang, heldReason } = row;
      const calendar = await loadCalendar(store.read, row.calendarVersion);
      return {
        code,
        kind,
        status,
        title,
        lang,
        held: heldReason !== null,
        standing: deskStanding(row, clock(), calendar),
      };
    }),
  );
  const { view, q } = address;
  const search = addressQuery(address, cursor ? { cursor } : {});
  return { view, q, filters: Object.keys(address.filter).length, search, rows };
}

export type ConsoleView = NonNullable<Awaited<ReturnType<typeof loadConsole>>>;
export type ConsoleRow = ConsoleView["rows"][number];
