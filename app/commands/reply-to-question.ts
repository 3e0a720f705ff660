import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { caseOwner, takeFiles } from "../../db/attachments.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { resumeClock } from "./steps/clock.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellAgency, tellSubmitter } from "./steps/tell.ts";

export const replyInput = caseRef.extend({ reply: paragraphs(5000, 2) });

/** The submitter answers the question; the case goes back to whoever asked and the clock runs again. */
export async function replyToQuestion(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof replyInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "reply");
  if (!row.resumeStatus) throw new Refusal("wrong-state");
  const said = await say(
    tx,
    actor,
    row.id,
    { kind: "reply", body: input.reply, seenBy: "submitter", lang: row.lang },
    now,
  );
  // Files that whoever holds the pass has sent for this reply go with it.
  const messageId = typeof said.messageId === "number" ? said.messageId : null;
  await takeFiles(tx, [caseOwner(tx, row.id)], row.id, messageId, now);
  const set = { ...(await resumeClock(tx, row, now)), heardAt: now, snoozedUntil: null };
  const moved = await moveCase(tx, actor, row, "reply", row.resumeStatus, { set, data: said }, now);
  await tellSubmitter(tx, moved, "reply-received", now);
  await tellAgency(tx, moved, ["officer"], "reply-arrived", now);
  return moved;
}
