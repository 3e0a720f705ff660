import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";

/** Brings a case that was put aside back into the queues before its day. */
export async function wakeCase(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "wake");
  return changeCase(tx, actor, row, { type: "wake", set: { snoozedUntil: null } }, now);
}
