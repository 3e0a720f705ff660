import type { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { caseOwner, takeFiles } from "../../db/attachments.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellAgency } from "./steps/tell.ts";

export const supplementInput = caseRef.extend({ message: paragraphs(5000, 2) });

/** The submitter writes without having been asked. Clock and state stay; the people at whose desk the case lies are told. */
export async function supplementCase(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof supplementInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "supplement");
  const words = { kind: "reply", body: input.message, seenBy: "submitter", lang: row.lang } as const;
  const data = await say(tx, actor, row.id, words, now);
  const messageId = typeof data.messageId === "number" ? data.messageId : null;
  await takeFiles(tx, [caseOwner(tx, row.id)], row.id, messageId, now);
  // It is to be looked at, even where the case was put aside.
  const set = { heardAt: now, snoozedUntil: null };
  const changed = await changeCase(tx, actor, row, { type: "supplement", set, data, seenBy: "submitter" }, now);
  await tellAgency(tx, changed, ["officer"], "supplement-arrived", now);
  return changed;
}
