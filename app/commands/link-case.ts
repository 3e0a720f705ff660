import { z } from "zod";
import { readCaseCode } from "../domain/case-code.ts";
import { line } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { mayView } from "../domain/permissions.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { insertLink } from "../../db/case-links.ts";
import { type CaseRow, findCase, scopeOf } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

export const linkInput = caseRef.extend({ otherCode: line(20) });

/** Relates a case to another: each shows the other to whoever may see both. No clock and no answer knows of it. */
export async function linkCase(tx: Tx, actor: Actor, input: z.infer<typeof linkInput>, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "link");
  const code = readCaseCode(input.otherCode);
  const other = code === null ? null : await findCase(tx, code);
  if (!other || !mayView(actor, scopeOf(other))) throw new InputRefusal({ otherCode: "unknown" });
  if (other.id === row.id) throw new InputRefusal({ otherCode: "same" });
  if (!(await insertLink(tx, row.id, other.id, now))) throw new InputRefusal({ otherCode: "linked" });
  return changeCase(tx, actor, row, { type: "link", data: { otherCaseId: other.id } }, now);
}
