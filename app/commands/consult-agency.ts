import { z } from "zod";
import { endOfDay, localDate } from "../domain/calendar.ts";
import { isAgencyWalledOff } from "../domain/conflict-wall.ts";
import { consultDateError } from "../domain/consult.ts";
import { isoDate, paragraphs, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { findAgency, inForce } from "../../db/agencies.ts";
import type { CaseRow } from "../../db/cases.ts";
import { insertConsult, listConsults } from "../../db/consults.ts";
import { commitTo } from "../../db/events.ts";
import type { Tx } from "../../db/store.server.ts";
import { askedMarks } from "./steps/asked-agencies.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { tellAsked } from "./steps/tell-consult.ts";

export const consultInput = caseRef.extend({
  agencyId: rowId,
  question: paragraphs(2000, 10),
  /** The last day for the answer, within the term of the case. */
  dueOn: isoDate,
});

/** The lead agency asks a coordinating one, with a date of its own; the term of the case runs on. */
export async function consultAgency(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof consultInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "consult");
  if (actor.kind !== "staff" || row.agencyId === null) throw new Refusal("forbidden");
  const today = localDate(now);
  const wrongDate = consultDateError(input.dueOn, today, row.dueAt);
  if (wrongDate) throw new InputRefusal({ dueOn: wrongDate });
  const agency = await findAgency(tx, input.agencyId);
  // An agency that must not know of the case cannot be asked about it.
  if (!agency || !inForce(agency, today) || isAgencyWalledOff(row.walledOff, agency))
    throw new InputRefusal({ agencyId: "wrong" });
  if (agency.id === row.agencyId || agency.id === row.unitId) throw new InputRefusal({ agencyId: "own" });
  const known = await listConsults(tx, row.id);
  if (known.some((other) => other.state === "open" && other.agencyId === agency.id))
    throw new InputRefusal({ agencyId: "asked-already" });
  const consultId = await insertConsult(tx, {
    caseId: row.id,
    agencyId: agency.id,
    askedByAgencyId: row.unitId ?? row.agencyId,
    askedBy: actor.staffId,
    question: input.question,
    askedAt: now,
    dueAt: endOfDay(input.dueOn),
    state: "open",
  });
  const set = { askedOf: await askedMarks(tx, row.id) };
  const data = { consultId, agencyId: agency.id, ...commitTo(input.question) };
  const changed = await changeCase(tx, actor, row, { type: "consult", set, data }, now);
  await tellAsked(tx, changed, agency.id, endOfDay(input.dueOn), now);
  return changed;
}
