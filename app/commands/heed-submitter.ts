import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";

/** Says that what the submitter wrote last has been read and asks for nothing else: the case leaves that queue. */
export async function heedSubmitter(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "heed");
  return changeCase(tx, actor, row, { type: "heed", set: { heardAt: null } }, now);
}
