import type { Actor } from "./actor.ts";
import { mayEver } from "./permissions.ts";

/** What can be done to many cases at once; each case by its own command, with its own rules and its own event. */
export const bulkActs = ["assign", "classify", "level", "decline", "snooze", "claim", "approve-translation"] as const;
export type BulkAct = (typeof bulkActs)[number];

/** How many cases one such act may be about. */
export const MOST_AT_ONCE = 500;

export function bulkActsFor(actor: Actor): readonly BulkAct[] {
  return bulkActs.filter((act) => mayEver(actor, act));
}
