import type { i18n as I18n } from "i18next";
import type { Choices } from "../../components/choices.ts";
import { dateWords } from "../../components/date-words.ts";
import type { Option } from "../../components/field.tsx";
import { kinds } from "../../domain/case-kind.ts";
import { readDay } from "../../domain/day.ts";
import { outcomeKinds } from "../../domain/outcome.ts";
import {
  type ActiveFilters,
  type FilterName,
  filterNames,
  levels,
  publicStatuses,
  solvedAnswers,
} from "../../http/published-filters.ts";

/** What can be chosen for each filter. `communes` are those of the province that is chosen. */
export function filterOptions(
  i18n: I18n,
  choices: Choices,
  communes: readonly Option[],
): Record<FilterName, readonly Option[]> {
  const t = i18n.getFixedT(i18n.language);
  return {
    q: [],
    from: [],
    to: [],
    kind: kinds.map((kind) => ({ value: kind, label: t(`domain:kind.${kind}`) })),
    status: publicStatuses.map((status) => ({ value: status, label: t(`domain:status.${status}`) })),
    province: choices.province,
    commune: communes,
    agency: choices.agency,
    field: choices.field,
    bottleneck: choices.bottleneck,
    technology: choices.technology,
    outcome: outcomeKinds.map((kind) => ({ value: kind, label: t(`domain:outcome.${kind}`) })),
    level: levels.map((level) => ({ value: level, label: t(`domain:rating.${level}`) })),
    solved: solvedAnswers.map((answer) => ({ value: answer, label: t(`finding:solved.${answer}`) })),
  };
}

/** The filters in force in words, by name: "Tỉnh, thành phố: Hà Nội". */
export function filterWords(
  i18n: I18n,
  active: ActiveFilters,
  choices: Choices,
  communes: readonly Option[],
): { readonly name: FilterName; readonly words: string }[] {
  const options = filterOptions(i18n, choices, communes);
  const t = i18n.getFixedT(i18n.language);
  const furniture = i18n.getFixedT(i18n.language, "furniture");
  const valueOf = (name: FilterName, value: string): string => {
    if (name === "q") return `“${value}”`;
    if (name === "from" || name === "to") return dateWords(readDay(value) ?? value, "short", furniture);
    return options[name].find((option) => option.value === value)?.label ?? value;
  };
  return filterNames.flatMap((name) => {
    const value = active[name];
    return value ? [{ name, words: `${t(`finding:filter.${name}`)}: ${valueOf(name, value)}` }] : [];
  });
}

/** What a list is called, with its search words and filters. */
export function listTitle(i18n: I18n, active: ActiveFilters, words: ReturnType<typeof filterWords>): string {
  const t = i18n.getFixedT(i18n.language);
  const base = active.q ? t("public:cases.titleFor", { words: active.q }) : t("public:cases.title");
  const filters = words.filter(({ name }) => name !== "q").map((filter) => filter.words);
  return filters.length === 0 ? base : `${base} (${filters.join("; ")})`;
}
