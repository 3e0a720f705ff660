import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import { bareLoop } from "./bare-loop.ts";
import { consoleTimes } from "./console.ts";
import { fire, median, percentile, send, type Shot } from "./load.ts";
import { officeTimes } from "./office.ts";
import { publicTimes } from "./public.ts";
import { startSubject, type Subject } from "./processes.ts";

/**
 * Measures the portal against references in the same run and prints ratios.
 * Every figure is the median of several rounds. `--quick` takes fewer; `--office`
 * measures the office alone, `--public` the public lists alone.
 */
const root = path.dirname(import.meta.dirname);
const quick = process.argv.includes("--quick");
const officeOnly = process.argv.includes("--office");
const publicOnly = process.argv.includes("--public");
const rounds = quick ? 3 : 5;
const cases = Number(process.env.BENCH_CASES ?? 100_000);
/** The office is measured with as many cases as the whole country has in some years. */
const officeCases = Number(process.env.BENCH_OFFICE_CASES ?? 1_000_000);
/** And the public lists with as many published ones. */
const publishedCases = Number(process.env.BENCH_PUBLISHED ?? 1_000_000);
const dataDir = path.join(import.meta.dirname, ".data", String(cases));
const env = {
  ...process.env,
  NODE_ENV: "production",
  HOST: "127.0.0.1",
  PORT: "3000",
  PUBLIC_URL: "http://localhost:3000",
  DATA_DIR: dataDir,
  DATABASE_URL: `file:${dataDir}/portal.db`,
  RATE_LIMITS: "off",
  LOG_LEVEL: "silent",
};

interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly reach: string;
  readonly reached: boolean | null;
}
const figures: Figure[] = [];

/** Processor microseconds per request of a process while it answers a volley. */
async function cpuPerRequest(subject: Subject, count: number, shot: (index: number) => Shot): Promise<number> {
  const before = await subject.usage();
  await fire(subject.port, count, 8, shot);
  const after = await subject.usage();
  return (after.cpuMicros - before.cpuMicros) / count;
}

async function inRounds(measure: (round: number) => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) values.push(await measure(round));
  return median(values);
}

async function cachedPage(portal: Subject): Promise<void> {
  const fixed = await startSubject(path.join(import.meta.dirname, "fixed-page.ts"), env);
  for (const page of ["/vi/cases", await firstCase(portal)]) {
    const { body } = await send(portal.port, undefined, { path: page });
    await fixed.ask({ do: "body", body });
    const count = quick ? 5_000 : 20_000;
    await fire(portal.port, 2_000, 8, () => ({ path: page }));
    await fire(fixed.port, 2_000, 8, () => ({ path: page }));
    const ratios: number[] = [];
    const own: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const reference = await cpuPerRequest(fixed, count, () => ({ path: page }));
      const portalCpu = await cpuPerRequest(portal, count, () => ({ path: page }));
      own.push(portalCpu);
      ratios.push(portalCpu / reference);
    }
    const name = page === "/vi/cases" ? "published list" : "case page";
    report(
      `${name}, cached: CPU against a fixed node:http page`,
      `${median(ratios).toFixed(2)} × (${median(own).toFixed(0)} µs)`,
      "≤ 1.6 ×",
      median(ratios) <= 1.6,
    );
  }
  await fixed.stop();
}

async function uncachedList(portal: Subject): Promise<void> {
  const pages = await listPages(portal, 60);
  const alone = await inRounds(
    async () =>
      (await portal.ask<{ microsEach: number }>({ do: "render", path: pages[1] ?? "/vi/cases", times: 300 }))
        .microsEach,
  );
  const count = quick ? 400 : 1_500;
  // A word that no cache has seen makes each address new without changing what the page shows.
  const full = await inRounds((round) =>
    cpuPerRequest(portal, count, (index) => ({ path: `${pages[1 + (index % 40)]}&_=${round}.${index}` })),
  );
  report(
    "published list, uncached: CPU against renderToString of its tree alone",
    `${(full / alone).toFixed(2)} × (${full.toFixed(0)} µs / ${alone.toFixed(0)} µs)`,
    "≤ 2.2 ×",
    full / alone <= 2.2,
  );
}

