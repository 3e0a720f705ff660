import { checkFigures, publishFigures, rebuildFigures } from "../app/jobs/keep-figures.ts";
import { figureKey } from "../app/domain/figures.ts";
import type { Comparison } from "../db/figure-history.ts";
import { openPortal } from "./open-portal.ts";

/** `figures check`: counts every case anew; exits with 1 and names what differs in the counters. */
export async function figuresCheck(args: string[]): Promise<void> {
  const { store } = await openPortal();
  const found = await checkFigures(store);
  await store.close();
  report(found, args, "agree with the counters");
  if (found.missing.length > 0) process.exitCode = 1;
}

/** `figures rebuild`: puts the counters right and publishes the figures anew. */
export async function figuresRebuild(args: string[]): Promise<void> {
  const { store, clock } = await openPortal();
  const found = await rebuildFigures(store);
  await publishFigures(store, clock());
  await store.close();
  report(found, args, "agreed with the counters");
}

/** `figures publish`: publishes the figures as they are now, without waiting for the timer. */
export async function figuresPublish(args: string[]): Promise<void> {
  const { store, clock } = await openPortal();
  await publishFigures(store, clock());
  await store.close();
  console.log(args.includes("--json") ? '{"published":true}' : "The figures are published as they are now.");
}

/** Lines of differences that are printed at the most. */
const MOST_TOLD = 20;

function report({ cases, missing }: Comparison, args: string[], agree: string): void {
  if (args.includes("--json")) {
    console.log(JSON.stringify({ ok: missing.length === 0, cases, differences: missing.length }));
    return;
  }
  for (const figure of missing.slice(0, MOST_TOLD)) {
    console.log(`${figureKey(figure)}: ${figure.n > 0 ? "+" : ""}${figure.n}`);
  }
  console.log(missing.length === 0 ? `${cases} cases ${agree}.` : `${missing.length} differences in ${cases} cases.`);
}
