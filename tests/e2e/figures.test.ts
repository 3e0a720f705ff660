import { afterAll, beforeAll, expect, test } from "vitest";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/** Recomputes every figure of the statistics pages from the published files alone: nothing here comes from `app/`. */
let portal: PortalProcess;

beforeAll(async () => {
  portal = await startPortal({ env: { RATE_LIMITS: "on" } });
  await portal.cli("seed", "--cases", "400", "--seed", "5", "--path", "bulk");
});
afterAll(() => portal.stop());

const text = async (path: string) => (await fetch(`${portal.url}${path}`)).text();

/** The rows of the published files by their first six columns; null where a number is not told. */
async function publishedRows(): Promise<Map<string, number | null>> {
  const rows = new Map<string, number | null>();
  for (const name of ["country", "provinces", "agencies", "fields"]) {
    const [head = "", ...lines] = (await text(`/open-data/figures-${name}.csv`))
      .replace(/^\uFEFF/, "")
      .trim()
      .split(/\r?\n/);
    expect(head).toBe("period,axis,code,measure,by,part,state,count");
    for (const line of lines) {
      const cells = line.split(",");
      rows.set(cells.slice(0, 6).join("|"), cells[7] === "" ? null : Number(cells[7]));
    }
  }
  return rows;
}

interface Shown {
  readonly kind: "figure" | "share";
  readonly of: string;
  readonly words: string;
}

function shownOn(html: string): Shown[] {
  return [...html.matchAll(/<span[^>]*data-(figure|share)="([^"]*)"[^>]*>([^<]*)</g)].map(
    ([, kind, of = "", words = ""]) => ({
      kind: kind === "share" ? "share" : "figure",
      of,
      words,
    }),
  );
}

test("every figure of every statistics page follows from the published files", async () => {
  const rows = await publishedRows();
  const first = await text("/en/statistics");
  // In January the new year has hardly a case yet, and names no agency.
  const years = [...new Set([...first.matchAll(/<option value="(\d{4})"/g)].map(([, year = ""]) => year))];
  const byYear = await Promise.all(years.map((year) => text(`/en/statistics?period=${year}`)));
  const places = [...new Set(byYear.join("").match(/\/en\/statistics\/(agencies|provinces)\/[\w.-]+/g) ?? [])];
  expect(places.length).toBeGreaterThan(34);
  const ofYear = years.flatMap((year) => [`period=${year}-Q3`, `period=${year}&kind=feedback`]);
  const both = `period=${years.at(-1)}-Q3&kind=feedback`;
  const filtered = ["period=nonsense", ...ofYear, "kind=barrier", both];
  const quarters = places.map((place, n) => `${place}?period=${years[n % years.length]}-Q${1 + (n % 4)}`);
  const pages = ["/en/statistics", ...filtered.map((query) => `/en/statistics?${query}`), ...places, ...quarters];
  let told = 0;
  for (const path of pages) {
    for (const { kind, of, words } of shownOn(await text(path))) {
      if (kind === "share") {
        const [part = "", whole = ""] = of.split(" / ");
        const percent = Math.round(((rows.get(part) ?? Number.NaN) * 100) / (rows.get(whole) ?? Number.NaN));
        expect(`${path} ${of} ${words}`).toBe(`${path} ${of} ${percent}%`);
        continue;
      }
      const n = rows.has(of) ? (rows.get(of) ?? null) : ofMissing(rows, of);
      // Days are in no sum: those of too few cases are not told at all.
      const untold = of.includes("|days|") ? /^not told$/ : /^(few|merged)$/;
      const expected = n === null ? untold : new RegExp(`^${n.toLocaleString("en")}$`);
      expect(words, `${path} ${of}`).toMatch(expected);
      told += n === null ? 0 : 1;
    }
  }
  expect(told).toBeGreaterThan(100);
});

/**
 * An agency that is not in a file has none, in no quarter either, unless all
 * that is told of the measure is one sum; of anything else a missing row is not told.
 */
function ofMissing(rows: ReadonlyMap<string, number | null>, of: string): 0 | null {
  const [period, axis, code, measure, by = ""] = of.split("|");
  if (axis !== "agency" || measure === "days" || !["", "quarter"].includes(by)) return null;
  const all = rows.get(`${period}|all||${measure}||`) ?? null;
  const merged = rows.get(`${period}|agency|*|${measure}||`) ?? null;
  return all === null || all === merged || rows.has(`${period}|agency|${code}|${measure}||`) ? null : 0;
}

test("no published count lies between 1 and the threshold", async () => {
  const counts = [...(await publishedRows())].filter(([key]) => !key.includes("|days|percentile|"));
  expect(counts.filter(([, n]) => n !== null && n > 0 && n < 5)).toEqual([]);
});

test("a page that is asked for too often says when to come again", async () => {
  const confirm = (n: number) => fetch(`${portal.url}/en/follow/d-${n}`);
  const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => confirm(n)));
  const refused = answers.filter(({ status }) => status !== 410);
  expect(refused.length).toBeGreaterThan(0);
  for (const { status, headers } of refused) {
    expect([status, headers.get("Cache-Control")]).toEqual([429, "no-store"]);
    expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
  }
});
