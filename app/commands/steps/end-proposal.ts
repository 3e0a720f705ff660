import type { CaseRow } from "../../../db/cases.ts";
import { plainProposal, rememberBeside } from "../../../db/done-acts.ts";
import { findProposal, forgetProposal, keepProposal, type RouteProposal } from "../../../db/route-proposals.ts";
import type { Tx } from "../../../db/store.server.ts";

/** Forgets what the rules said of a case, for the act that has just given it this version: undoing that brings it back. */
export async function endProposal(tx: Tx, after: CaseRow): Promise<void> {
  const proposal = await findProposal(tx, after.id);
  if (!proposal) return;
  await forgetProposal(tx, after.id);
  await rememberProposal(tx, after, proposal);
}

/** Keeps, with the act that has just given a case this version, what the rules had said before it. */
export async function rememberProposal(tx: Tx, after: CaseRow, before: RouteProposal | null): Promise<void> {
  await rememberBeside(tx, after, { proposal: before && plainProposal(before) });
}

/** Gives a case back what the rules had said of it. */
export async function restoreProposal(tx: Tx, caseId: number, former: RouteProposal | null): Promise<void> {
  if (former === null) await forgetProposal(tx, caseId);
  else await keepProposal(tx, former);
}
