import type { RouterContextProvider } from "react-router";
import { countQueue, type QueueQuery } from "../../db/queue.ts";
import type { QueueView } from "../../db/queue-conditions.ts";
import { armsNow } from "../../db/visible-cases.ts";
import { currentCalendarVersion, loadCalendar } from "../../db/deadline-settings.ts";
import type { Db } from "../../db/store.server.ts";
import { addWorkingDays, endOfDay, localDate } from "../domain/calendar.ts";
import { SOON_DAYS } from "../domain/deadlines.ts";
import type { Actor, Role } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { actorContext, portalContext } from "./context.ts";

/** The views that concern each role; the first is where its day begins. */
const viewsOfRole: Record<Role, readonly QueueView[]> = {
  triage: [
    "new",
    "heard",
    "returned",
    "held",
    "mine",
    "unclaimed",
    "late",
    "due-soon",
    "snoozed",
    "watched",
    "arbitration",
    "disputed",
    "waiting",
    "all",
  ],
  officer: [
    "desk",
    "heard",
    "mine",
    "unclaimed",
    "late",
    "due-soon",
    "snoozed",
    "watched",
    "waiting",
    "approval",
    "disputed",
    "answered",
    "all",
  ],
  leader: [
    "approval",
    "late",
    "due-soon",
    "disputed",
    "heard",
    "desk",
    "mine",
    "unclaimed",
    "waiting",
    "watched",
    "answered",
    "all",
  ],
  editor: ["to-publish", "proposed", "scheduled", "objected", "watched", "published", "all"],
  monitor: [
    "late",
    "due-soon",
    "new",
    "held",
    "arbitration",
    "disputed",
    "waiting",
    "approval",
    "watched",
    "answered",
    "all",
  ],
  custodian: [],
  admin: [],
  arbiter: ["arbitration", "disputed", "late", "watched", "all"],
};

/** Counts are looked up to this many; beyond, a page shows "999+". */
export const MOST_COUNTED = 1000;

export function viewsFor(actor: Actor): readonly QueueView[] {
  return actor.kind === "staff" && mayEver(actor, "see-queue") ? viewsOfRole[actor.role] : [];
}

/** The end of the last day that counts as "due soon". */
export async function soonEnds(db: Db, now: Date): Promise<Date> {
  const calendar = await loadCalendar(db, await currentCalendarVersion(db));
  return endOfDay(addWorkingDays(localDate(now), SOON_DAYS, calendar));
}

/** A query on a view as of now, to be asked at once. */
export async function queueQuery(
  context: Readonly<RouterContextProvider>,
  view: QueueView,
  more: Partial<QueueQuery> = {},
): Promise<QueueQuery> {
  const { store, clock } = context.get(portalContext);
  const now = clock();
  const arms = await armsNow(store.read, context.get(actorContext));
  return { ...more, view, now, soon: await soonEnds(store.read, now), arms };
}

/** How many cases the asking person has in a view. */
export async function countView(context: Readonly<RouterContextProvider>, view: QueueView): Promise<number> {
  return countLike(context, await queueQuery(context, view), view);
}

/** How many cases they have in a view at the moment and in the scope of a query already made. */
export async function countLike(
  context: Readonly<RouterContextProvider>,
  { now, soon, arms }: QueueQuery,
  view: QueueView,
): Promise<number> {
  const { store } = context.get(portalContext);
  const query: QueueQuery = { view, now, soon, ...(arms && { arms }) };
  return countQueue(store.read, context.get(actorContext), query, MOST_COUNTED);
}
