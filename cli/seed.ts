import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { openPortal } from "./open-portal.ts";
import { plantByCommands } from "./plant-cases.ts";

/**
 * `seed --cases N --seed S`: believable cases in every state. The same seed
 * gives the same cases; nobody can sign in to the accounts that it makes.
 */
export async function seed(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      cases: { type: "string", default: "300" },
      seed: { type: "string", default: randomBytes(4).toString("hex") },
      json: { type: "boolean", default: false },
    },
  });
  const cases = Number(values.cases);
  if (!Number.isSafeInteger(cases) || cases < 1) throw new Error("--cases takes a whole number from 1.");
  const { store, clock } = await openPortal();
  const from = performance.now();
  await plantByCommands(store, { seed: values.seed, cases, now: clock(), passwordHash: () => null });
  await store.close();
  const seconds = (performance.now() - from) / 1000;
  const result = { cases, seed: values.seed, seconds: Number(seconds.toFixed(1)), perSecond: Math.round(cases / seconds) };
  console.log(
    values.json
      ? JSON.stringify(result)
      : `${result.cases} cases with seed ${result.seed} in ${result.seconds} s (${result.perSecond} a second).`,
  );
}
