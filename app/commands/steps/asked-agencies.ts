import { agencyMark, marksOf } from "../../domain/marks.ts";
import { listConsults, settleConsult } from "../../../db/consults.ts";
import type { Tx } from "../../../db/store.server.ts";

/** The marks of the agencies that are asked about a case now; they see it while they are. */
export async function askedMarks(tx: Tx, caseId: number): Promise<string | null> {
  const consults = await listConsults(tx, caseId);
  return marksOf(consults.filter(({ state }) => state === "open").map(({ agencyId }) => agencyMark(agencyId)));
}

/** Takes back what is still asked about a case that has its answer; nobody is asked then. */
export async function endConsults(tx: Tx, caseId: number, now: Date): Promise<null> {
  for (const { id, state } of await listConsults(tx, caseId)) {
    if (state === "open") await settleConsult(tx, id, { state: "withdrawn", withdrawnAt: now });
  }
  return null;
}
