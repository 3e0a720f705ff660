import { useTranslation } from "react-i18next";
import { useChoices } from "../../components/choices.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { type Option, SelectField, TextField } from "../../components/field.tsx";
import { typedDay } from "../../domain/day.ts";
import type { ActiveFilters, FilterName } from "../../http/published-filters.ts";
import { filterOptions } from "./cases-filter-words.ts";

/** The filters asked first; the others stand in a part that opens. */
const first: readonly FilterName[] = ["kind", "status", "province", "commune", "agency", "field"];
const further: readonly FilterName[] = ["outcome", "level", "solved", "bottleneck", "technology"];

/**
 * The fields of the filters with what was typed in them. `communes` are those
 * of the province that is chosen.
 */
export function CaseFilters({
  typed,
  unknown,
  communes,
}: {
  typed: ActiveFilters;
  unknown: readonly FilterName[];
  communes: readonly Option[];
}) {
  const { t, i18n } = useTranslation("finding");
  const options = filterOptions(i18n, useChoices(), communes);
  const field = (name: FilterName) =>
    options[name].length > 0 && (
      <SelectField
        key={name}
        name={name}
        id={`filter-${name}`}
        label={t(`filter.${name}`)}
        empty={t("all")}
        options={options[name]}
        defaultValue={typed[name] ?? ""}
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
          error={unknown.includes(name) ? t("wrongDay") : undefined}
          defaultValue={typedDay(typed[name] ?? "")}
          autoComplete="off"
          width="full"
        />
      ))}
      <Disclosure summary={t("further")} open={further.some((name) => typed[name])}>
        {further.map(field)}
      </Disclosure>
    </>
  );
}
