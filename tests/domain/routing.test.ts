import { describe, expect, test } from "vitest";
import { documentKey } from "../../app/domain/legal-wording.ts";
import { readReferences } from "../../app/domain/legal-reference.ts";
import { type Conditions, decide, holds, type RouteFacts } from "../../app/domain/routing.ts";
import { foldText } from "../../app/domain/text.ts";

const [cited] = readReferences("khoản 2 Điều 5 Nghị định 13/2023/NĐ-CP");
const facts: RouteFacts = {
  kind: "barrier",
  field: "finance",
  bottleneck: null,
  provinceCode: "01",
  communeCode: "00004",
  reporterType: "business",
  level: "normal",
  text: foldText("Thủ tục hải quan điện tử báo lỗi"),
  provisions: [{ documentKey: documentKey(cited?.document ?? null), article: "5" }],
};

describe("a condition", () => {
  test.each<[Conditions, boolean]>([
    [{ kind: ["barrier"] }, true],
    [{ kind: ["feedback", "barrier"] }, true],
    [{ kind: ["feedback"] }, false],
    [{ field: ["finance"] }, true],
    [{ bottleneck: ["bottleneck.data"] }, false],
    [{ province: ["01"], commune: ["00004"] }, true],
    [{ province: ["79"] }, false],
    [{ words: ["HẢI QUAN"] }, true],
    [{ words: ["hai  quan"] }, true],
    [{ words: ["quan hải"] }, false],
    [{ words: ["quan hải", "báo lỗi"] }, true],
    [{ words: ["ải qua"] }, false],
    [{ words: ["!"] }, false],
    [{ provision: ["Nghị định 13/2023/NĐ-CP"] }, true],
    [{ provision: ["Điều 5 NĐ 13/2023"] }, true],
    [{ provision: ["Nghị định 14/2023/NĐ-CP"] }, false],
    [{ provision: ["Điều 5 Nghị định số 13/2023/NĐ-CP"] }, true],
    [{ provision: ["Điều 6 Nghị định 13/2023/NĐ-CP"] }, false],
    [{ reporterType: ["business"], level: ["normal"] }, true],
    [{ level: ["urgent"] }, false],
    [{ kind: ["barrier"], field: ["data"] }, false],
    [{ kind: [] }, false],
    [{}, false],
  ])("%j", (conditions, expected) => {
    expect(holds(conditions, facts)).toBe(expected);
  });
});

test("the first rule that holds decides, and none is none", () => {
  const rules = [
    { id: 1, conditions: { field: ["data"] } },
    { id: 2, conditions: { kind: ["barrier"] } },
    { id: 3, conditions: { field: ["finance"] } },
  ] as const;
  expect(decide(rules, facts)?.id).toBe(2);
  expect(decide(rules.toReversed(), facts)?.id).toBe(3);
  expect(decide(rules.slice(0, 1), facts)).toBeNull();
});
