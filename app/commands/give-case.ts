import { z } from "zod";
import { rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { mayView } from "../domain/permissions.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { findAgency } from "../../db/agencies.ts";
import { type CaseRow, scopeOf } from "../../db/cases.ts";
import { notify } from "../../db/notifications.ts";
import { actorOf, findStaff, type StaffRow } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

export const giveInput = caseRef.extend({
  /** Somebody at the desk that does the work. */
  staffId: rowId,
});
type Input = z.infer<typeof giveInput>;

/** The head of a desk gives a case to one of its people, who is told: it is theirs until they give it back or it changes desks. */
export async function giveCase(tx: Tx, actor: Actor, input: Input, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "give");
  const person = await findStaff(tx, input.staffId);
  if (!person || !(await worksAtDesk(tx, row, person))) throw new InputRefusal({ staffId: "wrong" });
  if (person.id === row.ownerId) throw new InputRefusal({ staffId: "same" });
  const data = { ownerId: person.id, formerOwnerId: row.ownerId };
  const changed = await changeCase(tx, actor, row, { type: "give", set: { ownerId: person.id }, data }, now);
  const giver = actor.kind === "staff" ? actor : null;
  const told = person.id === giver?.staffId ? [] : [person.id];
  const news = { caseId: row.id, kind: "given", position: changed.version, type: "give" } as const;
  await notify(tx, told, { ...news, actorName: giver?.name ?? "" }, now);
  return changed;
}

/** True when somebody can sign in, works at the desk that has the case and is not shut out of it. */
async function worksAtDesk(tx: Tx, row: CaseRow, person: StaffRow): Promise<boolean> {
  const { agencyId, role } = person;
  const works = agencyId === (row.unitId ?? row.agencyId) && (role === "officer" || role === "leader");
  if (!works || person.disabledAt !== null || person.passwordHash === null) return false;
  const home = await findAgency(tx, agencyId);
  return home !== null && mayView(actorOf(person, home), scopeOf(row));
}
