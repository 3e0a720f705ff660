import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { exportMemory } from "./export.ts";
import { fire, percentile, send } from "./load.ts";
import { multiplyPublications } from "./multiply.ts";
import type { Report } from "./office.ts";
import { type Env, onPostgres } from "./on-postgres.ts";
import { startSubject, type Subject } from "./processes.ts";

const root = path.dirname(import.meta.dirname);
/** How often each seeded publication is there: a code can be turned thirty times. */
const COPIES = 30;
/** Of a hundred seeded cases so many are published. */
const PUBLISHED = 65;
/** Words that many, some and hardly any of the seeded cases hold. */
const searches = ["ho so", "truc tuyen", "ket noi du lieu", "dat dai", "song 5g", "hoa don", "xa", "khongcotunay"];
/** The filters of the list, of which every combination may be asked. */
const names = ["kind", "status", "province", "commune", "agency", "field", "bottleneck", "outcome", "level"] as const;
type Asked = Partial<Record<(typeof names)[number] | "solved" | "from" | "to" | "q" | "cursor", string>>;

/**
 * What readers wait for with many published cases: search, combinations of
 * filters and pages far down, as pages and as feeds, on both databases. Each is
 * the whole answer of the server, none from its cache, one request after the other.
 */
export async function publicTimes(
  program: string,
  env: Env,
  published: number,
  quick: boolean,
  report: Report,
): Promise<void> {
  const folder = path.join(import.meta.dirname, ".data", `public-${published}`);
  mkdirSync(folder, { recursive: true });
  const onSqlite = { ...env, DATA_DIR: folder, DATABASE_URL: `file:${folder}/portal.db` };
  await measure(program, onSqlite, folder, "SQLite", 50, published, quick, report);

  await onPostgres(`cau-noi-bench-public-${published}`, env, (there, data) =>
    measure(program, there, data, "PostgreSQL", 100, published, quick, report),
  );
}

async function measure(
  program: string,
  env: Env,
  folder: string,
  engine: string,
  reach: number,
  published: number,
  quick: boolean,
  report: Report,
): Promise<void> {
  plant(env, folder, published);
  await multiplyOnce(env, folder);
  const portal = await startSubject(program, env);
  const draw = drawer(await sample(portal));
  const count = quick ? 150 : 600;
  const sets: [string, (index: number) => string][] = [
    ["any page", (index) => address("/vi/cases", { cursor: cursorAt(index, count, published) })],
    ["search", (index) => address("/vi/cases", { q: searches[index % searches.length] ?? "" })],
    ["search with filters", (index) => address("/vi/cases", { ...draw(index), q: searches[index % 7] ?? "" })],
    ["any combination of filters", (index) => address("/vi/cases", draw(index))],
    [
      "any page of any combination",
      (index) => address("/en/cases", { ...draw(index), cursor: cursorAt(index, count, published) }),
    ],
    ["feed of any combination", (index) => address("/vi/cases.atom", draw(index))],
  ];
  for (const [name, at] of sets) {
    await fire(portal.port, 20, 1, (index) => ({ path: `${at(index)}&_=w` }));
    const slow: [string, number][] = [];
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const asked = `${at(index)}&_=${index}`;
      const volley = await fire(portal.port, 1, 1, () => ({ path: asked }));
      if (volley.statuses.get(200) !== 1) throw new Error(`${asked} answered ${JSON.stringify([...volley.statuses])}`);
      times.push(...volley.times);
      slow.push([asked, volley.times[0] ?? 0]);
    }
    times.sort((one, other) => one - other);
    const p95 = percentile(times, 0.95);
    report(
      `${name} at ${published.toLocaleString("en")} published cases on ${engine}, p95`,
      `${p95.toFixed(1)} ms (median ${percentile(times, 0.5).toFixed(1)})`,
      `< ${reach} ms`,
      p95 < reach,
    );
    const [worst] = slow.toSorted(([, one], [, other]) => other - one);
    console.log(`    slowest: ${worst?.[0]} ${worst?.[1].toFixed(1)} ms`);
  }
  await exportMemory(portal, published, engine, report);
  await portal.stop();
}

/** Values of some published cases, as they would be asked for. */
async function sample(portal: Subject): Promise<Asked[]> {
  const { body } = await send(portal.port, undefined, { path: "/api/v1/cases?limit=100" });
  const { items } = JSON.parse(body) as { items: Record<string, unknown>[] };
  const value = (given: unknown) => (typeof given === "string" ? given : undefined);
  return items.map((item, index) => ({
    kind: value(item.kind),
    status: value(item.status),
    province: value(item.provinceCode) ?? value((item.province as { code?: unknown } | null)?.code),
    commune: value(item.communeCode) ?? value((item.commune as { code?: unknown } | null)?.code),
    agency: value((item.agency as { code?: unknown } | null)?.code),
    field: value(item.field),
    bottleneck: ["bottleneck.data", "bottleneck.finance", "bottleneck.institutions"][index % 3] ?? "",
    outcome: ["solved", "explained", "not_accepted", "referred"][index % 4] ?? "",
    level: String((index % 4) + 1),
    solved: index % 2 === 0 ? "yes" : "no",
    from: typeof item.receivedOn === "string" ? item.receivedOn : undefined,
  })) as Asked[];
}

/** Draws one to five filters, of one case's values or of several cases', the same ones in every run. */
function drawer(values: readonly Asked[]): (index: number) => Asked {
  if (values.length < 50) throw new Error("too few published cases to draw filters from");
  const drawable = [...names, "solved", "from"] as const;
  return (index) => {
    let state = index * 2_654_435_761 + 12_345;
    const next = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    const [one, other] = [values[next(values.length)], values[next(values.length)]];
    const asked: Asked = {};
    for (let count = 1 + next(5); count > 0; count -= 1) {
      const name = drawable[next(drawable.length)] ?? "kind";
      const value = (next(3) === 0 ? other : one)?.[name];
      if (value) asked[name] = value;
    }
    if (asked.from && next(2) === 0) asked.to = `${asked.from.slice(0, 8)}28`;
    return asked;
  };
}

const cursorAt = (index: number, count: number, published: number): string =>
  Math.floor(published - (published / count) * index).toString(36);

function address(page: string, asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== undefined));
  return `${page}?${query}`;
}

/** Seeds cases once; the mark says that it was finished. */
function plant(env: Env, folder: string, published: number): void {
  if (existsSync(path.join(folder, "seeded"))) return;
  if (env.DATABASE_URL?.startsWith("file:")) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const cases = String(Math.ceil((published / COPIES / PUBLISHED) * 100));
  const seed = ["seed", "--cases", cases, "--seed", "57", "--path", "bulk"];
  execFileSync(process.execPath, [path.join(root, "build/server/index.js"), ...seed], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  writeFileSync(path.join(folder, "seeded"), "");
}

async function multiplyOnce({ DATABASE_URL: url = "" }: Env, folder: string): Promise<void> {
  const mark = path.join(folder, "planted");
  if (existsSync(mark)) return;
  await multiplyPublications(url, COPIES);
  writeFileSync(mark, "");
}
