import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { deletePresence, savePresence } from "../../db/presence.ts";
import type { Tx } from "../../db/store.server.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

export const presenceInput = caseRef.omit({ version: true }).extend({
  /** "here" with the case open, "typing" while writing on it, "gone" when it is put away. */
  state: z.enum(["here", "typing", "gone"]),
});

/** Tells colleagues that somebody has a case open. It is nobody's act: no event, no new version. */
export async function markPresence(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof presenceInput>,
  now: Date,
): Promise<void> {
  const row = await openCase(tx, actor, { code: input.code }, "attend");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  if (input.state === "gone") await deletePresence(tx, row.id, actor.staffId);
  else await savePresence(tx, row.id, actor.staffId, input.state === "typing", now);
}
