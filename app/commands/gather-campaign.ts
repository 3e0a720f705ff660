import { z } from "zod";
import { rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { firstOpenLetter } from "../../db/campaign-letters.ts";
import { findCampaign, holdCampaign } from "../../db/campaigns.ts";
import { addTask, gatheringOf } from "../../db/collective-tasks.ts";
import type { Tx } from "../../db/store.server.ts";

export const gatherInput = z.object({ campaignId: rowId });

/**
 * The letters of a campaign become one collective case, under the first of them
 * that is still open. A timer does the work in short pieces; a letter that is
 * being answered by itself stays so. Gives the code of the leading case.
 */
export async function gatherCampaign(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof gatherInput>,
  now: Date,
): Promise<string> {
  if (actor.kind !== "staff" || !mayEver(actor, "gather")) throw new Refusal("forbidden");
  const campaign = await findCampaign(tx, input.campaignId);
  const lead = campaign && (await firstOpenLetter(tx, actor, campaign.id));
  if (!campaign || !lead) throw new Refusal("not-found");
  await holdCampaign(tx, campaign.id);
  const before = await gatheringOf(tx, campaign.id);
  if (before && before.finishedAt === null) throw new Refusal("already-exists");
  await addTask(tx, {
    kind: "gather",
    leadId: lead.id,
    campaignId: campaign.id,
    staffId: actor.staffId,
    total: campaign.letters,
    createdAt: now,
  });
  return lead.code;
}
