import type { Lang } from "../../domain/case-kind.ts";
import type { Visibility } from "../../domain/case-status.ts";
import type { Actor } from "../../domain/actor.ts";
import { commitTo } from "../../../db/events.ts";
import { insertMessage, type Message } from "../../../db/messages.ts";
import type { EventData } from "../../../db/schema.ts";
import type { Tx } from "../../../db/store.server.ts";
import { signatureOf } from "./change-case.ts";

/**
 * Stores words said on a case and returns what its event holds of them: the
 * message's id and a salted commitment, never the words.
 */
export async function say(
  tx: Tx,
  actor: Actor,
  caseId: number,
  words: { kind: Message["kind"]; body: string; seenBy: Visibility; lang?: Lang },
  now: Date,
): Promise<EventData> {
  const { actorName, agencyVi, agencyEn } = signatureOf(actor);
  const messageId = await insertMessage(tx, {
    caseId,
    kind: words.kind,
    body: words.body,
    lang: words.lang ?? "vi",
    seenBy: words.seenBy,
    authorName: actorName,
    agencyVi,
    agencyEn,
    at: now,
  });
  return { messageId, ...commitTo(words.body) };
}
