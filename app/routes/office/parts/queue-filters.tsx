import { useTranslation } from "react-i18next";
import { Disclosure } from "../../../components/disclosure.tsx";
import { SelectField, TextField } from "../../../components/field.tsx";
import { ActiveFilters, FilterForm } from "../../../components/filter-form.tsx";
import type { Option } from "../../../components/field.tsx";
import { kinds, levels } from "../../../domain/case-kind.ts";
import { statuses } from "../../../domain/case-status.ts";
import type { FilterName, TypedFilter } from "../../../domain/queue-address.ts";

/** What the filters of the queue offer beside the closed lists of the domain. */
export interface QueueLists {
  readonly field: readonly Option[];
  readonly bottleneck: readonly Option[];
  readonly province: readonly Option[];
  readonly agency: readonly Option[];
}

interface Props {
  readonly view: string;
  readonly q: string;
  readonly sort: string;
  readonly filter: TypedFilter;
  readonly lists: QueueLists;
  /** The address without one filter, or without any. */
  readonly without: (name?: FilterName | "q") => string;
}

/** What narrows the queue, folded away until it is wanted; and what does now, each with a way to take it off. */
export function QueueFilters(props: Props) {
  const { t } = useTranslation(["views", "domain"]);
  const { view, q, sort, filter, lists, without } = props;
  const choices = useFilterChoices(lists);
  const active = Object.entries(filter).map(([name, value]) => ({
    label: `${t(`filter.${name}`)}: ${choices[name as FilterName]?.find((one) => one.value === value)?.label ?? value}`,
    removeHref: without(name as FilterName),
  }));
  const words = q ? [{ label: t("words", { q }), removeHref: without("q") }] : [];
  const select = (name: FilterName) => (
    <SelectField
      key={name}
      name={name}
      id={`filter-${name}`}
      label={t(`filter.${name}`)}
      options={choices[name] ?? []}
      empty={t("any")}
      defaultValue={filter[name]}
      width="full"
    />
  );
  return (
    <>
      <ActiveFilters filters={[...words, ...active]} clearHref={without()} />
      <Disclosure id="queue-filters" summary={t("narrow")}>
        <FilterForm action="/office" title={t("narrow")} hidden={{ view, ...(q ? { q } : {}) }} key={without()}>
          <div className="filter-grid">
            {(
              ["status", "kind", "field", "bottleneck", "province", "agency", "level", "standing", "owner"] as const
            ).map(select)}
            <TextField name="from" id="filter-from" label={t("filter.from")} type="date" defaultValue={filter.from} />
            <TextField name="to" id="filter-to" label={t("filter.to")} type="date" defaultValue={filter.to} />
            <SelectField
              name="sort"
              id="filter-sort"
              label={t("sort")}
              options={["due", "newest", "oldest"].map((value) => ({ value, label: t(`sorts.${value}`) }))}
              empty={null}
              defaultValue={sort}
              width="full"
            />
          </div>
        </FilterForm>
      </Disclosure>
    </>
  );
}

function useFilterChoices(lists: QueueLists): Partial<Record<FilterName, readonly Option[]>> {
  const { t } = useTranslation(["views", "domain", "office", "attention"]);
  const named = (values: readonly string[], key: string) =>
    values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return {
    ...lists,
    kind: named(kinds, "domain:kind"),
    status: named(statuses, "office:status"),
    level: named(levels, "attention:levels"),
    standing: named(["late", "soon"], "standings"),
    owner: named(["me", "nobody"], "owners"),
  };
}
