import { z } from "zod";
import { endsWithArbiter } from "../domain/arbitration.ts";
import { localDate } from "../domain/calendar.ts";
import { line, optional, paragraphs, rowId } from "../domain/fields.ts";
import { isUnderstood, type LegalReference, readReferences } from "../domain/legal-reference.ts";
import { referenceWording } from "../domain/legal-wording.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { type Agency, findAgency, inForce } from "../../db/agencies.ts";
import { agencyCalled } from "../../db/agencies-by-name.ts";
import type { CaseRow } from "../../db/cases.ts";
import { keepRefusal, refusalsOf } from "../../db/refusals.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { endProposal } from "./steps/end-proposal.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellSubmitter } from "./steps/tell.ts";
import { tellArbiters } from "./steps/tell-arbiters.ts";

export const refuseInput = caseRef
  .extend({
    /** Why the case is outside the agency's competence. */
    reason: paragraphs(2000, 10),
    /** The agency that is competent; or, where it is none of the portal's, */
    competentId: optional(rowId),
    /** its name. */
    competentBody: optional(line(200, 2)),
    /** The provision by which it is so. */
    ground: line(300, 3),
  })
  .refine(namesSomebody, { path: ["competentId"], error: "empty", when: () => true });
type Input = z.infer<typeof refuseInput>;

/** Said together with what else is missing, however much that is. */
function namesSomebody({ competentId, competentBody }: { competentId?: unknown; competentBody?: unknown }): boolean {
  return Boolean(competentId ?? competentBody);
}

/**
 * The agency says "not ours", why, whose it is and by which provision. Triage
 * decides again; after the second refusal, or when it names a body that has
 * itself refused, the arbiter does. No clock stops.
 */
export async function refuseCase(tx: Tx, actor: Actor, input: Input, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "refuse");
  const { agencyId } = row;
  if (agencyId === null) throw new Refusal("wrong-state");
  const { ground, competent, name } = await competenceOf(tx, input, agencyId, localDate(now));

  const body = `${input.reason}\n\n→ ${name}\n§ ${referenceWording(ground, "vi")}`;
  const said = await say(tx, actor, row.id, { kind: "reason", body, seenBy: "office" }, now);
  const before = await refusalsOf(tx, row.id);
  const competentId = competent?.id ?? null;
  const kept = { agencyId, competentId, competentName: competent ? null : name, ground };
  await keepRefusal(tx, row, { ...kept, messageId: Number(said.messageId) }, now);

  const refusals = row.refusals + 1;
  const toArbiter = endsWithArbiter({ refusals, refusers: before.map((one) => one.agencyId) }, competentId);
  const set = { agencyId: null, refusals, ...(toArbiter ? { arbiterSince: now } : {}) };
  const data = { ...said, ...(competentId === null ? {} : { competentId }), ...(toArbiter ? { toArbiter } : {}) };
  const moved = await moveCase(tx, actor, row, "refuse", "submitted", { set, data }, now);
  await endProposal(tx, moved);
  if (toArbiter) {
    await tellSubmitter(tx, moved, "arbitration", now);
    await tellArbiters(tx, moved, now);
  } else await tellSubmitter(tx, moved, "reassigning", now);
  return moved;
}

/** What the refusal rests on, as it was understood; every field that does not hold is said at once. */
async function competenceOf(tx: Tx, input: Input, agencyId: number, today: string) {
  const { competentId, competentBody } = input;
  const ground = readReferences(input.ground).find(isUnderstood);
  const competent = await competentAgency(tx, input, today);
  const name = competent?.nameVi ?? competentBody;
  const errors: Record<string, string> = {};
  if (competentId !== undefined && (!competent || !inForce(competent, today))) errors.competentId = "wrong";
  else if (competent?.id === agencyId) errors[competentId === undefined ? "competentBody" : "competentId"] = "same";
  if (name === undefined) errors.competentId ??= "empty";
  if (!ground) errors.ground = "unread";
  if (!ground || name === undefined || Object.keys(errors).length > 0) throw new InputRefusal(errors);
  return { ground: ground satisfies LegalReference, competent, name };
}

/** The agency meant: the one chosen, or the one whose name was typed although it stands in the list. */
async function competentAgency(tx: Tx, { competentId, competentBody }: Input, today: string): Promise<Agency | null> {
  if (competentId !== undefined) return findAgency(tx, competentId);
  return competentBody === undefined ? null : agencyCalled(tx, competentBody, today);
}
