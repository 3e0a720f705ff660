import { useTranslation } from "react-i18next";
import { CardList } from "../../components/case-card.tsx";
import { Dl } from "../../components/dl.tsx";
import { LangText } from "../../components/lang-text.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Time } from "../../components/time.tsx";
import { documentSlug } from "../../domain/register.ts";
import { documentWording, referenceWording } from "../../domain/legal-wording.ts";
import { casesOfAmendment, countCasesOf, findAmendment, placesOfAmendments } from "../../../db/amendments.ts";
import { findLaws } from "../../../db/laws.ts";
import { publicationsOfCases } from "../../../db/register-lists.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/barrier-change";
import { capital } from "./barrier-view.ts";
import { summariesOf } from "./publication-model.ts";
import { PublicPage } from "./public-page.tsx";
import { PublishedCard } from "./published-card.tsx";

/** Cases on one page. */
const LIMIT = 20;

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const db = store.read;
  const amendment = /^\d{1,12}$/.test(params.id) ? await findAmendment(db, Number(params.id)) : null;
  if (amendment?.state !== "published") throw notFound();
  const after = Number.parseInt(url.searchParams.get("after") ?? "", 36);
  const deep = Number.isSafeInteger(after);
  const ids = await casesOfAmendment(db, amendment, { afterCaseId: deep ? after : 0, limit: LIMIT + 1 });
  const shown = await publicationsOfCases(db, ids.slice(0, LIMIT));
  const last = ids.length > LIMIT ? ids[LIMIT - 1] : undefined;
  const places = await placesOfAmendments(db, [amendment.id]);
  const laws = await findLaws(
    db,
    places.map(({ lawKey }) => lawKey),
  );
  const here = `/${lang}/barriers/changes/${amendment.id}`;
  return {
    here,
    act: documentWording(amendment, lang),
    inForceOn: amendment.inForceOn,
    what: lang === "en" ? amendment.whatEn : amendment.whatVi,
    gazetteUrl: amendment.gazetteUrl,
    places: places.flatMap(({ lawKey, place, upTo: to, ...parts }) => {
      const law = laws.get(lawKey);
      const wording = law && capital(referenceWording({ document: law, ...parts, to, typed: "" }, lang));
      return wording
        ? [{ key: `${lawKey} ${place}`, wording, href: `/${lang}/barriers?document=${documentSlug(lawKey)}` }]
        : [];
    }),
    count: await countCasesOf(db, amendment),
    cases: summariesOf(shown, [], await referenceLists(store, clock()), lang),
    older: last === undefined ? null : `${here}?after=${last.toString(36)}`,
    deep,
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

/** From an amendment back to every published filing that led to it. */
export default function BarrierChange({ loaderData }: Route.ComponentProps) {
  const { here, act, inForceOn, what, gazetteUrl, places, count, cases, older, deep } = loaderData;
  const { t, i18n } = useTranslation("register");
  const lang = i18n.language;
  return (
    <PublicPage
      title={act}
      description={what.slice(0, 200)}
      back={{ href: `/${lang}/barriers/changes`, label: t("changes.title") }}
      unlisted={deep}
    >
      <h1>{act}</h1>
      <Dl
        pairs={[
          { label: t("changes.inForce"), value: <Time value={inForceOn} format="long" /> },
          {
            label: t("changes.places"),
            value: (
              <ul>
                {places.map(({ key, wording, href }) => (
                  <li key={key}>
                    <a href={href}>{wording}</a>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            label: t("changes.gazette"),
            value: (
              <a href={gazetteUrl} rel="noopener">
                {t("changes.gazetteLink", { host: new URL(gazetteUrl).host })}
              </a>
            ),
          },
        ]}
      />
      <h2>{t("changes.what")}</h2>
      <LangText text={what} lang={lang} />
      <h2>{t("changes.cases")}</h2>
      {count === 0 ? (
        <p>{t("changes.casesNone")}</p>
      ) : (
        <>
          <p>{t("changes.from", { count })}</p>
          <CardList label={t("changes.cases")}>
            {cases.map((item) => (
              <PublishedCard key={item.code} item={item} headingLevel={3} />
            ))}
          </CardList>
        </>
      )}
      <Pagination newerHref={deep ? here : null} olderHref={older} byTime={false} />
    </PublicPage>
  );
}
