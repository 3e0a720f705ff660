import { z } from "zod";
import { choice, line } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { audiences, audiencesFor, MOST_SAVED_VIEWS } from "../domain/saved-view.ts";
import { countSavedViews, insertSavedView } from "../../db/saved-views.ts";
import type { Tx } from "../../db/store.server.ts";

export const saveViewInput = z.object({
  name: line(60, 2),
  audience: choice(audiences),
  /** The query of the queue's address. */
  query: line(1000),
});

/** Keeps a question on the queue under a name. It shows to nobody what they may not see anyway. */
export async function saveView(tx: Tx, actor: Actor, input: z.infer<typeof saveViewInput>, now: Date): Promise<void> {
  if (actor.kind !== "staff" || !mayEver(actor, "see-queue")) throw new Refusal("forbidden");
  if (!audiencesFor(actor).includes(input.audience)) throw new InputRefusal({ audience: "not-yours" });
  if ((await countSavedViews(tx, actor.staffId)) >= MOST_SAVED_VIEWS) throw new InputRefusal({ name: "too-many" });
  const { name, audience, query } = input;
  const { staffId, agencyId } = actor;
  await insertSavedView(tx, { name, audience, query, staffId, agencyId, createdAt: now });
}
