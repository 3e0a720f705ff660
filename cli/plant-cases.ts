import { localDate } from "../app/domain/calendar.ts";
import { type BulkCase, storeInBulk } from "../db/seed/bulk.ts";
import { castOf, hire, peopleOf, type Person } from "../db/seed/cast.ts";
import { readGround } from "../db/seed/ground.ts";
import { makePlanner } from "../db/seed/plan.ts";
import { stories } from "../db/seed/stories.ts";
import { misfits } from "../db/seed/texts-misfits.ts";
import type { Store } from "../db/store.server.ts";
import { actOut, type FiledCase } from "./act-out.ts";

export interface Planting {
  readonly seed: string;
  readonly cases: number;
  readonly now: Date;
  /** The password hash of a person's account; null leaves it without a password. */
  readonly passwordHash: (person: Person) => string | null;
}

const DAY_MS = 24 * 3600 * 1000;

/** Plants believable cases by living them through the commands, with their mails. Everything but the secrets follows from the seed. */
export async function plantByCommands(store: Store, planting: Planting): Promise<Map<number, FiledCase>> {
  const { ground, cast, plan } = await prepare(store, planting);
  const plans = Array.from({ length: planting.cases }, (_, index) => plan(index));
  return actOut(store, ground, cast, plans);
}

/** Plants the same cases as rows, without mails: for hundreds of thousands. */
export async function plantInBulk(
  store: Store,
  planting: Planting,
  stored?: (done: number, last: BulkCase) => void,
): Promise<void> {
  const { ground, cast, plan } = await prepare(store, planting);
  const plans = {
    count: planting.cases,
    at: plan,
    name: `${planting.seed}/${planting.now.getTime()}`,
    now: planting.now,
  };
  await storeInBulk(store, ground, cast, plans, stored);
}

async function prepare(store: Store, { seed, cases, now, passwordHash }: Planting) {
  const ground = await readGround(store.read, localDate(now));
  const hiredAt = new Date(now.getTime() - 170 * DAY_MS);
  const actors = await hire(store, peopleOf(ground), passwordHash, hiredAt);
  const plan = makePlanner({ seed, cases, now, ground, stories, misfits });
  return { ground, cast: castOf(ground, actors), plan };
}
