import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";
import { proposeRoute } from "./steps/propose-route.ts";
import { tellSubmitter } from "./steps/tell.ts";

/** Triage finds that a held case is a person's: it joins the queue with the clock it always had. */
export async function releaseCase(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "release");
  const released = await changeCase(tx, actor, row, { type: "release", set: { heldReason: null } }, now);
  await proposeRoute(tx, released, true, now);
  await tellSubmitter(tx, released, "received", now);
  return released;
}
