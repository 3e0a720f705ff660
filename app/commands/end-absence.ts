import { z } from "zod";
import { rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type AbsenceRow, endAbsenceRow, findAbsence } from "../../db/absences.ts";
import { staffStream } from "../../db/events.ts";
import { holdStaff } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { recordOfficeEvent } from "./steps/change-office.ts";
import { mustKeepAbsence } from "./steps/own-absence.ts";

export const endAbsenceInput = z.object({ absenceId: rowId });

/** Somebody is back earlier, or the absence was set in error: the substitute's rights end at once. */
export async function endAbsence(
  tx: Tx,
  actor: Actor,
  { absenceId }: z.infer<typeof endAbsenceInput>,
  now: Date,
): Promise<AbsenceRow> {
  const absence = await findAbsence(tx, absenceId);
  if (!absence) throw new Refusal("not-found");
  await mustKeepAbsence(tx, actor, absence.staffId);
  await holdStaff(tx, absence.staffId);
  if (!(await endAbsenceRow(tx, absence.id, now))) throw new Refusal("already-exists");
  await recordOfficeEvent(tx, actor, staffStream(absence.staffId), "absence-end", { absenceId }, now);
  return { ...absence, endedAt: now };
}
