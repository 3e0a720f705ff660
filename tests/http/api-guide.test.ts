import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { operations } from "../../app/http/api-operations.ts";
import { problems } from "../../app/http/api-problem.ts";
import { caseworkNames } from "../../app/http/casework.ts";

const guide = readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8");

test("the guide's calls exist", () => {
  const called = [...guide.matchAll(/\$API(\/[\w/$-]*)/g)].map(
    ([, path = ""]) => `/api/v1${path.replace(/\$([A-Z]+)/g, (_all, name: string) => `{${name.toLowerCase()}}`)}`,
  );
  expect(called.length).toBeGreaterThan(10);
  for (const path of called) expect(operations.map((operation) => operation.path)).toContain(path);
});

test("the guide tells every problem with its status, and every command", () => {
  const told = [...guide.matchAll(/\| (\d{3}) \| `\/problems\/([\w-]+)`/g)].map(([, status, code]) => [
    code,
    Number(status),
  ]);
  expect(Object.fromEntries(told)).toEqual(problems);
  const commands = /Commands: `([^`]+)`/.exec(guide)?.[1]?.split(", ") ?? [];
  expect(commands.toSorted()).toEqual([...caseworkNames].sort());
});
