import type { Actor } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { resumeClock } from "./steps/clock.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";
import { tellSubmitter } from "./steps/tell.ts";

/** A question that nobody answered in time lapses: the case goes on with what is known. */
export async function lapseQuestion(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "lapse");
  if (!row.resumeStatus || !row.waitUntil || row.waitUntil > now) throw new Refusal("wrong-state");
  const set = await resumeClock(tx, row, now);
  const moved = await moveCase(tx, actor, row, "lapse", row.resumeStatus, { set }, now);
  await tellSubmitter(tx, moved, "question-lapsed", now);
  return moved;
}
