import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  learnWeights,
  likeness,
  meaningOf,
  noWeights,
  type Place,
  placeNearness,
  SIMILAR,
  textLikeness,
  weightOf,
} from "../../app/domain/similarity.ts";
import { evaluate, reportOf } from "../../bench/similar/evaluate.ts";
import { matters, pairs } from "../../bench/similar/pairs.ts";

const hanoi: Place = { provinceCode: "01", communeCode: "00070" };
const wholeHanoi: Place = { provinceCode: "01", communeCode: null };
const nextDoor: Place = { provinceCode: "01", communeCode: "00103" };
const saigon: Place = { provinceCode: "79", communeCode: "26740" };
const nowhere: Place = { provinceCode: null, communeCode: null };

const signal = "Thôn vùng cao chưa có sóng điện thoại di động, đề nghị lắp trạm phát sóng.";
const scoreOf = (one: string, other: string) => textLikeness(meaningOf(one), meaningOf(other)).score;

describe("texts", () => {
  test("are the same with and without accents, in capitals and in both spellings of a tone", () => {
    const plain = "Thon vung cao chua co song dien thoai di dong, de nghi lap tram phat song.";
    expect(scoreOf(signal, plain)).toBe(scoreOf(signal, signal));
    expect(scoreOf(signal, signal.toUpperCase())).toBe(scoreOf(signal, signal));
    expect(scoreOf("hoà bình thủy lợi", "hòa bình thuỷ lợi")).toBe(scoreOf("hoà bình thủy lợi", "hoà bình thủy lợi"));
  });

  test("that share short forms and other words for the same thing are nearer than those that do not", () => {
    expect(scoreOf("Lỗi hệ thống DVC khi đổi GPLX", "Lỗi dịch vụ công khi đổi")).toBeGreaterThan(
      scoreOf("Lỗi hệ thống XYZ khi đổi GPLX", "Lỗi dịch vụ công khi đổi"),
    );
    expect(scoreOf("cúp điện ở thôn", "mất điện ở thôn")).toBe(scoreOf("mất điện ở thôn", "mất điện ở thôn"));
  });

  test("without a word that says anything are like nothing", () => {
    for (const text of ["", "và của cho", "12 345", "the and of", "!!!"]) {
      expect(scoreOf(text, text)).toBe(0);
      expect(scoreOf(text, signal)).toBe(0);
    }
  });

  test("say why they are alike, the heaviest words first", () => {
    const { shared } = textLikeness(meaningOf(signal), meaningOf("Bản tôi không có trạm phát sóng nào."));
    expect(shared).toContain("phat song");
    expect(shared.length).toBeLessThanOrEqual(6);
  });
});

test("a word of many texts counts less than a rare one, and only once enough texts are known", () => {
  const texts = Array.from({ length: 120 }, (_, at) => (at < 90 ? "khu công nghiệp" : `độ mặn ${at}`));
  const weights = learnWeights(texts);
  expect(weightOf("nghiep", weights)).toBeLessThan(weightOf("man", weights));
  expect(weightOf("nghiep", learnWeights(texts.slice(0, 50)))).toBe(weightOf("nghiep", noWeights));
  expect(weightOf("cua", weights)).toBe(0);
  expect(weightOf("2026", weights)).toBe(0);
});

test("places are near by commune and province, and unknown without one", () => {
  expect(placeNearness(hanoi, hanoi)).toBe("same-commune");
  expect(placeNearness(hanoi, wholeHanoi)).toBe("same-province");
  expect(placeNearness(hanoi, nextDoor)).toBe("other-commune");
  expect(placeNearness(hanoi, saigon)).toBe("other-province");
  expect(placeNearness(hanoi, nowhere)).toBe("unknown");
});

test("the same words about another province are not similar, unless they are about a rule", () => {
  const meaning = meaningOf(signal);
  const from = (kind: "feedback" | "barrier", place: Place) =>
    likeness({ meaning, place: hanoi, kind }, { meaning, place }).score;
  expect(from("feedback", hanoi)).toBe(1);
  expect(from("feedback", nowhere)).toBeGreaterThan(from("feedback", nextDoor));
  expect(from("feedback", saigon)).toBeLessThan(SIMILAR);
  expect(from("barrier", saigon)).toBe(from("barrier", nowhere));
});

describe("the evaluation", () => {
  test("has at least 150 true and 300 false pairs, of texts that all differ", () => {
    const { truePairs, falsePairs } = evaluate();
    expect(truePairs).toBeGreaterThanOrEqual(150);
    expect(falsePairs).toBeGreaterThanOrEqual(300);
    expect(pairs).toHaveLength(truePairs + falsePairs + 8);
    const texts = matters.flatMap((matter) => [...matter.vi, ...(matter.en ?? [])]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test("stands in the documentation as the command prints it", () => {
    const documented = readFileSync(new URL("../../docs/similar.md", import.meta.url), "utf8");
    expect(documented).toContain(`\`\`\`text\n${reportOf(evaluate())}\n\`\`\``);
  });

  test("shows more right than wrong at the threshold", () => {
    const { atThreshold } = evaluate();
    expect(atThreshold.threshold).toBe(SIMILAR);
    expect(atThreshold.precision).toBeGreaterThan(0.9);
    expect(atThreshold.recall).toBeGreaterThan(0.8);
  });
});
