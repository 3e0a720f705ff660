import { useTranslation } from "react-i18next";
import type { ToldValue } from "../../components/told-number.tsx";
import type { CountryFigures } from "../../http/statistics.ts";

export interface Part {
  figures: CountryFigures;
  names: { readonly province: Names; readonly field: Names; readonly agency: Names };
  /** The year, quarter or kind that was asked for, in words. */
  scope: string;
  lang: string;
}
type Names = Readonly<Record<string, string>>;

/** What stands at a bar: the number, or why there is none. */
export function useWords() {
  const { t, i18n } = useTranslation("figures");
  return ({ n, state }: ToldValue) =>
    n === null ? t(`state.${state === "few" ? "few" : "merged"}`) : n.toLocaleString(i18n.language);
}

export function useNameOf(names: Names) {
  const { t } = useTranslation("figures");
  return (code: string) => (code === "*" ? t("code.merged") : code === "none" ? t("code.none") : (names[code] ?? code));
}

/** The named row with the largest number. */
export function largest<T extends { code: string; received: ToldValue }>(rows: readonly T[]): T | undefined {
  return rows
    .filter(({ code, received }) => code !== "*" && code !== "none" && (received.n ?? 0) > 0)
    .toSorted((one, other) => (other.received.n ?? 0) - (one.received.n ?? 0))[0];
}
