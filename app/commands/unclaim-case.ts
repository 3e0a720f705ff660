import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";

/** Gives a taken case back to the desk; a leader frees those of their people too. */
export async function unclaimCase(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "unclaim");
  const data = { formerOwnerId: row.ownerId };
  return changeCase(tx, actor, row, { type: "unclaim", set: { ownerId: null }, data }, now);
}
