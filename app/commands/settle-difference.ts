import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import type { Actor } from "../domain/actor.ts";
import { line, rowId } from "../domain/fields.ts";
import { Refusal } from "../domain/refusal.ts";
import { findDifference, settleAnswers } from "../../db/differences.ts";
import { provisionStream } from "../../db/events.ts";
import { drafterOf, type Law } from "../../db/laws.ts";
import type { Db, Tx } from "../../db/store.server.ts";
import { speaksFor } from "./propose-amendment.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const settleDifferenceInput = z.object({
  entryId: rowId,
  /** Which answers differed on the page that was read. */
  print: line(2000),
  /** The unifying answer: a document with number and date, or the code of a case. */
  settledWith: line(300, 5),
});
type Input = z.infer<typeof settleDifferenceInput>;

/**
 * Marks answers that differed as settled, by a leader of the agency in charge of
 * the provision; where nobody is in charge, by the standing body. Another
 * answer that differs opens it again.
 */
export async function settleDifference(tx: Tx, actor: Actor, input: Input, now: Date): Promise<void> {
  mustManage(actor, "settle-difference");
  const found = actor.kind === "staff" ? await findDifference(tx, actor, input.entryId) : null;
  if (!found || actor.kind !== "staff" || !(await maySettle(tx, actor, found.law, localDate(now))))
    throw new Refusal("not-found");
  const settled = { print: input.print, staffId: actor.staffId, with: input.settledWith, at: now };
  if (!(await settleAnswers(tx, input.entryId, settled))) throw new Refusal("stale");
  await recordOfficeEvent(tx, actor, provisionStream(input.entryId), "difference-settle", {}, now);
}

/** A leader for what their agency is in charge of; triage where nobody is, or not any more. */
export async function maySettle(db: Db, actor: Actor, law: Pick<Law, "drafterId">, day: string): Promise<boolean> {
  if (actor.kind !== "staff") return false;
  const inCharge = await drafterOf(db, law, day);
  return inCharge === null ? actor.role === "triage" : actor.role === "leader" && speaksFor(actor, law);
}
