import { z } from "zod";
import { optional, paragraphs, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import { refusalsOf } from "../../db/refusals.ts";
import { findProposal, type RouteProposal } from "../../db/route-proposals.ts";
import type { EventData } from "../../db/schema.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase, moveCase } from "./steps/change-case.ts";
import { endProposal } from "./steps/end-proposal.ts";
import { leadFor } from "./steps/lead-for.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellAgency, tellSubmitter } from "./steps/tell.ts";
import { tellArbiters } from "./steps/tell-arbiters.ts";

export const assignInput = caseRef.extend({
  agencyId: rowId,
  /** For the agency's eyes: why it, what to mind. */
  note: optional(paragraphs(2000)),
});
type Input = z.infer<typeof assignInput>;

/**
 * Triage names the one agency that answers for the case. Assigning it anew never
 * restarts the clock. Where that agency has already refused the case, it goes to
 * the arbiter instead, and the agency hears nothing.
 */
export async function assignCase(tx: Tx, actor: Actor, input: Input, now: Date): Promise<CaseRow> {
  const opened = await openCase(tx, actor, input, "assign");
  const { row, agency } = await leadFor(tx, opened, input.agencyId, now);
  const said = input.note
    ? await say(tx, actor, row.id, { kind: "note", body: input.note, seenBy: "office" }, now)
    : {};
  const proposal = await followed(tx, row, agency.id);
  const byRule: EventData = proposal ? { ruleSet: proposal.setId, rule: proposal.position } : {};
  const told = { ...byRule, ...said, agencyId: agency.id };
  const refused = await refusalsOf(tx, row.id);
  if (refused.some((one) => one.agencyId === agency.id)) return escalate(tx, actor, row, told, now);
  const set = { agencyId: agency.id, ...(proposal ? filledIn(row, proposal) : {}) };
  const moved = await moveCase(tx, actor, row, "assign", "assigned", { set, data: told }, now);
  await endProposal(tx, moved);
  await tellSubmitter(tx, moved, "assigned", now);
  await tellAgency(tx, moved, ["officer", "leader"], "case-for-agency", now);
  return moved;
}

/** What a routing rule said of the case, where it is done as it said. */
async function followed(tx: Tx, row: CaseRow, agencyId: number): Promise<RouteProposal | null> {
  const proposal = await findProposal(tx, row.id);
  return proposal?.agencyId === agencyId ? proposal : null;
}

/** The field and level that a rule gives besides, where nobody has given one. */
function filledIn(row: CaseRow, { field, level }: RouteProposal): Partial<CaseRow> {
  return {
    ...(field !== null && row.field === null ? { field } : {}),
    ...(level !== null && row.level === "normal" ? { level } : {}),
  };
}

/** Sent back to a body that refused it, a case goes to the arbiter. */
async function escalate(tx: Tx, actor: Actor, row: CaseRow, data: EventData, now: Date): Promise<CaseRow> {
  const set = { agencyId: null, arbiterSince: now };
  const moved =
    row.status === "submitted"
      ? await changeCase(tx, actor, row, { type: "escalate", seenBy: "public", set, data }, now)
      : // Back to the standing body as by a refusal: the one that the named body gave stands.
        await moveCase(tx, actor, row, "refuse", "submitted", { type: "escalate", set, data }, now);
  await endProposal(tx, moved);
  await tellSubmitter(tx, moved, "arbitration", now);
  await tellArbiters(tx, moved, now);
  return moved;
}
