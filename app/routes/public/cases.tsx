import { useTranslation } from "react-i18next";
import { data } from "react-router";
import { CardList } from "../../components/case-card.tsx";
import { useChoices } from "../../components/choices.ts";
import { dateWords } from "../../components/date-words.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { type Option, SelectField, TextField } from "../../components/field.tsx";
import { ActiveFilters, FilterForm, FilterLink, SearchForm } from "../../components/filter-form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { kinds, type Lang } from "../../domain/case-kind.ts";
import { readDay, typedDay } from "../../domain/day.ts";
import { listPublications } from "../../../db/publication-lists.ts";
import { choicesContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/cases";
import { type FilterName, filterNames, listAddress, publicStatuses, readFilters } from "./case-filters.ts";
import { PublicPage } from "./public-page.tsx";
import { summariesOf } from "./publication-model.ts";
import { PublishedCard } from "./published-card.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, clock, limiter } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const query = new URL(request.url).searchParams;
  const wait = query.get("q") ? limiter.take("search", context.get(sourceContext)) : 0;
  if (wait > 0) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const lists = await referenceLists(store, now);
  const { filter, active, unknown } = readFilters(query, lists);
  const cursor = query.get("cursor");
  const { items, nextCursor } = await listPublications(store.read, filter, { cursor });
  context.set(choicesContext, lists.choices[lang]);
  return {
    items: summariesOf(items, filter.words ?? [], lists, lang),
    active,
    unknown,
    older: nextCursor,
    deep: cursor !== null,
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

export default function Cases({ loaderData }: Route.ComponentProps) {
  const { items, active, unknown, older, deep } = loaderData;
  const { t, i18n } = useTranslation("public");
  const lang: Lang = i18n.language === "en" ? "en" : "vi";
  const { q = "", ...others } = active;
  const action = `/${lang}/cases`;
  const filtered = Object.keys(active).length > 0;
  const labels = useFilterLabels();
  return (
    <PublicPage
      title={q ? t("cases.titleFor", { words: q }) : t("cases.title")}
      description={t("cases.description")}
      unlisted={filtered || deep}
    >
      <h1>{t("cases.title")}</h1>
      {unknown.length > 0 && (
        <Notice tone="warning">
          {t("cases.unknown", { names: unknown.map((name) => t(`cases.filter.${name}`)).join(", ") })}
        </Notice>
      )}
      <SearchForm
        action={action}
        label={t("cases.searchLabel")}
        hint={t("cases.searchHint")}
        value={q}
        hidden={others}
      />
      <FilterLink />
      <div className="aside-right">
        <div>
          <ActiveFilters
            clearHref={action}
            filters={filterNames.flatMap((name) => {
              const value = active[name];
              if (!value) return [];
              const rest = { ...active, [name]: undefined };
              return [{ label: labels(name, value), removeHref: listAddress(lang, rest) }];
            })}
          />
          {items.length === 0 ? (
            <EmptyState title={t(filtered ? "cases.noneFound" : "cases.noneYet")}>
              {t(filtered ? "cases.noneFoundText" : "cases.noneYetText")}
            </EmptyState>
          ) : (
            <CardList label={t("cases.title")}>
              {items.map((item) => (
                <PublishedCard key={item.code} item={item} headingLevel={2} />
              ))}
            </CardList>
          )}
          <Pagination
            newerHref={deep ? listAddress(lang, active) : null}
            olderHref={older && listAddress(lang, active, older)}
          />
        </div>
        <FilterForm action={action} hidden={q ? { q } : {}} clearHref={filtered ? action : undefined}>
          <Filters active={active} />
        </FilterForm>
      </div>
    </PublicPage>
  );
}

type Active = Route.ComponentProps["loaderData"]["active"];

function Filters({ active }: { active: Active }) {
  const choices = useChoices();
  const { t } = useTranslation("public");
  const { t: domain } = useTranslation("domain");
  const lists: [FilterName, readonly Option[]][] = [
    ["kind", kinds.map((kind) => ({ value: kind, label: domain(`kind.${kind}`) }))],
    ["status", publicStatuses.map((status) => ({ value: status, label: domain(`status.${status}`) }))],
    ["province", choices.province],
    ["agency", choices.agency],
    ["field", choices.field],
  ];
  return (
    <>
      {lists.map(([name, options]) => (
        <SelectField
          key={name}
          name={name}
          id={`filter-${name}`}
          label={t(`cases.filter.${name}`)}
          empty={t("cases.all")}
          options={options}
          defaultValue={active[name] ?? ""}
          width="full"
        />
      ))}
      {(["from", "to"] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          id={`filter-${name}`}
          label={t(`cases.filter.${name}`)}
          hint={t("cases.dayHint")}
          defaultValue={typedDay(active[name] ?? "")}
          autoComplete="off"
          width="full"
        />
      ))}
    </>
  );
}

/** A filter in force in words: "Tỉnh, thành phố: Hà Nội". */
function useFilterLabels() {
  const choices = useChoices();
  const { t } = useTranslation("public");
  const { t: domain } = useTranslation("domain");
  const { t: furniture } = useTranslation("furniture");
  const valueOf = (name: FilterName, value: string): string => {
    if (name === "kind" || name === "status") return domain(`${name}.${value}`);
    if (name === "q") return `“${value}”`;
    if (name === "from" || name === "to") return dateWords(readDay(value) ?? value, "short", furniture);
    return choices[name].find((option) => option.value === value)?.label ?? value;
  };
  return (name: FilterName, value: string) => `${t(`cases.filter.${name}`)}: ${valueOf(name, value)}`;
}
