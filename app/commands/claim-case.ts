import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";

/** Somebody at the desk takes a case, or takes it over from a colleague: from now on it is theirs, until it changes desks. */
export async function claimCase(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "claim");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const data = { ownerId: actor.staffId, formerOwnerId: row.ownerId };
  return changeCase(tx, actor, row, { type: "claim", set: { ownerId: actor.staffId }, data }, now);
}
