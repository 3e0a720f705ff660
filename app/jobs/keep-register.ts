import { advanceTelling, amendmentToTell, casesOfAmendment } from "../../db/amendments.ts";
import { findCaseById } from "../../db/cases.ts";
import { hasRegisterTask, takeInSome } from "../../db/register-tasks.ts";
import type { Store } from "../../db/store.server.ts";
import { tellOfAmendment } from "../commands/steps/tell-of-amendment.ts";

/** Cases of one transaction, and transactions of one pass; the next pass goes on. */
const AT_ONCE = 50;
const PER_PASS = 40;

/** Takes the cases of documents that became known into the register, a bounded number at a time. */
export async function keepRegister(store: Store): Promise<number> {
  let taken = 0;
  for (let round = 0; round < PER_PASS && (await hasRegisterTask(store.read)); round += 1) {
    taken += await store.write((tx) => takeInSome(tx, AT_ONCE));
  }
  return taken;
}

/** Tells the senders and followers of the published cases that led to an amendment, each case once. */
export async function tellOfAmendments(store: Store, now: Date): Promise<number> {
  let told = 0;
  for (let round = 0; round < PER_PASS && (await amendmentToTell(store.read)); round += 1) {
    told += await store.write(async (tx) => {
      const amendment = await amendmentToTell(tx);
      if (!amendment) return 0;
      const afterCaseId = amendment.tellAfter ?? 0;
      const some = await casesOfAmendment(tx, amendment, { afterCaseId, limit: AT_ONCE });
      const last = some.length < AT_ONCE ? null : (some.at(-1) ?? null);
      if (!(await advanceTelling(tx, amendment, last))) return 0;
      for (const caseId of some) {
        const row = await findCaseById(tx, caseId);
        if (row) await tellOfAmendment(tx, row, amendment, now);
      }
      return some.length;
    });
  }
  return told;
}
