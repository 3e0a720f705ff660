import { localDate } from "../../domain/calendar.ts";
import { isAgencyWalledOff } from "../../domain/conflict-wall.ts";
import { InputRefusal } from "../../domain/refusal.ts";
import { type Agency, findAgency, inForce } from "../../../db/agencies.ts";
import type { CaseRow } from "../../../db/cases.ts";
import type { Tx } from "../../../db/store.server.ts";

/** The agency that may lead a case: in force today, not the one that leads it already, and not shut out of it. */
export async function leadFor(tx: Tx, row: CaseRow, agencyId: number, now: Date): Promise<Agency> {
  const agency = await findAgency(tx, agencyId);
  if (!agency || !inForce(agency, localDate(now))) throw new InputRefusal({ agencyId: "wrong" });
  if (agency.id === row.agencyId) throw new InputRefusal({ agencyId: "same" });
  if (isAgencyWalledOff(row.walledOff, agency)) throw new InputRefusal({ agencyId: "conflict" });
  return agency;
}
