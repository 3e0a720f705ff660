import { expect, test } from "vitest";
import { readDay, typedDay } from "../../app/domain/day.ts";
import { listAddress, readFilters } from "../../app/http/published-filters.ts";
import { noChoices } from "../../app/components/choices.ts";
import type { ReferenceLists } from "../../app/http/reference-lists.ts";

const named = { nameVi: "Tên", nameEn: "Name", validFrom: "0001-01-01", validTo: null };
const term = (code: string) => ({ ...named, vocabulary: "field", code, position: 1, basis: "" });
const province = (code: string) => ({ ...named, code, kind: "city", fullNameVi: "Tên", fullNameEn: "Name" });
const lists: ReferenceLists = {
  provinces: [province("01")],
  terms: {
    field: [term("data")],
    bottleneck: [term("bottleneck.data")],
    technology: [],
    obstacle_class: [],
    sector: [],
  },
  agencies: new Map(),
  choices: { vi: noChoices, en: noChoices },
};
const commune = { ...named, code: "00070", provinceCode: "01", kind: "ward" };
const read = (query: string) =>
  readFilters(new URLSearchParams(query), lists, async (code) => (code === commune.code ? commune : null));

test("known values filter the list", async () => {
  const { filter, unknown } = await read(
    "q=Đường+dây&kind=feedback&status=answered&province=01&field=data&from=5/11/2026",
  );
  expect(filter).toMatchObject({
    words: ["duong", "day"],
    kind: "feedback",
    status: "answered",
    provinceCode: "01",
    field: "data",
    from: "2026-11-05",
  });
  expect(unknown).toEqual([]);
  const more = "commune=00070&bottleneck=bottleneck.data&technology=&outcome=solved&level=3&solved=no";
  expect((await read(more)).filter).toMatchObject({
    communeCode: "00070",
    bottleneck: "bottleneck.data",
    technology: null,
    outcome: "solved",
    level: 3,
    solved: false,
  });
});

test("a value that nobody knows is left out and named", async () => {
  const { filter, active, unknown } = await read(
    "level=5&solved=maybe&outcome=x&technology=x&commune=99999&kind=rumour&province=99&status=declined&from=31/02/2026&q=%3F%3F",
  );
  expect(filter).toMatchObject({ kind: null, provinceCode: null, status: null, from: null, words: [] });
  expect(active).toEqual({});
  expect(unknown.toSorted()).toEqual([
    "commune",
    "from",
    "kind",
    "level",
    "outcome",
    "province",
    "q",
    "solved",
    "status",
    "technology",
  ]);
  expect((await read("province=79&commune=00070")).unknown).toEqual(["province"]);
});

test("what was typed and cannot be used stays to be shown in its field, beside what holds", async () => {
  const { active, typed } = await read("kind=feedback&from=31/02/2026&to=5/11/2026&q=%3F%3F&province=99");
  expect(active).toEqual({ kind: "feedback", to: "5/11/2026" });
  expect(typed).toEqual({ ...active, from: "31/02/2026", q: "??" });
});

test("empty filters of a form count as none", async () => {
  expect(await read("q=&kind=&status=&from=")).toMatchObject({ active: {}, unknown: [] });
});

test.each([
  ["2026-11-05", "2026-11-05"],
  ["5/11/2026", "2026-11-05"],
  ["05-11-2026", "2026-11-05"],
  ["5.11.2026", "2026-11-05"],
  ["2026-02-30", null],
  ["hôm qua", null],
])("the day %s is %s", (typed, day) => {
  expect(readDay(typed)).toBe(day);
});

test("a day is shown in a field as people write it", () => {
  expect(typedDay("2026-11-05")).toBe("05/11/2026");
  expect(typedDay("")).toBe("");
});

test("the address of a list holds only the filters in force", () => {
  expect(listAddress("vi", { q: "sóng", kind: "feedback", field: undefined })).toBe(
    "/vi/cases?q=s%C3%B3ng&kind=feedback",
  );
  expect(listAddress("en", {})).toBe("/en/cases");
});
