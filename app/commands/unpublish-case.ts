import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import { deletePublication } from "../../db/publications.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";

export const unpublishInput = caseRef.extend({ reason: paragraphs(2000, 10) });

/** Takes a case off the public pages, for a written reason. */
export async function unpublishCase(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof unpublishInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "unpublish");
  const data = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "office" }, now);
  const hidden = await changeCase(tx, actor, row, { type: "unpublish", set: { published: false }, data }, now);
  await deletePublication(tx, row.id);
  return hidden;
}
