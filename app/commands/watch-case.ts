import { z } from "zod";
import { yesNo } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { dropWatch, saveWatch } from "../../db/watches.ts";
import type { Tx } from "../../db/store.server.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

export const watchInput = caseRef.extend({ watching: yesNo });

/** Begins or ends to watch a case. A wish of one person's: no event, no new version, and it lets nobody see more. */
export async function watchCase(tx: Tx, actor: Actor, input: z.infer<typeof watchInput>, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, { code: input.code }, "watch");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  if (input.watching === "yes") await saveWatch(tx, row.id, actor.staffId, now);
  else await dropWatch(tx, row.id, actor.staffId);
  return row;
}
