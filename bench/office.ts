import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Role } from "../app/domain/actor.ts";
import { multiplyCases } from "./multiply.ts";
import { fire, percentile, send, type Shot } from "./load.ts";
import { type Env, onPostgres } from "./on-postgres.ts";
import { startSubject, type Subject } from "./processes.ts";

export type Report = (what: string, measured: string, reach: string, reached: boolean | null) => void;

const root = path.dirname(import.meta.dirname);
/** The most cases that are seeded one by one. */
const SEEDED = 50_000;
/** A list that offers nothing to walk is measured by itself. */
const ASKED = 40;
/** A monitor asks what triage asks. */
const roles: readonly Role[] = ["triage", "officer", "leader", "editor"];
/** What saved views are made of. */
const filters = ["view=all&kind=barrier", "view=all&province=01&kind=feedback", "view=all&sort=newest"];
const searches = ["view=all&q=ket+noi+du+lieu", "view=all&q=truc+tuyen"];

/**
 * What people of the offices wait for with many cases loaded: every queue with
 * all of its counts, filters and sorts (what a saved view is made of), search
 * for words that very many cases hold, and the page of a case, on both databases, each as the whole answer of the
 * server to one request after the other.
 */
export async function officeTimes(
  program: string,
  env: Env,
  cases: number,
  quick: boolean,
  report: Report,
): Promise<void> {
  const folder = path.join(import.meta.dirname, ".data", `office-${cases}`);
  mkdirSync(folder, { recursive: true });
  const onSqlite = { ...env, DATA_DIR: folder, DATABASE_URL: `file:${folder}/portal.db` };
  await measure(program, onSqlite, folder, "SQLite", 50, cases, quick, report);

  await onPostgres(`cau-noi-bench-${cases}`, env, (there, data) =>
    measure(program, there, data, "PostgreSQL", 100, cases, quick, report),
  );
}

async function measure(
  program: string,
  env: Env,
  folder: string,
  engine: string,
  reach: number,
  cases: number,
  quick: boolean,
  report: Report,
): Promise<void> {
  await plant(env, folder, cases);
  const portal = await startSubject(program, env);
  const kinds: Record<"queue" | "filters" | "search" | "case page", number[]> = {
    queue: [],
    filters: [],
    search: [],
    "case page": [],
  };
  const slowest: [string, number][] = [];
  for (const role of roles) {
    const { cookie } = await portal.ask<{ cookie: string }>({ do: "sign-in", role });
    const shot = (address: string): Shot => ({ path: address, headers: { Cookie: cookie } });
    const { body } = await send(portal.port, undefined, shot("/office"));
    const views = addresses(body, /href="(\/office\?view=[\w-]+)"/g);
    if (views.length < 3) throw new Error(`the queue of ${role} shows ${views.length} views`);
    const seen = new Set<string>();
    for (const view of views) {
      const page = await send(portal.port, undefined, shot(view));
      for (const found of addresses(page.body, /href="(\/office\/cases\/[A-Z0-9-]+)/g)) seen.add(found);
      kinds.queue.push(...(await times(portal, view, shot, quick, slowest)));
      const [further] = addresses(page.body, /href="(\/office\?[^"]*cursor=[^"]*)"/g);
      if (further) kinds.queue.push(...(await times(portal, further, shot, quick, slowest)));
    }
    for (const filter of filters)
      kinds.filters.push(...(await times(portal, `/office?${filter}`, shot, quick, slowest)));
    for (const search of searches)
      kinds.search.push(...(await times(portal, `/office?${search}`, shot, quick, slowest)));
    for (const address of [...seen].slice(0, quick ? 10 : 20))
      kinds["case page"].push(...(await times(portal, address, shot, quick, slowest)));
  }
  await portal.stop();
  for (const [kind, all] of Object.entries(kinds)) {
    const sorted = all.toSorted((one, other) => one - other);
    const p95 = percentile(sorted, 0.95);
    report(
      `office, ${kind} at ${cases.toLocaleString("en")} cases on ${engine}, p95`,
      `${p95.toFixed(1)} ms (median ${percentile(sorted, 0.5).toFixed(1)})`,
      `< ${reach} ms`,
      p95 < reach,
    );
  }
  const worst = slowest.toSorted(([, one], [, other]) => other - one)[0];
  if (worst)
    report(
      `office, slowest page on ${engine}, p95: ${worst[0]}`,
      `${worst[1].toFixed(1)} ms`,
      `< ${reach} ms`,
      worst[1] < reach,
    );
}

/** Milliseconds of a few requests of one address, warmed up; its own p95 goes among the slowest. */
async function times(
  portal: Subject,
  address: string,
  shot: (address: string) => Shot,
  quick: boolean,
  slowest: [string, number][],
): Promise<number[]> {
  await fire(portal.port, 2, 1, () => shot(address));
  const volley = await fire(portal.port, quick ? 5 : ASKED, 1, () => shot(address));
  if (volley.statuses.get(200) !== volley.times.length)
    throw new Error(`${address} answered ${JSON.stringify([...volley.statuses])}`);
  slowest.push([address.replace(/cases\/.*/, "cases/…"), percentile(volley.times, 0.95)]);
  return volley.times;
}

function addresses(body: string, pattern: RegExp): string[] {
  return [...new Set([...body.matchAll(pattern)].map(([, href]) => (href ?? "").replaceAll("&amp;", "&")))];
}

/** Loads the cases once; the mark says that it was finished. Only the first ones are seeded, the others are their copies. */
async function plant(env: Env, folder: string, cases: number): Promise<void> {
  const mark = path.join(folder, "planted");
  if (existsSync(mark)) return;
  const { DATABASE_URL: url = "" } = env;
  if (url.startsWith("file:")) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const copies = Math.ceil(cases / SEEDED);
  const seed = ["seed", "--cases", String(Math.ceil(cases / copies)), "--seed", "57", "--path", "bulk"];
  execFileSync(process.execPath, [path.join(root, "build/server/index.js"), ...seed], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  await multiplyCases(url, copies);
  writeFileSync(mark, "");
}
