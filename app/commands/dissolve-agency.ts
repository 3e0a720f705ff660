import { z } from "zod";
import { addDays, localDate } from "../domain/calendar.ts";
import { isoDate, line, optional, rowId } from "../domain/fields.ts";
import { agencyMark, hasMark } from "../domain/marks.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { type Agency, findAgency, inForce, updateAgency } from "../../db/agencies.ts";
import { moveBelow, peopleOf, unsettledAgencies } from "../../db/agency-tree.ts";
import { agencyStream, staffStream } from "../../db/events.ts";
import { updateStaff } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const dissolveAgencyInput = z.object({
  agencyId: rowId,
  version: z.coerce.number().int(),
  /** Its last day. */
  lastDay: isoDate,
  /** Who takes over its work, its units and its people; without one its cases go back to triage. */
  successorId: optional(rowId),
  /** The agency's code typed once more: an end is not made by one press. */
  confirmCode: line(40),
});
type Input = z.infer<typeof dissolveAgencyInput>;

/** An agency ends, or is merged into another one, on a day. Its cases keep its name; the open ones go on elsewhere the day after. */
export async function dissolveAgency(tx: Tx, actor: Actor, input: Input, now: Date): Promise<Agency> {
  mustManage(actor, "manage-agencies");
  const row = await findAgency(tx, input.agencyId);
  if (!row) throw new Refusal("not-found");
  if (row.version !== input.version) throw new Refusal("stale");
  if (row.kind === "standing_body") throw new InputRefusal({ lastDay: "standing-body" });
  if (input.confirmCode.toUpperCase() !== row.code.toUpperCase()) throw new InputRefusal({ confirmCode: "wrong" });
  if (input.lastDay < row.validFrom) throw new InputRefusal({ lastDay: "before" });
  const successorId = await successorIn(tx, row, input);
  const saved = await updateAgency(tx, row, { validTo: input.lastDay, successorId });
  if (!saved) throw new Refusal("stale");
  const data = { lastDay: input.lastDay, successorId };
  await recordOfficeEvent(tx, actor, agencyStream(row.id), "agency-dissolve", data, now);
  return saved;
}

async function successorIn(tx: Tx, row: Agency, { successorId, lastDay }: Input): Promise<number | null> {
  if (successorId === undefined) return null;
  const successor = await findAgency(tx, successorId);
  if (!successor || !inForce(successor, addDays(lastDay, 1))) throw new InputRefusal({ successorId: "wrong" });
  // What lies below it would end up above itself.
  const below = hasMark(successor.above, agencyMark(row.id));
  if (successor.id === row.id || below) throw new InputRefusal({ successorId: "itself" });
  return successor.id;
}

export const takeOverInput = z.object({ agencyId: rowId });

/** The day after an agency's last: its units come under the successor, and its people work there. Its cases follow one by one (`succeedCase`). */
export async function takeOver(
  tx: Tx,
  actor: Actor,
  { agencyId }: z.infer<typeof takeOverInput>,
  now: Date,
): Promise<Agency> {
  if (actor.kind !== "system") throw new Refusal("forbidden");
  const found = (await unsettledAgencies(tx, localDate(now))).find(({ gone }) => gone.id === agencyId);
  if (!found) throw new Refusal("wrong-state");
  const { gone, successor } = found;
  const moved = await moveBelow(tx, gone, successor);
  for (const person of await peopleOf(tx, gone.id)) {
    if (!(await updateStaff(tx, person, { agencyId: successor.id }))) throw new Refusal("stale");
    const data = { role: person.role, agencyId: successor.id, fromRole: person.role, fromAgencyId: gone.id };
    await recordOfficeEvent(tx, actor, staffStream(person.id), "person-place", data, now);
  }
  await recordOfficeEvent(tx, actor, agencyStream(successor.id), "agency-take-over", { fromAgencyId: gone.id }, now);
  return moved;
}
