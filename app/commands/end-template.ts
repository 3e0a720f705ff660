import { z } from "zod";
import { rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { templateStream } from "../../db/events.ts";
import type { Tx } from "../../db/store.server.ts";
import { endTemplate as storeEnd, type Template } from "../../db/templates.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";
import { ownTemplate } from "./save-template.ts";

export const endTemplateInput = z.object({ templateId: rowId, version: z.coerce.number().int() });

/** Withdraws a template: it stays readable and is offered to nobody. Saving it again brings it back. */
export async function endTemplate(
  tx: Tx,
  actor: Actor,
  { templateId, version }: z.infer<typeof endTemplateInput>,
  now: Date,
): Promise<Template> {
  mustManage(actor, "manage-templates");
  const before = await ownTemplate(tx, actor, templateId, now);
  if (before.version !== version) throw new Refusal("stale");
  const ended = await storeEnd(tx, before, now);
  if (!ended) throw new Refusal("stale");
  await recordOfficeEvent(tx, actor, templateStream(ended.id), "template-end", { version: ended.version }, now);
  return ended;
}