async function listTimes(portal: Subject): Promise<void> {
  const pages = await listPages(portal, 60);
  const words = [
    "truc tuyen",
    "dat dai",
    "doanh nghiep",
    "ket noi du lieu",
    "ho so",
    "thu tuc",
    "song 5g",
    "chu ky so",
    "hoa don",
    "xa",
  ];
  const sets: [string, (index: number) => string][] = [
    ["any list page", (index) => `${pages[index % pages.length]}&_=l${index}`],
    ["search", (index) => `/vi/cases?q=${encodeURIComponent(words[index % words.length] ?? "")}&_=s${index}`],
    ["filter", (index) => `/vi/cases?kind=barrier&province=${["01", "79", "48", "22"][index % 4]}&_=f${index}`],
    ["case page", (index) => `${pages[index % pages.length]?.replace(/\?.*/, "")}?_=c${index}`],
  ];
  for (const [name, page] of sets) {
    await fire(portal.port, 50, 1, (index) => ({ path: `${page(index)}w` }));
    const { times } = await fire(portal.port, quick ? 300 : 1_000, 1, (index) => ({ path: page(index) }));
    const p95 = percentile(times, 0.95);
    report(
      `${name} at ${cases.toLocaleString("en")} cases, p95`,
      `${p95.toFixed(1)} ms (median ${percentile(times, 0.5).toFixed(1)})`,
      "< 10 ms",
      p95 < 10,
    );
  }
}

async function submissions(portal: Subject): Promise<string[]> {
  const count = quick ? 600 : 2_000;
  const receipts: string[] = [];
  const perSecond = await inRounds(async (round) => {
    const { seconds, statuses } = await fire(portal.port, count, 32, (index) =>
      submission(`${process.pid}-${round}-${index}`),
    );
    if (statuses.get(201) !== count)
      throw new Error(`submissions were not all stored: ${JSON.stringify([...statuses])}`);
    return count / seconds;
  });
  const bare = await inRounds(async () =>
    bareLoop(path.join(dataDir, "portal.db"), path.join(dataDir, "bare.db"), count),
  );
  report(
    "durable submissions over HTTP at 32 concurrent against a bare better-sqlite3 loop",
    `${(perSecond / bare).toFixed(2)} × (${perSecond.toFixed(0)}/s / ${bare.toFixed(0)}/s)`,
    "≥ 0.8 ×",
    perSecond / bare >= 0.8,
  );
  return receipts;
}

function submission(key: string): Shot {
  return {
    path: "/api/v1/cases",
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": `bench-${key}-${Date.now()}` },
    body: JSON.stringify({
      kind: "feedback",
      content: `Xã đã có dịch vụ công trực tuyến nhưng đường truyền chậm, nộp hồ sơ mất cả buổi sáng. Lần gửi ${key}.`,
      provinceCode: "01",
      reporterType: "individual",
      name: "Người Gửi Thử",
      email: "bench@example.com",
      publishConsent: "yes",
    }),
  };
}

async function trackingTimes(portal: Subject): Promise<void> {
  const { body } = await send(portal.port, undefined, submission("track"));
  const { code, secret } = JSON.parse(body) as { code: string; secret: string };
  const lookup = (): Shot => ({
    path: "/api/v1/cases/lookup",
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ code, secret }),
  });
  await fire(portal.port, 50, 1, lookup);
  const { times, statuses } = await fire(portal.port, quick ? 300 : 1_000, 1, lookup);
  if (statuses.get(200) !== times.length) throw new Error("tracking look-ups failed");
  const p95 = percentile(times, 0.95);
  report(
    "tracking look-up by code and secret, p95",
    `${p95.toFixed(1)} ms (median ${percentile(times, 0.5).toFixed(1)})`,
    "< 10 ms",
    p95 < 10,
  );
}

