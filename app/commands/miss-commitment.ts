import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { changeCommitment } from "../../db/commitments.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { reopenCase } from "./reopen-case.ts";
import { changeCase } from "./steps/change-case.ts";
import type { CaseRef } from "./steps/open-case.ts";
import { openPromise } from "./steps/open-promise.ts";
import { tellAgency, tellFollowers, tellSubmitter } from "./steps/tell.ts";
import { tellMonitors } from "./steps/tell-monitors.ts";

/**
 * The day of a promise is over and nobody has shown that it was kept: it stands
 * as missed by the agency, and an ended case is taken up again by itself, once.
 */
export async function missCommitment(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const { row, commitment } = await openPromise(tx, actor, input, "miss-commitment");
  if (commitment.dueAt > now) throw new Refusal("wrong-state");
  if (!(await changeCommitment(tx, commitment.id, { state: "missed", settledAt: now })))
    throw new Refusal("wrong-state");
  const data = { commitmentId: commitment.id, promisedOn: commitment.promisedOn, firstOn: commitment.firstOn };
  const missed = await changeCase(tx, actor, row, { type: "miss-commitment", seenBy: "public", data }, now);
  const ended = row.status === "answered" || row.status === "closed";
  // Taking the case up again tells the submitter that the promise was not kept.
  const changed = ended ? await reopenCase(tx, actor, { code: row.code }, now) : missed;
  if (!ended) await tellSubmitter(tx, changed, "commitment-missed", now);
  await tellAgency(tx, changed, ["leader"], "commitment-broken", now);
  await tellMonitors(tx, changed, "commitment-broken", now);
  await tellFollowers(tx, changed, "followed-changed", now);
  return changed;
}
