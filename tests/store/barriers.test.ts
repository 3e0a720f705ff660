import { expect, test } from "vitest";
import { referenceWording } from "../../app/domain/legal-wording.ts";
import { findBurden, listCasesOnDocument, listProvisions } from "../../db/barriers.ts";
import { openWorld, thePublic, theSystem, type World } from "./world.ts";

const wordings = async (world: World, id: number) =>
  (await listProvisions(world.store.read, id)).map((one) => referenceWording(one, "vi"));

test("a barrier's provisions and costs are stored as rows and numbers, its words as they were sent", async () => {
  await using world = await openWorld();
  const { id, code } = await world.submit("barrier", {
    answers: {
      legalDocument: "",
      legalProvision: "",
      provisions: "khoản 1, 2 Điều 5 NĐ 13/2023\nQuy chế nội bộ của khu công nghiệp",
      hoursPerYear: "60 ngày",
      moneyPerYear: "1,5 tỷ",
      timesPerYear: "hằng tháng",
      affectedCount: "",
      sector: "VSIC-C",
    },
  });
  expect(await wordings(world, id)).toEqual([
    "khoản 1 Điều 5 Nghị định 13/2023/NĐ-CP",
    "khoản 2 Điều 5 Nghị định 13/2023/NĐ-CP",
    "Quy chế nội bộ của khu công nghiệp",
  ]);
  expect(await findBurden(world.store.read, id)).toEqual({
    caseId: id,
    obstacleClass: "206-2025.1",
    sector: "VSIC-C",
    minutesPerYear: 28_800,
    moneyPerYear: 1_500_000_000,
    timesPerYear: 12,
    affectedCount: null,
  });
  const { details } = await world.find(code);
  expect(details).toMatchObject({
    legalDocument: "Nghị định 13/2023/NĐ-CP",
    hoursPerYear: "480",
    moneyPerYear: "1500000000",
    timesPerYear: "12",
  });
});

test("a barrier as programs sent it before keeps its words and gets its rows", async () => {
  await using world = await openWorld();
  const { id, code } = await world.submit("barrier");
  expect(await wordings(world, id)).toEqual(["khoản 2 Điều 5 Thông tư 10/2025/TT-BKHCN"]);
  const { details } = await world.find(code);
  expect(details).toMatchObject({ legalDocument: "Thông tư 10/2025/TT-BKHCN", legalProvision: "Điều 5 khoản 2" });
});

test("other kinds leave no such rows", async () => {
  await using world = await openWorld();
  const { id } = await world.submit("feedback");
  expect([await wordings(world, id), await findBurden(world.store.read, id)]).toEqual([[], null]);
});

test("the cases on one document are listed page by page, to those who may see them", async () => {
  await using world = await openWorld();
  const spellings = ["Nghị định 13/2023/NĐ-CP", "đ5 NĐ 13/2023; đ7 NĐ 13/2023", "Decree No. 13/2023/ND-CP"];
  const codes: string[] = [];
  for (const provisions of spellings) {
    const answers = { legalDocument: "", legalProvision: "", provisions };
    codes.push((await world.submit("barrier", { answers })).code);
  }
  await world.submit("barrier");
  const { read } = world.store;
  const first = await listCasesOnDocument(read, theSystem, "13/2023/nd-cp", null, 2);
  const rest = await listCasesOnDocument(read, theSystem, "13/2023/nd-cp", first.at(-1)?.id ?? null, 2);
  expect([...first, ...rest].map((row) => row.code)).toEqual(codes.toReversed());
  expect(await listCasesOnDocument(read, await world.staff("officer"), "13/2023/nd-cp")).toEqual([]);
  expect(await listCasesOnDocument(read, thePublic, "13/2023/nd-cp")).toEqual([]);
});

test("a sector that is not in force is refused beside its field", async () => {
  await using world = await openWorld();
  await expect(world.submit("barrier", { answers: { sector: "VSIC-Z" } })).rejects.toMatchObject({
    errors: { sector: "wrong" },
  });
});
