import type { RouterContextProvider } from "react-router";
import { loadCalendar } from "../../db/deadline-settings.ts";
import { listQueue } from "../../db/queue.ts";
import { lastDay, standing } from "../domain/deadlines.ts";
import { searchWords } from "../domain/text.ts";
import { actorContext, portalContext } from "./context.ts";
import { queueQuery, viewsFor } from "./queue-views.ts";

/**
 * The lines of a view beside an open case, the first due first; null where the
 * address names no view of this person's. Lighter than the queue itself.
 */
export async function loadConsole(context: Readonly<RouterContextProvider>, url: URL) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const asked = url.searchParams.get("view");
  const view = viewsFor(actor).find((known) => known === asked);
  if (!view) return null;
  const q = (url.searchParams.get("q") ?? "").slice(0, 200);
  const cursor = url.searchParams.get("cursor");
  const query = await queueQuery(context, view, { words: searchWords(q), cursor });
  const { items } = await listQueue(store.read, actor, query);
  const rows = await Promise.all(
    items.map(
      async ({ code, kind, status, title, lang, heldReason, pausedAt, dueAt, triageDueAt, calendarVersion }) => {
        // Until it is passed on, a case stands against the limit of triage.
        const due = status === "submitted" ? triageDueAt : dueAt;
        const calendar = await loadCalendar(store.read, calendarVersion);
        return {
          code,
          kind,
          status,
          title,
          lang,
          held: heldReason !== null,
          dueOn: lastDay(due),
          standing: standing({ status, pausedAt, dueAt: due }, clock(), calendar),
        };
      },
    ),
  );
  const search = new URLSearchParams({ view, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }).toString();
  return { view, q, search, rows };
}

export type ConsoleView = NonNullable<Awaited<ReturnType<typeof loadConsole>>>;
export type ConsoleRow = ConsoleView["rows"][number];
