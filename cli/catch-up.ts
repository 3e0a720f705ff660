import { mindCommitments } from "../app/jobs/mind-commitments.ts";
import { mindDeadlines } from "../app/jobs/mind-deadlines.ts";
import { publishDue } from "../app/jobs/publish-due.ts";
import { routeCases } from "../app/jobs/route-cases.ts";
import type { Store } from "../db/store.server.ts";

/** Does what the timers would have done by now: figures made afterwards hold for the next hour too. */
export async function catchUp(store: Store, now: Date): Promise<void> {
  for (;;) {
    const { lapsed, closed } = await mindDeadlines(store, now);
    const missed = await mindCommitments(store, now);
    const moved = (await routeCases(store, now)) + (await publishDue(store, now));
    if (lapsed + closed + missed + moved === 0) return;
  }
}
