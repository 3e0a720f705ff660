import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";
import { tellSubmitter } from "./steps/tell.ts";

/** An answered case closes when the time to object is over. */
export async function closeCase(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "close");
  if (!row.closeAt || row.closeAt > now) throw new Refusal("wrong-state");
  if (row.openParts > 0) throw new Refusal("parts-open");
  const moved = await moveCase(tx, actor, row, "close", "closed", { set: { closedAt: now } }, now);
  await tellSubmitter(tx, moved, "closed", now);
  return moved;
}
