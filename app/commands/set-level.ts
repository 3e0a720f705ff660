import { z } from "zod";
import { levels } from "../domain/case-kind.ts";
import { choice } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

export const levelInput = caseRef.extend({ level: choice(levels) });

/** Says how hard or how urgent a case is. The promised date does not move with it. */
export async function setLevel(tx: Tx, actor: Actor, input: z.infer<typeof levelInput>, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "level");
  if (input.level === row.level) throw new InputRefusal({ level: "same" });
  const data = { levelCode: input.level, formerLevelCode: row.level };
  return changeCase(tx, actor, row, { type: "level", set: { level: input.level }, data }, now);
}
