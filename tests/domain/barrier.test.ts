import { expect, test } from "vitest";
import { burdenOf, firstDocument, provisionsOf } from "../../app/domain/barrier.ts";
import { checkInput } from "../../app/domain/check-input.ts";
import { stepErrors } from "../../app/domain/form-steps.ts";
import { submissionSchemas } from "../../app/domain/forms.ts";
import { referenceWording } from "../../app/domain/legal-wording.ts";
import { formOf } from "../store/answers.ts";

const said = (details: Record<string, string>) => provisionsOf(details).map((one) => referenceWording(one, "vi"));

test.each<[string, Record<string, string>, string[]]>([
  ["one document", { legalDocument: "Thông tư 10/2025/TT-BKHCN" }, ["Thông tư 10/2025/TT-BKHCN"]],
  [
    "a document and a place",
    { legalDocument: "NĐ 13/2023", legalProvision: "điểm a khoản 2 Điều 12" },
    ["điểm a khoản 2 Điều 12 Nghị định 13/2023/NĐ-CP"],
  ],
  [
    "a document, its places and a list",
    { legalDocument: "NĐ 13/2023", legalProvision: "Điều 5; Điều 7", provisions: "Điều 9\nLuật 59/2020/QH14" },
    [
      "Điều 5 Nghị định 13/2023/NĐ-CP",
      "Điều 7 Nghị định 13/2023/NĐ-CP",
      "Điều 9 Nghị định 13/2023/NĐ-CP",
      "Luật 59/2020/QH14",
    ],
  ],
  ["the same twice", { legalDocument: "NĐ 13/2023", provisions: "Decree 13/2023/ND-CP" }, ["Nghị định 13/2023/NĐ-CP"]],
  ["a list alone", { provisions: "đ5 NĐ 13/2023" }, ["Điều 5 Nghị định 13/2023/NĐ-CP"]],
  [
    "what cannot be read",
    { legalDocument: "Quy định về thiết bị y tế", legalProvision: "Phần phân loại" },
    ["Phần phân loại, Quy định về thiết bị y tế"],
  ],
  ["nothing", {}, []],
])("%s", (_name, details, wordings) => expect(said(details)).toEqual(wordings));

test("what a place says that is not understood is kept beside its document", () => {
  const [one] = provisionsOf({ legalDocument: "NĐ 13/2023", legalProvision: "Phần phụ lục" });
  expect(one).toMatchObject({ document: { number: "13" }, article: null, typed: "Phần phụ lục, NĐ 13/2023" });
});

test("the first document of a list stands where one is asked", () => {
  expect(firstDocument({ provisions: "đ5 NĐ 13/2023\nLuật 59/2020/QH14" })).toBe("Nghị định 13/2023/NĐ-CP");
  expect(firstDocument({ provisions: "thông lệ" })).toBe("thông lệ");
});

test("a list of provisions may stand for the document, and nothing for both", () => {
  const check = (given: Record<string, string>) =>
    checkInput(submissionSchemas.barrier, formOf("barrier", { legalDocument: "", legalProvision: "", ...given }));
  expect(check({ provisions: "Điều 5 NĐ 13/2023" })).toMatchObject({ ok: true });
  expect(check({})).toEqual({ ok: false, errors: { legalDocument: "empty" } });
  expect(stepErrors("barrier", "content", formOf("barrier", { legalDocument: "" }), "2026-10-05")).toEqual({
    legalDocument: "empty",
  });
  const many = Array.from({ length: 11 }, (_, n) => `Điều ${n + 1} NĐ 13/2023`).join("\n");
  expect(check({ provisions: many })).toEqual({ ok: false, errors: { provisions: "too-many" } });
});

test("amounts are kept as plain numbers, and wrong ones are named beside their field", () => {
  const typed = {
    hoursPerYear: "60 ngày",
    moneyPerYear: "1,5 tỷ",
    timesPerYear: "hằng tháng",
    affectedCount: "1.200 hộ",
  };
  const checked = checkInput<Record<string, unknown>>(submissionSchemas.barrier, formOf("barrier", typed));
  const plain = { hoursPerYear: "480", moneyPerYear: "1500000000", timesPerYear: "12", affectedCount: "1200" };
  expect(checked).toMatchObject({ ok: true, value: plain });
  const burden = { minutesPerYear: 28_800, moneyPerYear: 1_500_000_000, timesPerYear: 12, affectedCount: 1_200 };
  expect([burdenOf(typed), burdenOf(plain)]).toEqual([burden, burden]);
  const wrong = { hoursPerYear: "lâu", moneyPerYear: "nhiều tiền", timesPerYear: "10-20", affectedCount: "vô số" };
  expect(checkInput(submissionSchemas.barrier, formOf("barrier", wrong))).toEqual({
    ok: false,
    errors: { hoursPerYear: "wrong", moneyPerYear: "wrong", timesPerYear: "wrong", affectedCount: "wrong" },
  });
});
