import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";
import { tellSubmitter } from "./steps/tell.ts";

/** The agency takes the case up. */
export async function acceptCase(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "accept");
  const moved = await moveCase(tx, actor, row, "accept", "in_progress", {}, now);
  await tellSubmitter(tx, moved, "accepted", now);
  return moved;
}
