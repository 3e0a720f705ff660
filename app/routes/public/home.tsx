import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../components/button.tsx";
import { CardList } from "../../components/case-card.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { SearchForm } from "../../components/filter-form.tsx";
import { Filled } from "../../components/filled.tsx";
import { KeyFigures } from "../../components/key-figures.tsx";
import { Share, Told } from "../../components/told-number.tsx";
import { listPublications } from "../../../db/publication-lists.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import { homeFigures, released } from "../../http/statistics.ts";
import type { Route } from "./+types/home";
import { PublicPage } from "./public-page.tsx";
import { summariesOf } from "./publication-model.ts";
import { PublishedCard } from "./published-card.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const { read } = store;
  const now = clock();
  const [found, latest, lists] = await Promise.all([
    released(read),
    listPublications(read, {}, { limit: 6 }),
    referenceLists(store, now),
  ]);
  return {
    figures: found && (await homeFigures(read, found)),
    items: summariesOf(latest.items, [], lists, lang),
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { figures, items } = loaderData;
  const { t, i18n } = useTranslation(["public", "furniture", "register"]);
  const { t: statistics } = useTranslation("figures");
  const lang = i18n.language;
  return (
    <PublicPage title={t("home.title")} description={t("home.description")}>
      <h1>{t("home.title")}</h1>
      <p className="lead">{t("home.lead")}</p>
      <div className="halves">
        <section>
          <h2>{t("home.sendTitle")}</h2>
          <p>{t("home.sendText")}</p>
          <ButtonLink href={`/${lang}/submit`} icon="arrow-right">
            {t("home.send")}
          </ButtonLink>
        </section>
        <section>
          <h2>{t("home.trackTitle")}</h2>
          <SearchForm
            action={`/${lang}/track`}
            name="code"
            label={t("home.trackLabel")}
            hint={t("home.trackHint")}
            buttonLabel={t("home.track")}
          />
        </section>
      </div>
      <section className="section">
        <h2>{figures ? t("home.figuresTitle", { year: figures.year }) : statistics("title")}</h2>
        {figures ? <Figures figures={figures} /> : <p>{statistics("empty.text")}</p>}
        <p className="more">
          <a href={`/${lang}/statistics`}>{statistics("title")}</a>
        </p>
      </section>
      <section className="section">
        <h2>{t("home.latestTitle")}</h2>
        {items.length === 0 ? (
          <EmptyState title={t("cases.noneYet")}>{t("cases.noneYetText")}</EmptyState>
        ) : (
          <>
            <CardList label={t("home.latestTitle")}>
              {items.map((item) => (
                <PublishedCard key={item.code} item={item} headingLevel={3} />
              ))}
            </CardList>
            <p className="more cluster">
              <a href={`/${lang}/cases`}>{t("home.more")}</a>
              <a href={`/${lang}/barriers`}>{t("furniture:nav.barriers")}</a>
              <a href={`/${lang}/barriers/changes`}>{t("register:changesLink")}</a>
            </p>
          </>
        )}
      </section>
    </PublicPage>
  );
}

/** Numbers of the same release as the statistics, with their places in the open files. */
function Figures({ figures }: { figures: NonNullable<Route.ComponentProps["loaderData"]["figures"]> }) {
  const { t } = useTranslation("public");
  const { received, answered, inTime, tooLate, late, madeAt } = figures;
  return (
    <KeyFigures
      asOf={madeAt}
      figures={[
        { value: <Told of={received} />, label: t("home.received") },
        {
          value: <Share part={inTime} rest={tooLate} whole={answered} />,
          label: <Filled text={t("home.onTime")} parts={{ answered: <Told of={answered} /> }} />,
        },
        { value: <Told of={late} />, label: t("home.overdue"), tone: late.n === 0 ? "good" : "late" },
      ]}
    />
  );
}
