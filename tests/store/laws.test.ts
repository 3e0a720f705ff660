import { afterAll, expect, test } from "vitest";
import { saveLaw, saveLawInput } from "../../app/commands/save-law.ts";
import { checkInput } from "../../app/domain/check-input.ts";
import { lawStanding } from "../../app/domain/law-validity.ts";
import { readReferences } from "../../app/domain/legal-reference.ts";
import { documentKey } from "../../app/domain/legal-wording.ts";
import { citationsOf } from "../../db/citations.ts";
import { lawStream, listEvents } from "../../db/events.ts";
import { findLaws, knownLaws, listLaws, listLawsPage } from "../../db/laws.ts";
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

test("an administrator adds a document and ends one; letters are checked against it at once, and its history stays", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const titles = { titleVi: "Nghị định thử nghiệm", titleEn: "Test decree" };
  const save = (typed: Record<string, string>, actor = admin) =>
    world.run(saveLaw, actor, saveLawInput.parse({ ...titles, validFrom: "2026-10-01", ...typed }));
  await expect(save({ document: "Nghị định 999/2026/NĐ-CP" }, await world.staff("triage"))).rejects.toMatchObject({
    code: "not-found",
  });
  const added = await save({ document: "nghị định số 999/2026/nđ-cp" });
  expect(added).toMatchObject({ key: "999/2026/nd-cp", type: "decree", symbol: "NĐ-CP", validTo: null, version: 1 });
  const named = await save({ document: "Luật Thử nghiệm số 998/2026/QH16" });
  const read998 = readReferences("Điều 3 Luật Thử nghiệm").flatMap(({ document }) => document ?? []);
  expect([...(await knownLaws(world.store.read, read998)).values()].map(({ key }) => key)).toEqual([named.key]);

  const change = { key: added.key, version: "1", validTo: "2026-10-04", replacedBy: "Luật 998/2026/QH16" };
  const ended = await save(change);
  expect(ended).toMatchObject({ validTo: "2026-10-04", replacedBy: named.key, version: 2 });
  await expect(save(change)).rejects.toMatchObject({ code: "stale" });
  const [citation] = await citationsOf(world.store.read, ["Theo Nghị định 999/2026/NĐ-CP."], "2026-10-05");
  expect(citation).toMatchObject({ standing: "ended", successorVi: "Luật Thử nghiệm số 998/2026/QH16" });
  const events = await listEvents(world.store.read, lawStream(added.key));
  expect(events.map(({ type, data }) => [type, data.validTo])).toEqual([
    ["law-add", null],
    ["law-change", "2026-10-04"],
  ]);
});

test.each([
  [{ document: "một văn bản nào đó" }, { document: "unread" }],
  [{ document: "Luật Đất đai" }, { document: "unread" }],
  [{ document: "Nghị định 1/2026/NĐ-CP; Nghị định 2/2026/NĐ-CP" }, { document: "unread" }],
  [{ document: "91/2026/QH16" }, { document: "untyped" }],
  [{ document: "Nghị định 356/2025/NĐ-CP" }, { document: "taken" }],
  [{ document: "Nghị định 1/2026/NĐ-CP", validTo: "2026-09-30" }, { validTo: "before" }],
  [{ document: "Nghị định 1/2026/NĐ-CP", replacedBy: "Nghị định 356/2025/NĐ-CP" }, { validTo: "needed" }],
  [
    { document: "Nghị định 1/2026/NĐ-CP", validTo: "2027-01-01", replacedBy: "Nghị định 2/2027/NĐ-CP" },
    { replacedBy: "unknown" },
  ],
  [
    { document: "Nghị định 1/2026/NĐ-CP", validTo: "2027-01-01", replacedBy: "Nghị định 1/2026/NĐ-CP" },
    { replacedBy: "itself" },
  ],
])("%j is refused beside its field", async (typed, errors) => {
  const { run, staff } = await readOnly;
  const titles = { titleVi: "Nghị định thử nghiệm", titleEn: "Test decree" };
  const input = saveLawInput.parse({ ...titles, validFrom: "2026-10-01", ...typed });
  await expect(run(saveLaw, await staff("admin"), input)).rejects.toMatchObject({ errors });
});

test("a missing document is told together with what else is missing, in the order of the form", () => {
  const checked = checkInput(saveLawInput, { document: "", titleVi: "", titleEn: "Test decree", validFrom: "" });
  expect(checked.ok ? [] : Object.entries(checked.errors)).toEqual([
    ["document", "empty"],
    ["titleVi", "empty"],
    ["validFrom", "empty"],
  ]);
  const known = { key: "356/2025/nd-cp", titleVi: "Nghị định", titleEn: "A decree", validFrom: "2026-01-01" };
  expect(checkInput(saveLawInput, known).ok).toBe(true);
});

test("the list is read page by page, the latest to come into force first", async () => {
  const { store } = await readOnly;
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listLawsPage>> = await listLawsPage(store.read, cursor, 7);
    seen.push(...page.items.map(({ key }) => key));
    cursor = page.nextCursor;
  } while (cursor !== null);
  const all = (await listLaws(store.read)).map(({ key }) => key);
  expect(seen).toHaveLength(all.length);
  expect([...seen].sort()).toEqual([...all].sort());
});
