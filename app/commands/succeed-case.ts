import type { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { isOpen } from "../domain/case-status.ts";
import { isAgencyWalledOff } from "../domain/conflict-wall.ts";
import { agencyMark, hasMark } from "../domain/marks.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Agency, findAgency, successorOf } from "../../db/agencies.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase, noUnit } from "./steps/change-case.ts";
import { type caseRef, openCase } from "./steps/open-case.ts";
import { tellAgency } from "./steps/tell.ts";
import { backToTriage } from "./steps/wall-off.ts";

/**
 * An open case of a dissolved agency goes on at the agency that took over its
 * work; where there is none, or it must not handle the case, triage decides
 * again. The state, the promise and the clock stay as they are.
 */
export async function succeedCase(tx: Tx, actor: Actor, input: z.infer<typeof caseRef>, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "succeed");
  const today = localDate(now);
  if (!isOpen(row.status) || row.agencyId === null) throw new Refusal("wrong-state");
  const lead = await standingIn(tx, row, row.agencyId, today);
  const unit = row.unitId === null ? null : await standingIn(tx, row, row.unitId, today);
  if (lead?.id === row.agencyId && (unit?.id ?? null) === row.unitId) throw new Refusal("wrong-state");
  const data = { fromAgencyId: row.agencyId, agencyId: lead?.id ?? null };
  if (!lead) return backToTriage(tx, actor, row, "succeed", { data }, now);
  const stays = unit !== null && hasMark(unit.above, agencyMark(lead.id));
  const set = { agencyId: lead.id, ...(stays ? { unitId: unit.id } : noUnit) };
  const moved = await changeCase(tx, actor, row, { type: "succeed", seenBy: "public", set, data }, now);
  await tellAgency(tx, moved, ["officer", "leader"], "case-for-agency", now);
  return moved;
}

/** The agency itself while it is in force, else who took over its work; null when nobody did, or they must not handle the case. */
async function standingIn(tx: Tx, row: CaseRow, agencyId: number, today: string): Promise<Agency | null> {
  const agency = await findAgency(tx, agencyId);
  const successor = agency && (await successorOf(tx, agency, today));
  return successor && !isAgencyWalledOff(row.walledOff, successor) ? successor : null;
}
