import { afterAll, expect, test } from "vitest";
import { lawStanding } from "../../app/domain/law-validity.ts";
import { readReferences } from "../../app/domain/legal-reference.ts";
import { documentKey } from "../../app/domain/legal-wording.ts";
import { findLaws, knownLaws, listLaws } from "../../db/laws.ts";
import { openWorld } from "./world.ts";

const readOnly = openWorld();
afterAll(async () => (await readOnly).close());

const read = (typed: string) => readReferences(typed).flatMap(({ document }) => document ?? []);

test("what took the place of an ended document is in the list too", async () => {
  const { store } = await readOnly;
  const laws = await listLaws(store.read);
  const successors = laws.flatMap(({ replacedBy }) => replacedBy ?? []);
  expect(successors.length).toBeGreaterThan(8);
  expect([...(await findLaws(store.read, successors)).keys()].sort()).toEqual([...new Set(successors)].sort());
  expect(laws.filter(({ validTo, replacedBy }) => replacedBy !== null && validTo === null)).toEqual([]);
});

test.each([
  ["khoản 2 Điều 12 Nghị định 13/2023/NĐ-CP", "13/2023/nd-cp", "ended", "356/2025/nd-cp"],
  ["Article 5 of Decree 356/2025/NĐ-CP", "356/2025/nd-cp", "in-force", null],
  ["Điều 20 Luật Đất đai", "31/2024/qh15", "in-force", null],
  ["Luật Đất đai 2013", "45/2013/qh13", "ended", "31/2024/qh15"],
  ["Luật Tố cáo", "25/2018/qh14", "in-force", null],
])("%s is known as %s, %s", async (typed, key, standing, replacedBy) => {
  const { store } = await readOnly;
  const documents = read(typed);
  const known = await knownLaws(store.read, documents);
  const law = known.get(documentKey(documents[0] ?? null));
  expect(law && { key: law.key, standing: lawStanding(law, "2026-11-22"), replacedBy: law.replacedBy }).toEqual({
    key,
    standing,
    replacedBy,
  });
});

test("a document has its first and its last day", () => {
  const law = { validFrom: "2026-01-01", validTo: "2026-06-30" };
  expect(["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"].map((day) => lawStanding(law, day))).toEqual([
    "coming",
    "in-force",
    "in-force",
    "ended",
  ]);
});
