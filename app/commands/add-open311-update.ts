import type { Actor } from "../domain/actor.ts";
import { findCase } from "../../db/cases.ts";
import { Refusal } from "../domain/refusal.ts";
import { bindKey, claimKey } from "../../db/idempotency.ts";
import { hasFiled } from "../../db/open311.ts";
import type { Tx } from "../../db/store.server.ts";
import { replyToQuestion } from "./reply-to-question.ts";
import { supplementCase } from "./supplement-case.ts";

export interface AddOpen311Update {
  readonly tokenId: number;
  readonly code: string;
  readonly message: string;
  /** The client's own name for the update, or null when it gives none. */
  readonly externalId: string | null;
  readonly bodyHash: string;
}

/**
 * Adds what another system sends to a case that its key filed, as its
 * submitter would: as the reply to an open question, else as a supplement. The same update again changes nothing. Refuses with
 * `not-found` what the key did not file, `wrong-state` what has ended.
 */
export async function addOpen311Update(
  tx: Tx,
  actor: Actor,
  { tokenId, code, message, externalId, bodyHash }: AddOpen311Update,
  now: Date,
): Promise<string> {
  const row = await findCase(tx, code);
  if (!row || !(await hasFiled(tx, tokenId, row.id))) throw new Refusal("not-found");
  const name = `open311|${tokenId}|update|${row.id}|${externalId ?? bodyHash}`;
  const key = { key: name, sessionHash: "", bodyHash };
  const updateId = `${row.code}-U${tx.keys.hash("idempotency", name).slice(0, 12)}`;
  if (await claimKey(tx, key, now)) return updateId;
  await bindKey(tx, key, row.id);
  // While a question is open, what comes is the reply to it.
  if (row.status === "waiting") await replyToQuestion(tx, actor, { code: row.code, reply: message }, now);
  else await supplementCase(tx, actor, { code: row.code, message }, now);
  return updateId;
}
