import type { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { commitmentDueAt, moveError } from "../domain/commitment.ts";
import { isoDate, paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { changeCommitment } from "../../db/commitments.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef } from "./steps/open-case.ts";
import { openPromise } from "./steps/open-promise.ts";
import { say } from "./steps/say.ts";
import { tellFollowers, tellSubmitter } from "./steps/tell.ts";

export const moveCommitmentInput = caseRef.extend({
  promisedOn: isoDate,
  reason: paragraphs(2000, 10),
});

/** The leader moves the day of a promise and says why, before it is over; the day first promised stays to be read. */
export async function moveCommitment(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof moveCommitmentInput>,
  now: Date,
): Promise<CaseRow> {
  const { row, commitment } = await openPromise(tx, actor, input, "move-commitment");
  // Once the day is over the promise is missed, whether or not the timer has come by.
  if (commitment.dueAt <= now) throw new Refusal("wrong-state");
  const { promisedOn } = input;
  const wrong = moveError(promisedOn, commitment.promisedOn, localDate(now));
  if (wrong) throw new InputRefusal({ promisedOn: wrong });
  const set = { promisedOn, dueAt: commitmentDueAt(promisedOn), moves: commitment.moves + 1 };
  if (!(await changeCommitment(tx, commitment.id, set))) throw new Refusal("wrong-state");
  const said = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "submitter" }, now);
  const data = { ...said, commitmentId: commitment.id, from: commitment.promisedOn, to: promisedOn };
  const changed = await changeCase(tx, actor, row, { type: "move-commitment", seenBy: "public", data }, now);
  await tellSubmitter(tx, changed, "commitment-moved", now, { promisedOn });
  await tellFollowers(tx, changed, "followed-changed", now);
  return changed;
}
