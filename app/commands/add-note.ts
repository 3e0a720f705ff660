import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/permissions.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";

export const noteInput = caseRef.extend({ note: paragraphs(5000, 2) });

/** A note for colleagues; it never leaves the office. */
export async function addNote(tx: Tx, actor: Actor, input: z.infer<typeof noteInput>, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "note");
  const data = await say(tx, actor, row.id, { kind: "note", body: input.note, seenBy: "office" }, now);
  return changeCase(tx, actor, row, { type: "note", data }, now);
}
