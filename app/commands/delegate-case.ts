import type { z } from "zod";
import { endOfDay, localDate } from "../domain/calendar.ts";
import { isAgencyWalledOff } from "../domain/conflict-wall.ts";
import { lastDay } from "../domain/deadlines.ts";
import { isoDate, optional, paragraphs, rowId, yesNo } from "../domain/fields.ts";
import { agencyMark, hasMark } from "../domain/marks.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { findAgency, inForce } from "../../db/agencies.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { detectAt } from "./steps/detect-conflicts.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellAgency } from "./steps/tell.ts";

export const delegateInput = caseRef.extend({
  unitId: rowId,
  /** For the unit's eyes: what to do, what to mind. */
  note: optional(paragraphs(2000)),
  /** By when the unit hands in its work, within the promised end; the promised end unless given. */
  dueOn: optional(isoDate),
  /** The unit's own leader may sign; otherwise the lead agency's does. */
  unitApproves: optional(yesNo),
});
type Input = z.infer<typeof delegateInput>;

/** The lead agency hands the work down to a unit below it. It keeps seeing the case and still answers for it; no clock stops. */
export async function delegateCase(tx: Tx, actor: Actor, input: Input, now: Date): Promise<CaseRow> {
  const opened = await openCase(tx, actor, input, "delegate");
  const today = localDate(now);
  const unit = await findAgency(tx, input.unitId);
  const above = opened.agencyId;
  if (!unit || !inForce(unit, today) || above === null || !hasMark(unit.above, agencyMark(above))) {
    throw new InputRefusal({ unitId: "not-below" });
  }
  const row = await detectAt(tx, opened, unit.id, now);
  if (isAgencyWalledOff(row.walledOff, unit)) throw new InputRefusal({ unitId: "conflict" });
  const { dueOn } = input;
  if (dueOn !== undefined && dueOn < today) throw new InputRefusal({ dueOn: "past" });
  // Once the promise is missed, any day from today on is within what is left.
  const last = lastDay(row.dueAt) < today ? null : lastDay(row.dueAt);
  if (dueOn !== undefined && last !== null && dueOn > last) throw new InputRefusal({ dueOn: "beyond-term" });
  const said = input.note
    ? await say(tx, actor, row.id, { kind: "note", body: input.note, seenBy: "office" }, now)
    : {};
  const unitApproves = input.unitApproves === "yes";
  const unitDueAt = dueOn === undefined ? row.dueAt : endOfDay(dueOn);
  const set = { unitId: unit.id, unitApproves, unitDueAt, ownerId: null };
  const data = { ...said, agencyId: unit.id, unitApproves };
  const moved = await moveCase(tx, actor, row, "delegate", "assigned", { set, data }, now);
  await tellAgency(tx, moved, ["officer", "leader"], "case-for-agency", now);
  return moved;
}
