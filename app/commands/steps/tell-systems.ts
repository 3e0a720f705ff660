import type { Actor } from "../../domain/actor.ts";
import type { Visibility } from "../../domain/case-status.ts";
import type { CaseNews } from "../../domain/webhook.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { queueDelivery } from "../../../db/deliveries.ts";
import { listenersTo } from "../../../db/systems.ts";
import type { Tx } from "../../../db/store.server.ts";
import { keepTasks } from "./keep-tasks.ts";
import { causeOf } from "./tell.ts";

/** Acts that change what a published case shows, though nobody outside is told that they were done. */
const retelling: readonly string[] = ["approve-translation", "decide-mask"];

/**
 * Queues for connected systems what has changed in public, and keeps the tasks
 * that were handed to them. What is not public is not queued; the text of what
 * is told is that of the public page at the moment of telling.
 */
export async function tellSystems(
  tx: Tx,
  actor: Actor,
  before: CaseRow,
  after: CaseRow,
  change: { readonly type: string; readonly seenBy?: Visibility },
  now: Date,
): Promise<void> {
  const news = newsOf(before, after, change);
  const listeners = news === null ? [] : await listenersTo(tx, news);
  if (news !== null && listeners.length > 0) {
    const doneActId = actor.kind === "staff" ? await causeOf(tx, after) : null;
    for (const { id } of listeners) {
      await queueDelivery(tx, { webhookId: id, event: news, caseId: after.id, doneActId }, now);
    }
  }
  await keepTasks(tx, before, after, change.type, now);
}

function newsOf(
  before: CaseRow,
  after: CaseRow,
  { type, seenBy }: { readonly type: string; readonly seenBy?: Visibility },
): CaseNews | null {
  if (!before.published) return after.published ? "case.published" : null;
  if (!after.published) return "case.removed";
  return seenBy === "public" || retelling.includes(type) ? "case.changed" : null;
}
