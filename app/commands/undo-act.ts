import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { isOwnAct, isUndoable } from "../domain/undo.ts";
import { type CaseRow, findCase, scopeOf } from "../../db/cases.ts";
import { type DoneAct, findDoneAct, formerColumns, formerProposal } from "../../db/done-acts.ts";
import { caseStream, findEvent } from "../../db/events.ts";
import { findMerge } from "../../db/merges.ts";
import { hideMessage } from "../../db/messages.ts";
import { dropMailOfAct } from "../../db/outbox.ts";
import { dropDeliveriesOfAct } from "../../db/deliveries.ts";
import { forgetRefusal } from "../../db/refusals.ts";
import { refreshPublication } from "../../db/publications.ts";
import { forgetTakedown } from "../../db/takedowns.ts";
import { takeBackUses } from "../../db/template-uses.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { endMerge } from "./steps/end-merge.ts";
import { restoreProposal } from "./steps/end-proposal.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";

/**
 * Takes back what the actor has just done to a case: its columns are as they
 * were, and so is what the routing rules said of it; the mails of the act are
 * dropped, what was said with it stays within the office, and an event says
 * that it was undone. Nothing of the history goes.
 * Refuses with `too-late` once the time is over or one of the mails is on its
 * way, `stale` when the case has changed since, `forbidden` to anybody but who acted.
 */
export async function undoAct(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const current = await findCase(tx, input.code);
  const done = current && (await findDoneAct(tx, current));
  const own = done && isOwnAct(done, actor);
  // Whoever handed a case on sees it no more: what counts is what they saw before.
  const former = own && current ? scopeOf({ ...current, ...formerColumns(done) }) : {};
  const row = await openCase(tx, actor, input, "undo", { ...former, undoable: true });
  if (!done) throw new Refusal("too-late");
  if (!own) throw new Refusal("forbidden");
  if (!isUndoable(done, now) || !(await dropMailOfAct(tx, done.id))) throw new Refusal("too-late");

  await dropDeliveriesOfAct(tx, done.id, now);
  const event = await findEvent(tx, caseStream(row.id), done.version);
  const messageId = event?.data.messageId;
  if (typeof messageId === "number") await hideMessage(tx, messageId);
  if (typeof messageId === "number" && done.act === "refuse") await forgetRefusal(tx, messageId);
  const proposal = formerProposal(done);
  if (proposal !== undefined) await restoreProposal(tx, row.id, proposal);
  if (done.before.uses) await takeBackUses(tx, done.before.uses);
  const data = { undone: done.act, undoneVersion: done.version };
  const restored = await changeCase(
    tx,
    actor,
    row,
    { type: "undo", set: formerState(row, done), data, seenBy: event?.seenBy },
    now,
  );
  await forgetTakedown(tx, row.id, done.at);
  const merge = done.act === "merge" ? await findMerge(tx, row.id) : null;
  if (merge) await endMerge(tx, merge, restored, now);
  else if (restored.published && !row.published) await refreshPublication(tx, restored, now);
  return restored;
}

/** The columns as they were, those of the desk's clock by name: a change of desks would set them anew. */
function formerState(row: CaseRow, done: DoneAct): Partial<CaseRow> {
  const { heldSince, allowanceDueAt, ownerId, snoozedUntil, heardAt } = row;
  return { heldSince, allowanceDueAt, ownerId, snoozedUntil, heardAt, ...formerColumns(done) };
}
