import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterForm } from "../../components/filter-form.tsx";
import { SelectField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Time } from "../../components/time.tsx";
import { kinds } from "../../domain/case-kind.ts";
import { boundariesAt } from "../../http/boundaries.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import { agencyFigures, countryFigures, readStatisticsQuery, released } from "../../http/statistics.ts";
import type { Route } from "./+types/statistics";
import { PublicPage } from "./public-page.tsx";
import { AboutWhat, Content, WhatChanged } from "./statistics-more.tsx";
import { HowMany, OnTime, Where } from "./statistics-parts.tsx";

/** Agencies on the page of the whole country; the file has them all. */
const MOST_AGENCIES = 20;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, clock, env } = context.get(portalContext);
  const lang = context.get(langContext);
  const found = await released(store.read);
  if (!found) return { figures: null };
  const query = readStatisticsQuery(new URL(request.url).searchParams, found.years);
  const [figures, agencies, lists] = await Promise.all([
    countryFigures(store.read, found, query),
    agencyFigures(store.read, found, query.year, MOST_AGENCIES),
    referenceLists(store, clock()),
  ]);
  const named = <T extends { code: string; nameVi: string; nameEn: string }>(rows: Iterable<T>) =>
    Object.fromEntries([...rows].map((row) => [row.code, lang === "en" ? row.nameEn : row.nameVi]));
  const used = new Set(agencies.map(({ code }) => code));
  return {
    figures,
    boundaries: boundariesAt(
      env.BOUNDARIES_FILE,
      lists.provinces.map(({ code }) => code),
    ),
    agencies,
    query,
    years: found.years,
    madeAt: found.release.madeAt,
    threshold: found.release.threshold,
    names: {
      province: named(lists.provinces),
      field: named(lists.terms.field),
      agency: named([...lists.agencies.values()].filter(({ code }) => used.has(code))),
    },
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

export default function Statistics({ loaderData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("figures");
  const { t: domain } = useTranslation("domain");
  const lang = i18n.language;
  if (!loaderData.figures) {
    return (
      <PublicPage title={t("title")} description={t("description")}>
        <h1>{t("title")}</h1>
        <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
      </PublicPage>
    );
  }
  const { figures, agencies, query, years, names, madeAt, threshold, boundaries } = loaderData;
  const { year, quarter, kind } = query;
  const chosen = year !== years[0] || quarter !== null || kind !== null;
  const periodName = quarter ? t("period.quarter", { quarter: quarter.slice(-1), year }) : t("period.year", { year });
  const ofKind = (period: string) => (kind ? t("scope.kind", { kind: domain(`kind.${kind}`), period }) : period);
  // With a kind, only what came and went is told by quarter.
  const scope = ofKind(kind ? t("period.year", { year }) : periodName);
  const periods = years.flatMap((one) => [
    { value: one, label: t("period.year", { year: one }) },
    ...[1, 2, 3, 4].map((n) => ({ value: `${one}-Q${n}`, label: t("period.quarter", { quarter: n, year: one }) })),
  ]);
  const parts = { figures, names, scope, lang };
  return (
    <PublicPage title={t("title")} description={t("description")}>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {query.unknown && <Notice tone="warning">{t("unknown")}</Notice>}
      <FilterForm
        action={`/${lang}/statistics`}
        title={t("filter")}
        clearHref={chosen ? `/${lang}/statistics` : undefined}
      >
        <SelectField name="period" label={t("filterPeriod")} options={periods} defaultValue={quarter ?? year} />
        <SelectField
          name="kind"
          label={t("filterKind")}
          hint={t("filterKindHint")}
          options={[
            { value: "", label: t("allKinds") },
            ...kinds.map((one) => ({ value: one, label: domain(`kind.${one}`) })),
          ]}
          defaultValue={kind ?? ""}
        />
      </FilterForm>
      <p className="small muted">
        {t("asOf")} <Time value={madeAt} format="time" />. {t("smallCells", { threshold })}
      </p>
      <HowMany
        {...parts}
        figures={{ ...figures, ...figures.many }}
        scope={ofKind(periodName)}
        byQuarter={kind !== null}
      />
      <OnTime {...parts} agencies={agencies} />
      <Where {...parts} boundaries={boundaries} />
      <AboutWhat {...parts} />
      <Content {...parts} />
      <WhatChanged {...parts} />
    </PublicPage>
  );
}
