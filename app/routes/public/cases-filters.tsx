import { useTranslation } from "react-i18next";
import { useChoices } from "../../components/choices.ts";
import { dateWords } from "../../components/date-words.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { type Option, SelectField, TextField } from "../../components/field.tsx";
import { kinds } from "../../domain/case-kind.ts";
import { readDay, typedDay } from "../../domain/day.ts";
import { outcomeKinds } from "../../domain/outcome.ts";
import {
  type ActiveFilters,
  type FilterName,
  levels,
  publicStatuses,
  solvedAnswers,
} from "../../http/published-filters.ts";

/** The filters asked first; the others stand in a part that opens. */
const first: readonly FilterName[] = ["kind", "status", "province", "commune", "agency", "field"];
const further: readonly FilterName[] = ["outcome", "level", "solved", "bottleneck", "technology"];

/** The fields of the filters. `communes` are those of the province that is chosen. */
export function CaseFilters({ active, communes }: { active: ActiveFilters; communes: readonly Option[] }) {
  const { t } = useTranslation("finding");
  const options = useFilterOptions(communes);
  const field = (name: FilterName) =>
    options[name].length > 0 && (
      <SelectField
        key={name}
        name={name}
        id={`filter-${name}`}
        label={t(`filter.${name}`)}
        empty={t("all")}
        options={options[name]}
        defaultValue={active[name] ?? ""}
        width="full"
      />
    );
  return (
    <>
      {first.map(field)}
      {(["from", "to"] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          id={`filter-${name}`}
          label={t(`filter.${name}`)}
          hint={t("dayHint")}
          defaultValue={typedDay(active[name] ?? "")}
          autoComplete="off"
          width="full"
        />
      ))}
      <Disclosure summary={t("further")} open={further.some((name) => active[name])}>
        {further.map(field)}
      </Disclosure>
    </>
  );
}

function useFilterOptions(communes: readonly Option[]): Record<FilterName, readonly Option[]> {
  const choices = useChoices();
  const { t } = useTranslation("finding");
  const { t: domain } = useTranslation("domain");
  return {
    q: [],
    from: [],
    to: [],
    kind: kinds.map((kind) => ({ value: kind, label: domain(`kind.${kind}`) })),
    status: publicStatuses.map((status) => ({ value: status, label: domain(`status.${status}`) })),
    province: choices.province,
    commune: communes,
    agency: choices.agency,
    field: choices.field,
    bottleneck: choices.bottleneck,
    technology: choices.technology,
    outcome: outcomeKinds.map((kind) => ({ value: kind, label: domain(`outcome.${kind}`) })),
    level: levels.map((level) => ({ value: level, label: domain(`rating.${level}`) })),
    solved: solvedAnswers.map((answer) => ({ value: answer, label: t(`solved.${answer}`) })),
  };
}

/** A filter in force in words: "Tỉnh, thành phố: Hà Nội". */
export function useFilterLabels(communes: readonly Option[]) {
  const { t } = useTranslation("finding");
  const { t: furniture } = useTranslation("furniture");
  const options = useFilterOptions(communes);
  const valueOf = (name: FilterName, value: string): string => {
    if (name === "q") return `“${value}”`;
    if (name === "from" || name === "to") return dateWords(readDay(value) ?? value, "short", furniture);
    return options[name].find((option) => option.value === value)?.label ?? value;
  };
  return (name: FilterName, value: string) => `${t(`filter.${name}`)}: ${valueOf(name, value)}`;
}
