import { inWorkingHours, nextDigest } from "../domain/digest.ts";
import { currentCalendarVersion, loadCalendar } from "../../db/deadline-settings.ts";
import { advanceList, dueForDigest, listsOf } from "../../db/list-followers.ts";
import { enqueueMail } from "../../db/outbox.ts";
import { findCommune } from "../../db/places.ts";
import { newestPublication, publicationsAfter } from "../../db/publication-lists.ts";
import type { Store, Tx } from "../../db/store.server.ts";
import { readFilters } from "../http/published-filters.ts";
import { type ReferenceLists, referenceLists } from "../http/reference-lists.ts";
import type { Calendar } from "../domain/calendar.ts";

/** Lists of one pass; the next pass goes on. */
const AT_ONCE = 200;
/** New cases that one list adds to a digest at the most. */
const NEW_OF_ONE = 10;

/** Tells those who follow lists what is new in them: one mail for all lists of an address, in working hours, never an empty one. */
export async function sendDigests(store: Store, now: Date): Promise<number> {
  const due = await dueForDigest(store.read, now, AT_ONCE);
  if (due.length === 0) return 0;
  const calendar = await loadCalendar(store.read, await currentCalendarVersion(store.read));
  if (!inWorkingHours(now, calendar)) return 0;
  const lists = await referenceLists(store, now);
  let told = 0;
  for (const emailIndex of due) {
    if (await store.write((tx) => tellOne(tx, emailIndex, lists, calendar, now))) told += 1;
  }
  return told;
}

async function tellOne(
  tx: Tx,
  emailIndex: string,
  lists: ReferenceLists,
  calendar: Calendar,
  now: Date,
): Promise<boolean> {
  const due = (await listsOf(tx, emailIndex)).filter(({ nextAt }) => nextAt !== null && nextAt <= now);
  const newest = await newestPublication(tx);
  const codes = new Set<string>();
  for (const row of due) {
    if (!(await advanceList(tx, row, newest, nextDigest(row.rhythm, now, calendar)))) continue;
    const { filter, unknown } = await readFilters(new URLSearchParams(row.query), lists, (code) =>
      findCommune(tx, code),
    );
    // Without one of its filters it is another list, which nobody asked for; the page of the lists says so.
    if (unknown.length > 0) continue;
    for (const { code } of await publicationsAfter(tx, filter, row.afterId, NEW_OF_ONE)) codes.add(code);
  }
  const [first] = due;
  if (!first || codes.size === 0) return false;
  const { lang, id: recipientId } = first;
  const params = { codes: [...codes].join(" ") };
  await enqueueMail(tx, { mail: "list-digest", lang, recipient: "list-follower", recipientId, params }, now);
  return true;
}
