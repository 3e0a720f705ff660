import { z } from "zod";
import { choice, line, optional, paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { findPersonal } from "../domain/redaction.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { takedownReasons } from "../domain/takedown.ts";
import { groundLanguage } from "../domain/text-language.ts";
import type { CaseRow } from "../../db/cases.ts";
import { openObjections, updateObjection } from "../../db/objections.ts";
import { endWaiting } from "../../db/proposals.ts";
import { deletePublication } from "../../db/publications.ts";
import { logTakedown } from "../../db/takedowns.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { knownNames } from "./steps/known-names.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";

export const unpublishInput = caseRef.extend({
  /** What the public log tells, with the provision by which it was done. */
  category: choice(takedownReasons),
  ground: optional(line(200)),
  /** For the office alone. */
  reason: paragraphs(2000, 10),
});

/**
 * Takes a case off the public pages, with whatever of it waits to be published.
 * The public log says when, what kind of case and why, and never which.
 */
export async function unpublishCase(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof unpublishInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "unpublish");
  const [personal] = findPersonal(input.ground ?? "", await knownNames(tx, row));
  if (personal) throw new InputRefusal({ ground: `personal-${personal.kind}` });
  const said = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "office" }, now);
  await endWaiting(tx, row.id, "dropped");
  for (const { id } of await openObjections(tx, row.id)) await updateObjection(tx, id, { state: "dropped" });
  const set = { published: false, proposedAt: null, publishAt: null, objectedAt: null };
  const data = { ...said, category: input.category };
  const hidden = await changeCase(tx, actor, row, { type: "unpublish", set, data }, now);
  await deletePublication(tx, row.id);
  const { category, ground } = input;
  const told = ground === undefined ? {} : { ground, groundLang: groundLanguage(ground) };
  await logTakedown(tx, row, { act: "taken-down", category, ...told }, now);
  return hidden;
}
