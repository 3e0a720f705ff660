import type { TFunction } from "i18next";
import { amountIn } from "../domain/barrier.ts";
import { numberWords } from "./answer-words.ts";

/** An amount of a barrier with its unit: `480 giờ mỗi năm`; null when the field holds no amount. */
export function amountWords(t: TFunction<"barrier">, lang: string, name: string, value: string): string | null {
  const amount = amountIn(name, value);
  return amount === null ? null : t(`amount.${name}`, { amount: numberWords(String(amount), lang) });
}
