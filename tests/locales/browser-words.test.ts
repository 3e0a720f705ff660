import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../..");
const read = (name: string): string => readFileSync(path.join(root, name), "utf8");
const files = new Set(readdirSync(path.join(root, "locales/vi")).map((name) => name.replace(".json", "")));

/** The namespaces that office pages load in the browser, out of the pattern in the entry. */
const loaded = /\{([a-z0-9,-]+)\}\.json/.exec(read("app/entry.client.tsx"))?.[1]?.split(",") ?? [];

const sources = ["app/routes/office", "app/components"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);

/** Namespaces that a file names: in `useTranslation(…)` or as `"namespace:key"`. */
function namespacesIn(text: string): string[] {
  const hooks = [...text.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, given = ""]) =>
    [...given.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name),
  );
  const keys = [...text.matchAll(/["'`]([a-z0-9-]+):[a-zA-Z$]/g)].map(([, name = ""]) => name);
  return [...hooks, ...keys.filter((name) => files.has(name))];
}

/** A namespace that the browser lacks makes React throw the server's page away. */
test("the browser loads every namespace that office pages and their parts name", () => {
  const named = new Set(["app/root.tsx", ...sources].flatMap((name) => namespacesIn(read(name))));
  expect(named).toContain("clocks");
  expect([...named].filter((name) => !loaded.includes(name))).toEqual([]);
});

test("the browser loads no namespace without a file or twice", () => {
  expect(loaded.filter((name, at) => !files.has(name) || loaded.indexOf(name) !== at)).toEqual([]);
});
