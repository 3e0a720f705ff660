import { applyName } from "../commands/rename-agency.ts";
import { takeOver } from "../commands/dissolve-agency.ts";
import { succeedCase } from "../commands/succeed-case.ts";
import { localDate } from "../domain/calendar.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { casesToSucceed, dueNames, unsettledAgencies } from "../../db/agency-tree.ts";
import type { Store, Tx } from "../../db/store.server.ts";

const system: Actor = { kind: "system" };

/** Lets agencies have the names decided for today, successors take over, and open cases of dissolved agencies go on. Each is a command of its own. */
export async function mindAgencies(
  store: Store,
  now: Date,
): Promise<{ names: number; agencies: number; cases: number }> {
  const today = localDate(now);
  const names = await forEach(store, await dueNames(store.read, today), (tx, { id, agencyId }) =>
    applyName(tx, system, { agencyId, nameId: id }, now),
  );
  const agencies = await forEach(store, await unsettledAgencies(store.read, today), (tx, { gone }) =>
    takeOver(tx, system, { agencyId: gone.id }, now),
  );
  const cases = await forEach(store, await casesToSucceed(store.read, today), (tx, code) =>
    succeedCase(tx, system, { code }, now),
  );
  return { names, agencies, cases };
}

async function forEach<T>(
  store: Store,
  items: readonly T[],
  work: (tx: Tx, item: T) => Promise<unknown>,
): Promise<number> {
  let done = 0;
  for (const item of items) {
    try {
      await store.write((tx) => work(tx, item));
      done += 1;
    } catch (error) {
      // Another process was faster, or somebody changed it meanwhile: the next round looks again.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return done;
}
