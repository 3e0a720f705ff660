import type { TFunction } from "i18next";
import { readMoney } from "../domain/amount.ts";
import type { Control } from "../domain/form-control.ts";
import { readQuantity } from "../domain/quantity.ts";

/** A stored number (`1234.5`) as the language writes it; anything else as it is. */
export function numberWords(value: string, lang: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
  return new Intl.NumberFormat(lang === "en" ? "en-GB" : "vi-VN", { maximumFractionDigits: 6 }).format(Number(value));
}

/** An answer that was chosen or is a number, in our words; null when it is the writer's own text or a term. */
export function wordsOfAnswer(
  t: TFunction<"forms">,
  lang: string,
  name: string,
  control: Control | undefined,
  value: string,
): string | null {
  switch (control?.control) {
    case "choice":
      return t(`options.${name}.${value}`, { defaultValue: value });
    case "tick":
      return t(`ticked.${value}`, { defaultValue: value });
    case "number":
      return countedWords(t, lang, control.unit === "dong", value);
    default:
      return null;
  }
}

/** A number however it was typed: what it was understood as, or what was typed when it was not. */
function countedWords(t: TFunction<"forms">, lang: string, money: boolean, value: string): string {
  const amount = money ? readMoney(value) : readQuantity(value);
  if (amount === null) return value;
  const words = numberWords(String(amount), lang);
  return money ? t("dong", { amount: words }) : words;
}
