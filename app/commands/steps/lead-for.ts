import { localDate } from "../../domain/calendar.ts";
import { InputRefusal } from "../../domain/refusal.ts";
import { type Agency, findAgency, inForce } from "../../../db/agencies.ts";
import type { CaseRow } from "../../../db/cases.ts";
import type { Tx } from "../../../db/store.server.ts";
import { detectAt } from "./detect-conflicts.ts";
import { isShutOut } from "./wall-off.ts";

/**
 * The agency that may lead a case: in force today, not the one that leads it
 * already, not shut out of it and with somebody left who may handle it. Those of
 * its people who sent the case are shut out first: the case as it stands then
 * comes with it.
 */
export async function leadFor(
  tx: Tx,
  opened: CaseRow,
  agencyId: number,
  now: Date,
): Promise<{ row: CaseRow; agency: Agency }> {
  const agency = await findAgency(tx, agencyId);
  if (!agency || !inForce(agency, localDate(now))) throw new InputRefusal({ agencyId: "wrong" });
  if (agency.id === opened.agencyId) throw new InputRefusal({ agencyId: "same" });
  const row = await detectAt(tx, opened, agency.id, now);
  if (await isShutOut(tx, agency, row.walledOff)) throw new InputRefusal({ agencyId: "conflict" });
  return { row, agency };
}
