import type { z } from "zod";
import { readCaseCode } from "../domain/case-code.ts";
import type { Actor } from "../domain/actor.ts";
import { mayView } from "../domain/permissions.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { deleteLink } from "../../db/case-links.ts";
import { type CaseRow, findCase, scopeOf } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import type { linkInput } from "./link-case.ts";
import { changeCase } from "./steps/change-case.ts";
import { openCase } from "./steps/open-case.ts";

/** Two cases are related no more. */
export async function unlinkCase(tx: Tx, actor: Actor, input: z.infer<typeof linkInput>, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "unlink");
  const code = readCaseCode(input.otherCode);
  const other = code === null ? null : await findCase(tx, code);
  const seen = other !== null && mayView(actor, scopeOf(other));
  if (!seen || !(await deleteLink(tx, row.id, other.id))) throw new InputRefusal({ otherCode: "not-linked" });
  return changeCase(tx, actor, row, { type: "unlink", data: { otherCaseId: other.id } }, now);
}
