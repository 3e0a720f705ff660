import { z } from "zod";
import { bulkActs, bulkActsFor, MOST_AT_ONCE } from "../domain/bulk-acts.ts";
import { choice } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { type Batch, insertBatch, seenCases } from "../../db/batches.ts";
import type { Tx } from "../../db/store.server.ts";

export const startBatchInput = z.object({
  act: choice(bulkActs),
  /** What the act asks for beside the case; each case's own command checks it again. */
  input: z.record(z.string().max(40), z.unknown()),
  /** The cases, each in the version that its reader had before them. */
  items: z
    .array(z.object({ code: z.string(), version: z.int() }))
    .min(1, "empty")
    .max(MOST_AT_ONCE, "too-many"),
});

/** Writes down what is to be done to which cases, before any of it is done; what is left waits, whatever happens in between. */
export async function startBatch(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof startBatchInput>,
  now: Date,
): Promise<Batch> {
  if (actor.kind !== "staff" || !bulkActsFor(actor).includes(input.act)) throw new Refusal("forbidden");
  const items = await seenCases(tx, actor, input.items);
  if (items.length === 0) throw new InputRefusal({ items: "empty" });
  const batch = { staffId: actor.staffId, act: input.act, input: input.input, total: items.length, createdAt: now };
  return insertBatch(tx, batch, items);
}
