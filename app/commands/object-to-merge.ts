import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import { staffOfRole } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellStaff } from "./steps/tell-deciders.ts";

export const objectInput = caseRef.extend({ objection: paragraphs(2000, 5) });

/** The submitter does not want their case joined with another: triage is told, and may take the merge back. */
export async function objectToMerge(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof objectInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "object");
  const words = { kind: "reply", body: input.objection, seenBy: "submitter", lang: row.lang } as const;
  const data = await say(tx, actor, row.id, words, now);
  const change = { type: "object", data, seenBy: "submitter", set: { heardAt: now } } as const;
  const changed = await changeCase(tx, actor, row, change, now);
  const people = await staffOfRole(tx, "triage");
  await tellStaff(tx, changed, people, "merge-objection", now);
  return changed;
}
