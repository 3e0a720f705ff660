import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { emailAddress, isoDate, optional, rowId } from "../domain/fields.ts";
import { agencyMark, hasMark } from "../domain/marks.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { type AbsenceRow, insertAbsence, overlapping } from "../../db/absences.ts";
import { findAgency } from "../../db/agencies.ts";
import { staffStream } from "../../db/events.ts";
import { findStaffByEmail, holdStaff, type StaffRow } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { recordOfficeEvent } from "./steps/change-office.ts";
import { mustKeepAbsence } from "./steps/own-absence.ts";

export const setAbsenceInput = z.object({
  /** Whose absence it is; one's own unless given. */
  staffId: optional(rowId),
  fromDay: isoDate,
  toDay: isoDate,
  /** The address of the account that stands in. */
  substitute: emailAddress,
});
type Input = z.infer<typeof setAbsenceInput>;

/**
 * A person says from when to when they are away and who stands in: somebody of
 * the same role, of the same agency or one above it, who is there on all these
 * days. A leader says it for the people of their agency, an administrator for
 * everybody. During it the substitute gets the mails and may do what the person
 * would be asked for, never across a conflict wall.
 */
export async function setAbsence(tx: Tx, actor: Actor, input: Input, now: Date): Promise<AbsenceRow> {
  const person = await mustKeepAbsence(tx, actor, input.staffId);
  if (input.toDay < input.fromDay) throw new InputRefusal({ toDay: "before" });
  if (input.toDay < localDate(now)) throw new InputRefusal({ toDay: "past" });
  const substitute = await substituteOf(tx, person, input.substitute);
  // Both are held, so that no two absences of theirs are set at once.
  for (const id of [person.id, substitute.id].sort((one, other) => one - other)) await holdStaff(tx, id);
  await mustBeFree(tx, person, substitute, input);
  const absence = await insertAbsence(tx, {
    staffId: person.id,
    substituteId: substitute.id,
    fromDay: input.fromDay,
    toDay: input.toDay,
    createdAt: now,
  });
  const { id: absenceId, substituteId, fromDay, toDay } = absence;
  const data = { absenceId, substituteId, fromDay, toDay };
  await recordOfficeEvent(tx, actor, staffStream(person.id), "absence-set", data, now);
  return absence;
}

async function substituteOf(tx: Tx, person: StaffRow, email: string): Promise<StaffRow> {
  const found = await findStaffByEmail(tx, email);
  if (!found || found.disabledAt !== null || found.passwordHash === null) {
    throw new InputRefusal({ substitute: "unknown" });
  }
  if (found.id === person.id) throw new InputRefusal({ substitute: "self" });
  if (found.role !== person.role) throw new InputRefusal({ substitute: "other-role" });
  const home = await findAgency(tx, person.agencyId);
  if (!home) throw new Refusal("not-found");
  const near = found.agencyId === home.id || hasMark(home.above, agencyMark(found.agencyId));
  if (!near) throw new InputRefusal({ substitute: "other-agency" });
  return found;
}

async function mustBeFree(tx: Tx, person: StaffRow, substitute: StaffRow, { fromDay, toDay }: Input): Promise<void> {
  const others = await overlapping(tx, [person.id, substitute.id], fromDay, toDay);
  if (others.some((one) => one.staffId === person.id)) throw new InputRefusal({ fromDay: "away-already" });
  if (others.some((one) => one.substituteId === person.id)) throw new InputRefusal({ fromDay: "stands-in" });
  if (others.some((one) => one.staffId === substitute.id)) throw new InputRefusal({ substitute: "away" });
}
