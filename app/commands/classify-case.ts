import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { line, optional } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import { findProposal } from "../../db/route-proposals.ts";
import { caseSearchText } from "../../db/search.ts";
import { checkTerms } from "../../db/terms.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { rememberProposal } from "./steps/end-proposal.ts";
import { proposeRoute } from "./steps/propose-route.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

export const classifyInput = caseRef.extend({
  title: line(150, 5),
  field: optional(line(40)),
  bottleneck: optional(line(40)),
});

/** Triage gives a case its title, field and bottleneck. */
export async function classifyCase(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof classifyInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "classify");
  await checkTerms(tx, input, localDate(now));
  const set = {
    title: input.title,
    field: input.field ?? null,
    bottleneck: input.bottleneck ?? null,
    search: caseSearchText({ ...row, title: input.title }),
  };
  const data = { field: set.field, bottleneck: set.bottleneck };
  const classified = await changeCase(tx, actor, row, { type: "classify", set, data }, now);
  // The first triage goes on: the rules see what it found, and whoever is at it decides.
  if (row.refusals > 0) return classified;
  const before = await findProposal(tx, row.id);
  const proposal = await proposeRoute(tx, classified, false, now);
  if (before || proposal) await rememberProposal(tx, classified, before);
  return classified;
}
