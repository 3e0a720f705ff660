import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { evaluate, madeCases, reportOf } from "../../bench/suggest/evaluate.ts";
import { ASKED_KEYS, caseKeys } from "../../app/domain/case-keys.ts";
import { noWeights } from "../../app/domain/similarity.ts";
import { isTakenUp, suggest, type Vote } from "../../app/domain/suggestion.ts";

const evaluation = evaluate(madeCases());

test("docs/suggestions.md has the figures of the made set", () => {
  const documented = readFileSync(new URL("../../docs/suggestions.md", import.meta.url), "utf8");
  expect(documented).toContain(reportOf(evaluation));
});

test("suggestions name what cases were given far more often than the commonest does", () => {
  for (const { top1, top3, commonest1, commonest3 } of evaluation.accuracy) {
    expect(top1).toBeGreaterThan(2 * commonest1);
    expect(top3).toBeGreaterThan(commonest3 + 0.15);
  }
});

test("no two letters of the made set are the same, and no agency is told by its name", () => {
  const cases = madeCases();
  expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
  expect(cases.filter(({ text }) => /Bộ (Y tế|Công an|Tài chính|Xây dựng|Nội vụ|Tư pháp)/.test(text))).toEqual([]);
});

const asked = { kind: "feedback", field: null, localAgencyId: 7 } as const;
const vote = (caseId: number, more: Partial<Vote>): Vote => ({
  caseId,
  kind: "feedback",
  agencyId: 1,
  localAgency: false,
  field: "data",
  bottleneck: null,
  level: "normal",
  shared: [],
  ...more,
});

test("a case that is nearly the same outweighs several that share a word", () => {
  const keys = caseKeys("Đèn đường thông minh tắt tối om", [], noWeights);
  const few = { agencyId: 2, shared: keys.slice(0, 2) };
  const votes = [vote(1, { shared: keys }), vote(2, few), vote(3, few), vote(4, few)];
  const { agency } = suggest({ ...asked, keys }, votes);
  expect(agency.map(({ value, cases, nearest }) => [value, cases, nearest])).toEqual([
    [1, 1, [1]],
    [2, 3, [4, 3, 2]],
  ]);
  expect(agency[0]?.words).toContain("đèn đường");
});

test("an agency of the place speaks for the one of the asked place, and for none where no place is known", () => {
  const keys = caseKeys("Đèn đường thông minh tắt tối om", [], noWeights);
  const votes = [vote(1, { localAgency: true, shared: keys })];
  expect(suggest({ ...asked, keys }, votes).agency.map(({ value }) => value)).toEqual([7]);
  expect(suggest({ ...asked, localAgencyId: null, keys }, votes).agency).toEqual([]);
});

test("keys are few, the same with and without accents, and a cited document is one of them", () => {
  const text = "Phần mềm một cửa báo lỗi khi nộp hồ sơ đất đai. ".repeat(200);
  expect(caseKeys(text, [], noWeights).length).toBeLessThanOrEqual(ASKED_KEYS);
  const numbers = (typed: string) => caseKeys(typed, [], noWeights).map(({ key }) => key);
  expect(numbers("Dang nhap VNeID bi loi")).toEqual(numbers("Đăng nhập VNeID bị lỗi"));
  const [cited] = caseKeys("Khó hiểu", ["31/2024/qh15"], noWeights);
  expect(cited?.words).toBe("31/2024/qh15");
});

test("a case votes while an agency has it, and not before or after", () => {
  expect(isTakenUp({ status: "waiting", resumeStatus: "in_progress" })).toBe(true);
  expect(isTakenUp({ status: "waiting", resumeStatus: "submitted" })).toBe(false);
  expect(
    (["submitted", "assigned", "merged"] as const).map((status) => isTakenUp({ status, resumeStatus: null })),
  ).toEqual([false, false, false]);
});
