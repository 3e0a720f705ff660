import { and, inArray, isNull } from "drizzle-orm";
import type { Mentionable } from "../app/domain/mentions.ts";
import type { Role } from "../app/domain/actor.ts";
import { mayView } from "../app/domain/permissions.ts";
import { type Agency, agencyNames } from "./agencies.ts";
import { type CaseRow, scopeOf } from "./cases.ts";
import { inTurn } from "./in-turn.ts";
import { activeStaff, actorOf, staffOfRole, type StaffRow } from "./staff.ts";
import type { Db } from "./store.server.ts";

/** Somebody who may see a case and can be mentioned on it, or a unit with those of its people who may. */
export interface MentionChoice extends Mentionable {
  readonly unit: Agency | null;
  readonly person: StaffRow | null;
  readonly agency: Agency;
  readonly staffIds: readonly number[];
}

/** Whoever works on all agencies' cases; whether they may see this one is asked of each. */
const everywhere: readonly Role[] = ["triage", "arbiter", "monitor", "editor"];
const MOST = 200;

/** Who can be mentioned on a case: those who may see it already, people first, and their units. */
export async function mentionChoices(db: Db, row: CaseRow): Promise<MentionChoice[]> {
  const desks = [...new Set([row.agencyId, row.unitId])].filter((id) => id !== null);
  const lists = [
    ...(await inTurn(desks, (agencyId) => activeStaff(db, agencyId, ["officer", "leader"], MOST))),
    ...(await inTurn(everywhere, (role) => staffOfRole(db, role, MOST))),
  ];
  const people = [...new Map(lists.flat().map((person) => [person.id, person])).values()];
  const agencies = await agencyNames(
    db,
    people.map((person) => person.agencyId),
  );
  const scope = scopeOf(row);
  const seeing = people.flatMap((person) => {
    const agency = agencies.get(person.agencyId);
    return agency && mayView(actorOf(person, agency), scope) ? [{ person, agency }] : [];
  });
  const units = [...new Map(seeing.map(({ agency }) => [agency.id, agency])).values()];
  return [
    ...seeing.map(({ person, agency }) => ({
      key: `p${person.id}`,
      names: [person.name],
      unit: null,
      person,
      agency,
      staffIds: [person.id],
    })),
    ...units.map((agency) => ({
      key: `u${agency.id}`,
      names: [agency.nameVi, agency.nameEn, agency.abbreviation, agency.code],
      unit: agency,
      person: null,
      agency,
      staffIds: seeing.filter((one) => one.agency.id === agency.id).map(({ person }) => person.id),
    })),
  ];
}

/** True when what was typed begins with the name of a colleague, whether or not they may see the case. */
export async function isColleague(db: Db, typed: string): Promise<boolean> {
  const { staff } = db.tables;
  const words = typed.split(/\s+/).slice(0, 6);
  const beginnings = words.map((_, place) =>
    words
      .slice(0, place + 1)
      .join(" ")
      .replace(/[.,;:!?)\]}"'”’]+$/, ""),
  );
  const rows = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(inArray(staff.name, beginnings), isNull(staff.disabledAt)))
    .limit(1);
  return rows.length > 0;
}
