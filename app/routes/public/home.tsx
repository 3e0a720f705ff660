import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../components/button.tsx";
import { CardList } from "../../components/case-card.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { SearchForm } from "../../components/filter-form.tsx";
import { KeyFigures } from "../../components/key-figures.tsx";
import { localDate } from "../../domain/calendar.ts";
import { readCounter } from "../../../db/counters.ts";
import { countOverdue } from "../../../db/overdue.ts";
import { listPublications } from "../../../db/publication-lists.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/home";
import { PublicPage } from "./public-page.tsx";
import { summariesOf } from "./publication-model.ts";
import { PublishedCard } from "./published-card.tsx";

/** Overdue cases are counted to this many; beyond it the page says "more than". */
const MOST_COUNTED = 1000;

export async function loader({ context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const { read } = store;
  const now = clock();
  const month = localDate(now).slice(0, 7);
  const [received, answered, onTime, overdue, latest, lists] = await Promise.all([
    readCounter(read, "received", month),
    readCounter(read, "answered", month),
    readCounter(read, "answered-on-time", month),
    countOverdue(read, now, MOST_COUNTED),
    listPublications(read, {}, { limit: 6 }),
    referenceLists(store, now),
  ]);
  return {
    month,
    now,
    figures: { received, answered, onTime, overdue },
    items: summariesOf(latest.items, [], lists, lang),
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { figures, items, month, now } = loaderData;
  const { t, i18n } = useTranslation("public");
  const { t: furniture } = useTranslation("furniture");
  const { t: statistics } = useTranslation("figures");
  const lang = i18n.language;
  const number = (value: number) => value.toLocaleString(lang);
  const words = { month: furniture(`date.month.${Number(month.slice(5))}`), year: month.slice(0, 4) };
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
        <h2>{t("home.figuresTitle", words)}</h2>
        <KeyFigures
          asOf={now}
          figures={[
            { value: number(figures.received), label: t("home.received") },
            {
              value: figures.answered === 0 ? "0" : `${number(figures.onTime)}/${number(figures.answered)}`,
              label: t("home.onTime"),
              tone: figures.answered > 0 && figures.onTime === figures.answered ? "good" : undefined,
            },
            {
              value: figures.overdue >= MOST_COUNTED ? `≥ ${number(MOST_COUNTED)}` : number(figures.overdue),
              label: t("home.overdue"),
              tone: figures.overdue > 0 ? "late" : "good",
            },
          ]}
        />
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
            <p className="more">
              <a href={`/${lang}/cases`}>{t("home.more")}</a>
            </p>
          </>
        )}
      </section>
    </PublicPage>
  );
}
