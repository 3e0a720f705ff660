import { randomBytes } from "node:crypto";
import { z } from "zod";
import { makeFollowCode, readCaseCode } from "../domain/case-code.ts";
import { languages } from "../domain/case-kind.ts";
import { choice, emailAddress, optional } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Follower, findFollower, followSecret, insertFollower, voiceIn, voiceOf } from "../../db/followers.ts";
import { enqueueMail } from "../../db/outbox.ts";
import { findPublication } from "../../db/publications.ts";
import type { Tx } from "../../db/store.server.ts";

export const followInput = z.object({
  code: z.string().transform((typed) => readCaseCode(typed) ?? ""),
  lang: choice(languages),
  email: optional(emailAddress),
});

export interface FollowCase extends z.infer<typeof followInput> {
  /** The token of the form session: one browser has one voice on a case. */
  readonly token: string;
}

/**
 * Somebody follows a published case: one more voice, with a code and a secret
 * of its own. Done again in the same session it is the same voice.
 */
export async function followCase(tx: Tx, actor: Actor, input: FollowCase, now: Date): Promise<Follower> {
  if (!mayEver(actor, "follow")) throw new Refusal("forbidden");
  const publication = await findPublication(tx, input.code);
  if (!publication) throw new Refusal("not-found");
  const { caseId } = publication;
  const before = await voiceIn(tx, input.token, caseId);
  if (before) return before;

  let code = makeFollowCode(randomBytes(7));
  while (await findFollower(tx, code)) code = makeFollowCode(randomBytes(7));
  const secret = followSecret(tx, input.token, caseId);
  const sessionHash = voiceOf(tx, input.token, caseId);
  const { lang, email = null } = input;
  const made = await insertFollower(tx, { code, caseId, lang, secret, sessionHash, email }, now);
  const row = made ?? (await voiceIn(tx, input.token, caseId));
  if (!row) throw new Error("a voice was neither stored nor found");
  if (made?.email) {
    const params = { code: publication.code, followCode: made.code };
    await enqueueMail(tx, { mail: "followed", lang, recipient: "follower", recipientId: made.id, params }, now);
  }
  return row;
}
