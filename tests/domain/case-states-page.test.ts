import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { caseStatesPage } from "../../docs/case-states-page.ts";

test("docs/case-states.md is what the tables say; `npm run docs` writes it anew", () => {
  const written = readFileSync(path.join(import.meta.dirname, "../../docs/case-states.md"), "utf8");
  expect(written).toBe(caseStatesPage());
});
