import { randomBytes } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { makeSecret, readSecret } from "../domain/secret.ts";
import { partsOf } from "../../db/parts.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

export const renewInput = caseRef;

/**
 * Gives the submitter a new secret; the one before opens nothing from now on.
 * Whoever filed the case for them has no more to do with it.
 */
export async function renewSecret(tx: Tx, actor: Actor, input: z.infer<typeof renewInput>, now: Date): Promise<string> {
  const row = await openCase(tx, actor, input, "renew");
  const secret = makeSecret(randomBytes(32));
  const secretHash = tx.keys.hash("tracking-secret", readSecret(secret) ?? "");
  const set = { secretHash, secretKeyId: tx.keys.currentId, clerkId: null };
  // One secret opens a case and the parts into which it was split.
  for (const part of await partsOf(tx, row.id)) {
    await changeCase(tx, actor, part, { type: "renew", seenBy: "submitter", set }, now);
  }
  await changeCase(tx, actor, row, { type: "renew", seenBy: "submitter", set }, now);
  return secret;
}
