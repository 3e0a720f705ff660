import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import { decideDispute } from "../../db/disputes.ts";
import { deleteMerge } from "../../db/merges.ts";
import { reopenPoints } from "../../db/points.ts";
import { rateInPublic } from "../../db/publications.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { openAsDecider } from "./steps/open-as-decider.ts";
import { caseRef } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellAgency, tellFollowers, tellSubmitter } from "./steps/tell.ts";
import { deskAgain } from "./steps/wall-off.ts";

export const reopenInput = caseRef.extend({
  /** What is to be done anew; the submitter reads it. */
  reason: paragraphs(2000, 10),
});
type Reopening = Omit<z.infer<typeof reopenInput>, "reason"> & { readonly reason?: string };

/**
 * Takes an answered case up again: a person who had no part in the answer does
 * so to a disputed one, the system (without a reason) where a promise was not
 * kept. The promised date stays, and so do the moments of the first answer and
 * of the first end; a new answer may be rated and disputed anew. Every point of
 * the question is open again; what was said of it stays with the answer. Where
 * nobody is left at the agency who may handle the case, triage decides again.
 */
export async function reopenCase(tx: Tx, actor: Actor, input: Reopening, now: Date): Promise<CaseRow> {
  const row = await openAsDecider(tx, actor, input, "reopen");
  const said = input.reason
    ? await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "submitter" }, now)
    : {};
  if (actor.kind === "staff") {
    const decided = { decision: "reopen", decidedBy: actor.staffId, decidedAt: now } as const;
    await decideDispute(tx, row.id, row.round, decided);
  }
  const desk = await deskAgain(tx, row, now);
  const set = {
    round: row.round + 1,
    firstAnsweredAt: row.firstAnsweredAt ?? row.answeredAt,
    firstClosedAt: row.firstClosedAt ?? row.closedAt,
    answeredAt: null,
    closedAt: null,
    closeAt: null,
    disputedAt: null,
    disputeDueAt: null,
    heardAt: null,
    // From here on it goes its own way.
    mergedIntoId: null,
    mergedAt: null,
    ...desk.set,
  };
  if (row.mergedIntoId !== null) await deleteMerge(tx, row.id);
  await reopenPoints(tx, row.id, now);
  const data = { ...said, round: set.round };
  const moved = await moveCase(tx, actor, row, "reopen", desk.to, { set, data }, now);
  if (moved.published) await rateInPublic(tx, row.id, null);
  if (actor.kind === "system") await tellSubmitter(tx, moved, "commitment-missed", now);
  else await tellSubmitter(tx, moved, "reopened", now);
  await tellAgency(tx, moved, ["officer", "leader"], "case-reopened", now);
  await tellFollowers(tx, moved, "followed-changed", now);
  return moved;
}
