import { useTranslation } from "react-i18next";
import { CardList } from "../../components/case-card.tsx";
import { dateWords } from "../../components/date-words.ts";
import { Dl } from "../../components/dl.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { OutcomeBadge } from "../../components/status-badge.tsx";
import { localDate } from "../../domain/calendar.ts";
import type { Lang } from "../../domain/case-kind.ts";
import { documentWording } from "../../domain/legal-wording.ts";
import type { FacetName } from "../../domain/register.ts";
import { drafterOf } from "../../../db/laws.ts";
import { amendmentsOf } from "../../../db/register-entries.ts";
import { facetsOn, findEntry, outcomesOn, reportsOn } from "../../../db/register-lists.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { referenceLists, type ReferenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/barrier";
import { claimedWords, EntryBadge } from "./barrier-parts.tsx";
import { capital, entryView, provisionWords } from "./barrier-view.ts";
import { summariesOf } from "./publication-model.ts";
import { PublicPage } from "./public-page.tsx";
import { PublishedCard } from "./published-card.tsx";

/** What is unknown, what is not public and what never was are the same 404. */
export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const found = await findEntry(store.read, params.document.slice(0, 80), params.provision.slice(0, 120));
  if (!found) throw notFound();
  const { entry, law } = found;
  const before = Number.parseInt(url.searchParams.get("before") ?? "", 36);
  const deep = Number.isSafeInteger(before);
  const { items, next } = await reportsOn(store.read, entry.id, deep ? before : null);
  const lists = await referenceLists(store, now);
  const drafter = await drafterOf(store.read, law, localDate(now));
  const amendments = await amendmentsOf(store.read, entry.id);
  const facets = await facetsOn(store.read, entry.id);
  const view = entryView(found, lang, localDate(now));
  return {
    view,
    provision: capital(provisionWords(found, lang)),
    documentHref: `/${lang}/barriers/${entry.documentSlug}`,
    validFrom: law.validFrom,
    validTo: law.validTo,
    drafter: drafter && (lang === "en" ? drafter.nameEn : drafter.nameVi),
    drafterEnded: drafter === null && law.drafterId !== null,
    facets: facets.map((facet) => ({ ...facet, label: facetLabel(lists, facet.name, facet.value, lang) })),
    outcomes: await outcomesOn(store.read, entry.id),
    amendments: amendments.map((amendment) => ({
      href: `/${lang}/barriers/changes/${amendment.id}`,
      act: documentWording(amendment, lang),
      inForceOn: amendment.inForceOn,
      again: amendment.inForceOn < localDate(entry.newestAt),
    })),
    reports: summariesOf(items, [], lists, lang),
    older: next === null ? null : `${view.href}?before=${next.toString(36)}`,
    deep,
  };
}

function facetLabel(lists: ReferenceLists, name: FacetName, value: string, lang: Lang): string {
  const known = {
    class: lists.terms.obstacle_class,
    sector: lists.terms.sector,
    province: lists.provinces,
  }[name].find(({ code }) => code === value);
  return (lang === "en" ? known?.nameEn : known?.nameVi) ?? value;
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

/** One legal provision: every published report against it, what it costs, who must change it and what was decided. */
export default function Barrier({ loaderData }: Route.ComponentProps) {
  const { view, provision, outcomes, amendments, reports, older, deep, ...more } = loaderData;
  const { t, i18n } = useTranslation("register");
  const { t: furniture } = useTranslation("furniture");
  const day = (value: string) => dateWords(value, "short", furniture);
  const claimed = claimedWords(t, i18n.language, view);
  const { validFrom, validTo } = more;
  const known = validFrom > "1946";
  const inForce = validTo
    ? t("entry.fromTo", { from: day(validFrom), to: day(validTo) })
    : t("entry.from", { from: day(validFrom) });
  return (
    <PublicPage
      title={t("entry.title", { provision })}
      description={t("entry.description", { provision })}
      back={{ href: `/${i18n.language}/barriers`, label: t("back") }}
      unlisted={deep}
    >
      <h1>{provision}</h1>
      <p className="cluster">
        <EntryBadge state={view.state} />
        <span>{t("reports", { count: view.reports })}</span>
      </p>
      <Dl
        pairs={[
          { label: t("entry.document"), value: <a href={more.documentHref}>{view.title}</a> },
          { label: t("entry.inForce"), value: known && inForce },
          {
            label: t("entry.drafter"),
            value: more.drafter ?? t(more.drafterEnded ? "entry.drafterEnded" : "entry.noDrafter"),
          },
          {
            label: t("entry.fixed"),
            value: amendments.length > 0 && (
              <ul>
                {amendments.map(({ href, act, inForceOn, again }) => (
                  <li key={href}>
                    <a href={href}>{t("entry.fixedBy", { act, day: day(inForceOn) })}</a>
                    {again && <> {t("entry.again")}</>}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <h2>{t("entry.cost")}</h2>
      {claimed.length === 0 ? (
        <p>{t("entry.noCost")}</p>
      ) : (
        <>
          <ul>
            {claimed.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <p className="small muted">{t("entry.costNote")}</p>
        </>
      )}
      <h2>{t("entry.hit")}</h2>
      <Dl pairs={(["class", "sector", "province"] as const).map((name) => facetPair(name, more.facets, t))} />
      <h2>{t("entry.decided")}</h2>
      {outcomes.length === 0 ? (
        <p>{t("entry.decidedNone")}</p>
      ) : (
        <ul className="plain-list">
          {outcomes.map((one) => (
            <li className="cluster" key={one.outcome}>
              <OutcomeBadge outcome={one.outcome} /> <span>{t("reports", { count: one.reports })}</span>
            </li>
          ))}
        </ul>
      )}
      <h2>{t("entry.reports")}</h2>
      {amendments.length === 0 && <p>{t("entry.followReport")}</p>}
      <CardList label={t("entry.reports")}>
        {reports.map((item) => (
          <PublishedCard key={item.code} item={item} headingLevel={3} />
        ))}
      </CardList>
      <Pagination newerHref={deep ? view.href : null} olderHref={older} />
    </PublicPage>
  );
}

type Facets = Route.ComponentProps["loaderData"]["facets"];

/** The classes, sectors or provinces of the reports, each with how many. */
function facetPair(name: FacetName, facets: Facets, t: ReturnType<typeof useTranslation<"register">>["t"]) {
  const own = facets.filter((facet) => facet.name === name);
  return {
    label: t(`entry.${name}`),
    value:
      own.length === 0 ? (
        t("entry.none")
      ) : (
        <ul>
          {own.map(({ value, label, reports }) => (
            <li key={value}>
              {label} ({t("reports", { count: reports })})
            </li>
          ))}
        </ul>
      ),
  };
}
