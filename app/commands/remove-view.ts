import { z } from "zod";
import { rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { mayRemoveView } from "../domain/saved-view.ts";
import { deleteSavedView, findSavedView } from "../../db/saved-views.ts";
import type { Tx } from "../../db/store.server.ts";

export const removeViewInput = z.object({ id: rowId });

/** Takes a saved view away. To whom it does not stand beside the queue it does not exist. */
export async function removeView(tx: Tx, actor: Actor, input: z.infer<typeof removeViewInput>): Promise<void> {
  const view = await findSavedView(tx, input.id);
  if (!view || actor.kind !== "staff") throw new Refusal("not-found");
  const theirs =
    view.staffId === actor.staffId ||
    view.audience === "everyone" ||
    (view.audience === "unit" && view.agencyId === actor.agencyId);
  if (!theirs) throw new Refusal("not-found");
  if (!mayRemoveView(actor, view)) throw new Refusal("forbidden");
  await deleteSavedView(tx, view.id);
}
