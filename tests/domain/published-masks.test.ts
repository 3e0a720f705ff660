import { expect, test } from "vitest";
import { publishedMasks } from "../../app/domain/published-masks.ts";

const personal = ["personal-data"] as const;
const secret = ["trade-secret"] as const;
const outcome = { kind: "explained", legalBasis: "Luật Đất đai" } as const;
const none = { answerVi: null, answerEn: null, outcomeVi: null, outcomeEn: null };

test("the reasons of each text in its own language, those of the outcome by field", () => {
  const masks = {
    titleEn: personal,
    questionEn: secret,
    // A case asked in English is answered in Vietnamese; what a translation says is the same masks once more.
    questionVi: personal,
    answerVi: personal,
    "outcomeVi.legalBasis": secret,
    "outcomeEn.legalBasis": personal,
  };
  const answered = { ...none, answerVi: "Trả lời", answerEn: "Answer", outcomeVi: outcome, outcomeEn: outcome };
  expect(publishedMasks({ ...answered, lang: "en", masks })).toEqual({
    title: personal,
    question: secret,
    answer: personal,
    outcome: { legalBasis: secret },
  });
  expect(publishedMasks({ ...none, answerEn: "Answer", lang: "vi", masks })).toEqual({
    title: null,
    question: personal,
    answer: null,
    outcome: { legalBasis: personal },
  });
});

test("a case of which nothing is masked has no reasons", () => {
  expect(publishedMasks({ ...none, lang: "vi", masks: null })).toEqual({
    title: null,
    question: null,
    answer: null,
    outcome: {},
  });
});
