import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { isAgencyWalledOff } from "../domain/conflict-wall.ts";
import { optional, paragraphs, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/permissions.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { findAgency, inForce } from "../../db/agencies.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellAgency, tellSubmitter } from "./steps/tell.ts";

export const assignInput = caseRef.extend({
  agencyId: rowId,
  /** For the agency's eyes: why it, what to mind. */
  note: optional(paragraphs(2000)),
});

/** Triage names the one agency that answers for the case. Assigning it anew never restarts the clock. */
export async function assignCase(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof assignInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "assign");
  const agency = await findAgency(tx, input.agencyId);
  if (!agency || !inForce(agency, localDate(now))) throw new InputRefusal({ agencyId: "wrong" });
  if (agency.id === row.agencyId) throw new InputRefusal({ agencyId: "same" });
  if (isAgencyWalledOff(row.walledOff, agency)) throw new InputRefusal({ agencyId: "conflict" });
  const said = input.note
    ? await say(tx, actor, row.id, { kind: "note", body: input.note, seenBy: "office" }, now)
    : {};
  const set = { agencyId: agency.id };
  const moved = await moveCase(
    tx,
    actor,
    row,
    "assign",
    "assigned",
    { set, data: { ...said, agencyId: agency.id } },
    now,
  );
  await tellSubmitter(tx, moved, "assigned", now);
  await tellAgency(tx, moved, ["officer", "leader"], "case-for-agency", now);
  return moved;
}
