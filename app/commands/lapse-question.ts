import type { Actor } from "../domain/actor.ts";
import { lastDay } from "../domain/deadlines.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { enqueueMail } from "../../db/outbox.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { resumeClock } from "./steps/clock.ts";
import { deskPeople } from "./steps/desk-people.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";
import { tellSubmitter } from "./steps/tell.ts";

/** A question that nobody answered in time lapses: the case goes on with what is known, and both sides are told. */
export async function lapseQuestion(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "lapse");
  if (!row.resumeStatus || !row.waitUntil || row.waitUntil > now) throw new Refusal("wrong-state");
  const set = await resumeClock(tx, row, now);
  const moved = await moveCase(tx, actor, row, "lapse", row.resumeStatus, { set }, now);
  await tellSubmitter(tx, moved, "question-lapsed", now);
  const params = { code: moved.code, dueOn: lastDay(moved.dueAt) };
  for (const person of await deskPeople(tx, moved)) {
    const mail = { mail: "question-lapsed-office", lang: person.lang, recipient: "staff" } as const;
    await enqueueMail(tx, { ...mail, recipientId: person.id, params }, now);
  }
  return moved;
}
