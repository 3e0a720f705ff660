import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { closeCase } from "../commands/close-case.ts";
import { tellLateDispute } from "../commands/steps/tell-late-dispute.ts";
import { lapseQuestion } from "../commands/lapse-question.ts";
import { findClosable, findLapsed } from "../../db/cases.ts";
import { findLateDisputes } from "../../db/disputes.ts";
import type { Store, Tx } from "../../db/store.server.ts";

const system: Actor = { kind: "system" };

/** Tells the monitors of each dispute that nobody decided in time, once. */
async function noteLateDisputes(store: Store, now: Date): Promise<void> {
  for (const late of await findLateDisputes(store.read, now)) {
    await store.write((tx) => tellLateDispute(tx, late, now));
  }
}

/** Lets unanswered questions lapse and closes answered cases whose time is over. Each is a command of its own. */
export async function mindDeadlines(store: Store, now: Date): Promise<{ lapsed: number; closed: number }> {
  const lapsed = await forEach(store, await findLapsed(store.read, now), (tx, code) =>
    lapseQuestion(tx, system, { code }, now),
  );
  const closed = await forEach(store, await findClosable(store.read, now), (tx, code) =>
    closeCase(tx, system, { code }, now),
  );
  await noteLateDisputes(store, now);
  return { lapsed, closed };
}

async function forEach(
  store: Store,
  codes: string[],
  work: (tx: Tx, code: string) => Promise<unknown>,
): Promise<number> {
  let done = 0;
  for (const code of codes) {
    try {
      await store.write((tx) => work(tx, code));
      done += 1;
    } catch (error) {
      // Somebody else moved the case in the meantime: nothing is due any more.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return done;
}
