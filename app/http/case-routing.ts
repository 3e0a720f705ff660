import type { RouterContextProvider } from "react-router";
import { agencyNames } from "../../db/agencies.ts";
import type { CaseRow } from "../../db/cases.ts";
import { findProposal } from "../../db/route-proposals.ts";
import { ruleSetIn } from "../../db/rule-sets.ts";
import { refusalsOf, refusersOfAlike } from "../../db/refusals.ts";
import type { CaseAct } from "../domain/acts.ts";
import { referenceWording } from "../domain/legal-wording.ts";
import { langContext, portalContext } from "./context.ts";

/** What helps to say who answers: who has refused the case and why, and who refuses such cases often. */
export async function loadRouting(context: Readonly<RouterContextProvider>, row: CaseRow, acts: readonly CaseAct[]) {
  const { store } = context.get(portalContext);
  const lang = context.get(langContext);
  const refused = row.refusals > 0 ? await refusalsOf(store.read, row.id) : [];
  const alike = acts.includes("assign") ? await refusersOfAlike(store.read, row) : [];
  const proposal = acts.includes("assign") && row.agencyId === null ? await findProposal(store.read, row.id) : null;
  const names = await agencyNames(store.read, [
    proposal?.agencyId ?? null,
    ...refused.flatMap((one) => [one.agencyId, one.competentId]),
    ...alike.map((one) => one.agencyId),
  ]);
  const nameOf = (id: number | null) => {
    const agency = id === null ? undefined : names.get(id);
    return (lang === "vi" ? agency?.nameVi : agency?.nameEn) ?? "";
  };
  return {
    /** There are rules in force that could be asked. */
    ruled: acts.includes("reroute") && (await ruleSetIn(store.read, "in_force")) !== null,
    arbitration: row.arbiterSince !== null ? ("waiting" as const) : row.binding ? ("decided" as const) : null,
    proposal: proposal && {
      agencyId: proposal.agencyId,
      agency: nameOf(proposal.agencyId),
      rule: proposal.position,
      set: proposal.setId,
      auto: proposal.auto,
    },
    refused: refused.map((one) => ({
      id: one.id,
      at: one.at,
      agency: nameOf(one.agencyId),
      competent: one.competentName ?? nameOf(one.competentId),
      ground: referenceWording(one.ground, lang),
    })),
    alike: alike.map(({ agencyId, times }) => ({ agency: nameOf(agencyId), times })),
  };
}
