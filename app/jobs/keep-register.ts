import { advanceTelling, amendmentToTell } from "../../db/amendments.ts";
import { filingsOfAmendment } from "../../db/filings.ts";
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

/** Tells the sender of every filing that led to an amendment, and the followers of those that are published, each case once. */
export async function tellOfAmendments(store: Store, now: Date): Promise<number> {
  let told = 0;
  for (let round = 0; round < PER_PASS && (await amendmentToTell(store.read)); round += 1) {
    told += await store.write(async (tx) => {
      const amendment = await amendmentToTell(tx);
      if (!amendment) return 0;
      const afterCaseId = amendment.tellAfter ?? 0;
      const { found, last } = await filingsOfAmendment(tx, amendment, { afterCaseId, limit: AT_ONCE });
      if (!(await advanceTelling(tx, amendment, last))) return 0;
      let some = 0;
      for (const row of found) some += (await tellOfAmendment(tx, row, amendment, now)) ? 1 : 0;
      return some;
    });
  }
  return told;
}
