import { z } from "zod";
import { optional, paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellSubmitter } from "./steps/tell.ts";

export const withdrawInput = caseRef.extend({ reason: optional(paragraphs(2000)) });

/** The submitter takes the case back. */
export async function withdrawCase(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof withdrawInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "withdraw");
  const data = input.reason
    ? await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "submitter", lang: row.lang }, now)
    : {};
  const set = { closedAt: now, pausedAt: null, waitUntil: null };
  const moved = await moveCase(tx, actor, row, "withdraw", "withdrawn", { set, data }, now);
  await tellSubmitter(tx, moved, "withdrawn", now);
  return moved;
}
