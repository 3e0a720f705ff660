import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { percentWords } from "../../app/components/percent-words.ts";
import { languages } from "../../app/domain/case-kind.ts";
import { getI18n } from "../../app/i18n.ts";

const folder = (lang: string) => new URL(`../../locales/${lang}/`, import.meta.url);

test.each(languages)("in %s a share is written by one rule, whether its number is given or fixed", (lang) => {
  const words = readdirSync(folder(lang)).map((name) => readFileSync(new URL(name, folder(lang)), "utf8"));
  // A given number is `{{share, percent}}`; a fixed one has its sign beside it.
  expect(words.join("\n").match(/.*(?:[}\s]%).*/g)).toBeNull();
  const t = getI18n(lang).getFixedT(lang);
  for (const percent of [0, 40, 100]) {
    expect(percentWords(percent, lang)).toBe(`${percent}%`);
    expect(t("figures:share.is", { percent })).toBe(`${percent}%`);
  }
  expect(t("initiative:authors.lead", { share: 70 })).toContain("70%");
});
