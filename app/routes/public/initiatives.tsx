import { useTranslation } from "react-i18next";
import { data } from "react-router";
import { CardList } from "../../components/case-card.tsx";
import { useChoices } from "../../components/choices.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { SelectField } from "../../components/field.tsx";
import { ActiveFilters, FilterForm, FilterLink, SearchForm } from "../../components/filter-form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pagination } from "../../components/pagination.tsx";
import type { Lang } from "../../domain/case-kind.ts";
import { listPublications } from "../../../db/publication-lists.ts";
import { choicesContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { listAddress, readFilters } from "../../http/published-filters.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/initiatives";
import { summariesOf } from "./publication-model.ts";
import { PublicPage } from "./public-page.tsx";
import { PublishedCard } from "./published-card.tsx";

/** The filters of this page; the list of all published cases has the rest. */
const names = ["technology", "field", "province"] as const;
type Name = (typeof names)[number];
type Active = Readonly<Partial<Record<Name | "q", string>>>;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, clock, limiter } = context.get(portalContext);
  const lang = context.get(langContext);
  const query = new URL(request.url).searchParams;
  const wait = query.get("q") ? limiter.take("search", context.get(sourceContext)) : 0;
  if (wait > 0) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const lists = await referenceLists(store, clock());
  const asked = new URLSearchParams({ kind: "initiative" });
  for (const name of ["q", ...names]) if (query.get(name)) asked.set(name, query.get(name) ?? "");
  const { filter, active, unknown } = await readFilters(asked, lists, async () => null);
  const cursor = query.get("cursor");
  const { items, nextCursor } = await listPublications(store.read, filter, { cursor });
  const terms = lists.terms.technology;
  const more = new Map(
    items.map(({ code, technology, readiness }) => [
      code,
      { term: terms.find((term) => term.code === technology), readiness },
    ]),
  );
  context.set(choicesContext, lists.choices[lang]);
  const { q, technology: chosen, field, province } = active;
  return {
    items: summariesOf(items, filter.words ?? [], lists, lang).map((item) => {
      const { term, readiness = null } = more.get(item.code) ?? {};
      return { ...item, technology: (lang === "en" ? term?.nameEn : term?.nameVi) ?? null, readiness };
    }),
    active: { q, technology: chosen, field, province } satisfies Active,
    unknown: unknown.flatMap((name) => names.filter((known) => known === name)),
    older: nextCursor,
    deep: cursor !== null,
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

/** The published initiatives: the list of published cases, of this kind alone. */
export default function Initiatives({ loaderData }: Route.ComponentProps) {
  const { items, active, unknown, older, deep } = loaderData;
  const { t, i18n } = useTranslation("register");
  const lang: Lang = i18n.language === "en" ? "en" : "vi";
  const choices = useChoices();
  const action = `/${lang}/initiatives`;
  const inForce = (["q", ...names] as const).filter((name) => active[name]);
  const labelOf = (name: Name | "q", value: string) =>
    name === "q"
      ? `${t("filter.q")}: “${value}”`
      : `${t(`initiatives.filter.${name}`)}: ${choices[name].find((option) => option.value === value)?.label ?? value}`;
  const detailOf = ({ technology, readiness }: (typeof items)[number]) =>
    [
      readiness !== null && t("initiatives.readiness", { level: readiness }),
      technology !== null && t("initiatives.technology", { technology }),
    ]
      .filter((words) => words !== false)
      .join(". ") || undefined;
  const hidden: Record<string, string> = {};
  for (const name of names) if (active[name]) hidden[name] = active[name];
  return (
    <PublicPage
      title={t("initiatives.title")}
      description={t("initiatives.description")}
      unlisted={inForce.length > 0 || deep}
    >
      <h1>{t("initiatives.title")}</h1>
      <p className="lead">{t("initiatives.lead")}</p>
      <p className="cluster">
        <a href={`/${lang}/submit/initiative`}>{t("initiatives.send")}</a>
        <a href={listAddress(lang, { kind: "initiative" })}>{t("initiatives.allCases")}</a>
      </p>
      {unknown.length > 0 && (
        <Notice tone="warning">
          {t("unknown", { names: unknown.map((name) => t(`initiatives.filter.${name}`)).join(", ") })}
        </Notice>
      )}
      <SearchForm
        action={action}
        label={t("initiatives.searchLabel")}
        hint={t("initiatives.searchHint")}
        value={active.q ?? ""}
        hidden={hidden}
      />
      <FilterLink />
      <div className="aside-right">
        <div>
          <ActiveFilters
            clearHref={action}
            filters={inForce.map((name) => ({
              label: labelOf(name, active[name] ?? ""),
              removeHref: addressOf(action, { ...active, [name]: undefined }),
            }))}
          />
          {items.length === 0 ? (
            <EmptyState title={t(inForce.length > 0 ? "initiatives.noneFound" : "initiatives.none")}>
              {t(inForce.length > 0 ? "initiatives.noneFoundText" : "initiatives.noneText")}
            </EmptyState>
          ) : (
            <CardList label={t("initiatives.title")}>
              {items.map((item) => (
                <PublishedCard key={item.code} item={item} headingLevel={2} detail={detailOf(item)} />
              ))}
            </CardList>
          )}
          <Pagination
            newerHref={deep ? addressOf(action, active) : null}
            olderHref={older && addressOf(action, active, older)}
          />
        </div>
        <FilterForm
          action={action}
          hidden={active.q ? { q: active.q } : {}}
          clearHref={inForce.length > 0 ? action : undefined}
        >
          {names.map((name) => (
            <SelectField
              key={name}
              name={name}
              id={`filter-${name}`}
              label={t(`initiatives.filter.${name}`)}
              empty={t("all")}
              options={choices[name]}
              defaultValue={active[name] ?? ""}
              width="full"
            />
          ))}
        </FilterForm>
      </div>
    </PublicPage>
  );
}

function addressOf(action: string, active: Active, cursor: string | null = null): string {
  const query = new URLSearchParams();
  for (const name of ["q", ...names] as const) if (active[name]) query.set(name, active[name]);
  if (cursor) query.set("cursor", cursor);
  const text = query.toString();
  return `${action}${text && `?${text}`}`;
}
