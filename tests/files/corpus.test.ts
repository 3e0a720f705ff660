import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFolder } from "./bench.ts";
import { corpus } from "./corpus.ts";

const cases = await corpus();
const titled = cases.map(
  (one, index) => [`${one.title} (${one.name.slice(0, 40)})`, fileOf(index), one.verdict] as const,
);

let ran: { verdicts: Record<string, string>; grew: number };
const room = await openFolder();

beforeAll(async () => {
  const folder = path.join(room.folder, "corpus");
  await mkdir(folder);
  for (const [index, one] of cases.entries()) await writeFile(path.join(folder, fileOf(index)), await one.bytes());
  const names = Object.fromEntries(cases.map(({ name }, index) => [fileOf(index), name]));
  await writeFile(path.join(folder, "names.json"), JSON.stringify(names));
  const server = path.join(import.meta.dirname, "run-corpus.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [server, folder, path.join(room.folder, "store")]);
  ran = JSON.parse(stdout) as typeof ran;
}, 1_200_000);

afterAll(() => room[Symbol.asyncDispose]());

test("there are at least 200 hostile files, each different", () => {
  expect(cases.filter(({ verdict }) => verdict !== "ready").length).toBeGreaterThanOrEqual(200);
  expect(new Set(titled.map(([title]) => title)).size).toBe(cases.length);
});

test.each(titled)("%s", (_, file, verdict) => {
  expect(ran.verdicts[file]).toBe(verdict);
});

test("the process that checks them grows by less than 150 MB", () => {
  expect(ran.grew).toBeGreaterThan(0);
  expect(ran.grew).toBeLessThan(150 * 1024 * 1024);
});

test("nothing but sealed pieces is left behind, in the store alone", async () => {
  expect((await readdir(room.folder)).sort()).toEqual(["corpus", "store"]);
  for (const entry of await readdir(path.join(room.folder, "store"), { recursive: true, withFileTypes: true })) {
    expect(entry.name).toMatch(/^(\.unfinished|[0-9a-f]{2}|[0-9a-f]{32}|original|clean|\d{4})$/);
  }
});

function fileOf(index: number): string {
  return `${String(index).padStart(4, "0")}.bin`;
}
