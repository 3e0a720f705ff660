import { deskOf } from "../../domain/holding.ts";
import type { Role } from "../../domain/actor.ts";
import { mayView } from "../../domain/permissions.ts";
import type { WarningAudience } from "../../domain/warnings.ts";
import { findAgency, standingBody } from "../../../db/agencies.ts";
import { type CaseRow, scopeOf } from "../../../db/cases.ts";
import { inTurn } from "../../../db/in-turn.ts";
import { activeStaff, actorOf, findStaff, staffOfRole, type StaffRow } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";

/** Who works on a case: whoever has taken it, else everybody at the desk where it lies. Whoever may not see it is never among them. */
export async function deskPeople(tx: Tx, row: CaseRow): Promise<StaffRow[]> {
  const owner = row.ownerId === null ? null : await findStaff(tx, row.ownerId);
  const seen = owner?.disabledAt === null ? await whoSee(tx, row, [owner]) : [];
  if (seen.length > 0) return seen;
  const desk = deskOf(row);
  if (desk === null) return [];
  return desk === "standing"
    ? staffAt(tx, row, (await standingBody(tx)).id, "triage")
    : staffAt(tx, row, desk, "officer");
}

/** Who answers for the work: the leaders of the unit and of the lead agency. */
export async function headPeople(tx: Tx, row: CaseRow): Promise<StaffRow[]> {
  const desk = deskOf(row);
  if (desk === null) return [];
  // At the standing body triage itself answers for its work.
  if (desk === "standing") return staffAt(tx, row, (await standingBody(tx)).id, "triage");
  const agencies = [...new Set([desk, row.agencyId ?? desk])];
  const found = await inTurn(agencies, (agencyId) => staffAt(tx, row, agencyId, "leader"));
  return found.flat();
}

/** The people whom a warning reaches, each once. */
export async function peopleToWarn(tx: Tx, row: CaseRow, audiences: readonly WarningAudience[]): Promise<StaffRow[]> {
  const people: StaffRow[] = [];
  if (audiences.includes("desk")) people.push(...(await deskPeople(tx, row)));
  if (audiences.includes("head")) people.push(...(await headPeople(tx, row)));
  if (audiences.includes("monitor")) people.push(...(await whoSee(tx, row, await staffOfRole(tx, "monitor"))));
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

async function staffAt(tx: Tx, row: CaseRow, agencyId: number, role: Role): Promise<StaffRow[]> {
  return whoSee(tx, row, await activeStaff(tx, agencyId, [role]));
}

async function whoSee(tx: Tx, row: CaseRow, people: readonly StaffRow[]): Promise<StaffRow[]> {
  const seen: StaffRow[] = [];
  for (const person of people) {
    const agency = await findAgency(tx, person.agencyId);
    if (agency && mayView(actorOf(person, agency), scopeOf(row))) seen.push(person);
  }
  return seen;
}
