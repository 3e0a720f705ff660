import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { languages } from "../domain/case-kind.ts";
import { rhythms } from "../domain/digest.ts";
import { choice, emailAddress } from "../domain/fields.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { insertListFollower } from "../../db/list-followers.ts";
import { enqueueMail } from "../../db/outbox.ts";
import { newestPublication } from "../../db/publication-lists.ts";
import type { Tx } from "../../db/store.server.ts";

export const followListInput = z.object({
  lang: choice(languages),
  /** The filters as the query of the list's address, in one spelling. */
  query: z.string().max(1000),
  rhythm: choice(rhythms),
  email: emailAddress,
});

/**
 * Somebody wants to be told by mail what is new in a list. Nothing is told
 * before the owner of the address has confirmed it. Nobody can tell from what
 * comes back whether the address was known.
 */
export async function followList(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof followListInput>,
  now: Date,
): Promise<void> {
  if (!mayEver(actor, "follow")) throw new Refusal("forbidden");
  const row = await insertListFollower(tx, { ...input, afterId: await newestPublication(tx) }, now);
  if (!row) return;
  const mail = { mail: "list-followed", lang: input.lang, recipientId: row.id, params: {} };
  await enqueueMail(tx, { ...mail, recipient: "list-follower" }, now);
}
