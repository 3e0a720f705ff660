import { publishCase } from "../commands/publish-case.ts";
import { returnPublication } from "../commands/return-publication.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { getI18n } from "../i18n.ts";
import { findDuePublications } from "../../db/proposals.ts";
import type { Store } from "../../db/store.server.ts";

const system: Actor = { kind: "system" };

/** Publishes what was approved for a day that has come; what the case has outgrown goes back to its proposer. */
export async function publishDue(store: Store, now: Date): Promise<number> {
  let published = 0;
  for (const code of await findDuePublications(store.read, now)) {
    try {
      await store.write((tx) => publishCase(tx, system, { code }, now));
      published += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Anything else is left for when the case may be public again.
      if (error.code !== "proposal-outdated") continue;
      const reason = getI18n("vi").getFixedT("vi", "publishing")("outdated");
      await store.write((tx) => returnPublication(tx, system, { code, reason }, now));
    }
  }
  return published;
}