/** Addresses of list pages, walked from page to page. */
async function listPages(portal: Subject, count: number): Promise<string[]> {
  const pages = ["/vi/cases?limit=20"];
  while (pages.length < count) {
    const { body } = await send(portal.port, undefined, { path: pages.at(-1) ?? "" });
    const next =
      /href="(\/vi\/cases\?[^"]*cursor=[^"]*)"[^>]*rel="next"|rel="next"[^>]*href="(\/vi\/cases\?[^"]*cursor=[^"]*)"/.exec(
        body,
      );
    const href = next?.[1] ?? next?.[2];
    if (!href) break;
    pages.push(href.replaceAll("&amp;", "&"));
  }
  if (pages.length < 5) throw new Error("the published list has too few pages to measure");
  return pages;
}

async function firstCase(portal: Subject): Promise<string> {
  const { body } = await send(portal.port, undefined, { path: "/vi/cases" });
  const found = /href="(\/vi\/cases\/[A-Z0-9-]+)"/.exec(body)?.[1];
  if (!found) throw new Error("the published list shows no case");
  return found;
}

function report(what: string, measured: string, reach: string, reached: boolean | null): void {
  figures.push({ what, measured, reach, reached });
  console.log(`${reached === null ? " " : reached ? "✓" : "✗"} ${what}: ${measured} (reach ${reach})`);
}

function prepare(): string {
  const build = path.join(import.meta.dirname, ".data", "build");
  const cli = path.join(root, "node_modules/@react-router/dev/bin.cjs");
  const buildEnv = { ...env, PORTAL_ENTRY: "./bench/subject.ts", PORTAL_BUILD: "bench/.data/build" };
  execFileSync(process.execPath, [cli, "build"], { cwd: root, stdio: ["ignore", "ignore", "inherit"], env: buildEnv });
  // The subject reads the built files where the portal's own build keeps them: same sources, same names.
  if (!existsSync(path.join(root, "build/client")))
    cpSync(path.join(build, "client"), path.join(root, "build/client"), { recursive: true });
  return path.join(build, "server/index.js");
}

/** Loads the cases of the public pages once. */
function plantPublic(): void {
  if (existsSync(path.join(dataDir, "portal.db"))) return;
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const seed = ["seed", "--cases", String(cases), "--seed", "57", "--path", "bulk"];
  execFileSync(process.execPath, [path.join(root, "build/server/index.js"), ...seed], {
    cwd: root,
    env,
    stdio: "inherit",
  });
}

function writeResults(): void {
  const only = officeOnly ? "office" : publicOnly ? "public" : null;
  const folder = path.join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, medians of ${rounds} rounds${only ? "" : `, public pages with ${cases.toLocaleString("en")} cases`}.`;
  const table = figures.map(
    ({ what, measured, reach, reached }) =>
      `| ${what} | ${measured} | ${reach} | ${reached === null ? "" : reached ? "yes" : "no"} |`,
  );
  writeFileSync(
    path.join(folder, only ? `${only}.md` : "latest.md"),
    `# Benchmark\n\n\`npm run bench${only ? ` -- --${only}` : ""}\` made this. ${machine}\n\n| figure | measured | reach | reached |\n|---|---|---|---|\n${table.join("\n")}\n`,
  );
}

const program = prepare();
if (!officeOnly && !publicOnly) await publicPages();
if (!officeOnly) await publicTimes(program, env, publishedCases, quick, report);
if (!publicOnly) {
  await officeTimes(program, env, officeCases, quick, report);
  await consoleTimes(program, env, officeCases, report);
}
writeResults();

async function publicPages(): Promise<void> {
  plantPublic();
  const portal = await startSubject(program, env);
  await cachedPage(portal);
  await uncachedList(portal);
  await listTimes(portal);
  await submissions(portal);
  await trackingTimes(portal);
  const { rss } = await portal.usage();
  report("server memory after all of this", `${Math.round(rss / 1e6)} MB`, "< 250 MB", rss < 250e6);
  await portal.stop();
}
