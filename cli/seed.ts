import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { publishFigures } from "../app/jobs/keep-figures.ts";
import type { BulkCase } from "../db/seed/bulk.ts";
import { settlePastMail } from "../db/seed/past-mail.ts";
import type { Store } from "../db/store.server.ts";
import { openPortal } from "./open-portal.ts";
import { plantByCommands, plantInBulk, type Planting } from "./plant-cases.ts";

/** Up to this many cases live through the commands, with their mails; more are stored as rows. */
const BY_COMMANDS = 1000;

/**
 * `seed --cases N --seed S`: believable cases in every state. The same seed
 * gives the same cases; nobody can sign in to the accounts that it makes.
 * Prints the code and secret of one case, so that tracking can be tried.
 */
export async function seed(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      cases: { type: "string", default: "300" },
      seed: { type: "string", default: randomBytes(4).toString("hex") },
      path: { type: "string", default: "auto" },
      json: { type: "boolean", default: false },
    },
  });
  const cases = Number(values.cases);
  if (!Number.isSafeInteger(cases) || cases < 1) throw new Error("--cases takes a whole number from 1.");
  const path = values.path === "auto" ? (cases <= BY_COMMANDS ? "commands" : "bulk") : values.path;
  if (path !== "commands" && path !== "bulk") throw new Error("--path takes commands or bulk.");
  const { store, clock } = await openPortal();
  const planting = { seed: values.seed, cases, now: clock(), passwordHash: () => null };
  const from = performance.now();
  const sample = path === "bulk" ? await bulk(store, planting) : await live(store, planting);
  const seconds = (performance.now() - from) / 1000;
  await publishFigures(store, planting.now);
  await store.close();
  const perSecond = Math.round(cases / seconds);
  const result = { cases, seed: values.seed, path, seconds: Number(seconds.toFixed(1)), perSecond, sample };
  console.log(
    values.json
      ? JSON.stringify(result)
      : `${cases} cases with seed ${values.seed} by ${path} in ${result.seconds} s (${perSecond} a second). One of them: ${sample.code}, secret ${sample.secret}`,
  );
}

async function live(store: Store, planting: Planting): Promise<BulkCase> {
  const filed = await plantByCommands(store, planting);
  await settlePastMail(store, planting.now);
  const receipt = filed.get(planting.cases - 1)?.receipt;
  return { code: receipt?.code ?? "", secret: receipt?.secret ?? "" };
}

async function bulk(store: Store, planting: Planting): Promise<BulkCase> {
  let sample: BulkCase = { code: "", secret: "" };
  let told = 0;
  await plantInBulk(store, planting, (done, last) => {
    sample = last;
    if (done - told < 10_000) return;
    told = done;
    console.error(`${done} of ${planting.cases} cases`);
  });
  return sample;
}
