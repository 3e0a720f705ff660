import { useTranslation } from "react-i18next";
import { UntranslatedMark } from "../../components/untranslated.tsx";
import type { Spoken } from "../../domain/spoken.ts";
import { Button } from "../../components/button.tsx";
import { CardList, CaseCard } from "../../components/case-card.tsx";
import { dateWords } from "../../components/date-words.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pagination } from "../../components/pagination.tsx";
import type { MyCase } from "./me-cases.ts";
import { PublicPage } from "./public-page.tsx";

interface Mine {
  readonly email: string;
  readonly cases: readonly MyCase[];
  readonly followed: readonly { code: string; title: Spoken }[];
  readonly nextBefore: number | null;
  readonly first: boolean;
}

/** The cases of whoever came in by a mailed link, and what they can do about their data. */
export function MyCases({ mine, done }: { mine: Mine; done: string | null }) {
  const { t, i18n } = useTranslation("me");
  const { t: furniture } = useTranslation("furniture");
  const lang = i18n.language;
  return (
    <PublicPage title={t("title")} unlisted>
      {done === "case-erased" && (
        <Notice tone="success" live>
          {t("done.case-erased")}
        </Notice>
      )}
      <h1>{t("title")}</h1>
      <p>{t("as", { email: mine.email })}</p>
      {mine.cases.length === 0 && (
        <EmptyState title={t("empty.title")}>
          <p>
            <a href={`/${lang}/submit`}>{t("empty.send")}</a>
          </p>
        </EmptyState>
      )}
      {mine.cases.length > 0 && (
        <CardList label={t("title")}>
          {mine.cases.map((item) => (
            <CaseCard
              key={item.code}
              href={`/${lang}/me/cases/${item.code}`}
              code={item.code}
              title={item.title}
              titleLang={item.lang}
              kind={item.kind}
              status={item.status}
              place={t("due", { date: dateWords(item.dueOn, "long", furniture) })}
              at={item.receivedAt}
            />
          ))}
        </CardList>
      )}
      <Pagination
        newerHref={mine.first ? null : `/${lang}/me`}
        olderHref={mine.nextBefore === null ? null : `/${lang}/me?before=${mine.nextBefore}`}
      />
      {mine.followed.length > 0 && (
        <section className="column">
          <h2>{t("followed")}</h2>
          <ul>
            {mine.followed.map(({ code, title }) => (
              <li key={code}>
                <a href={`/${lang}/cases/${code}`} lang={title.lang}>
                  {title.text}
                </a>{" "}
                {code} {title.lang !== lang && <UntranslatedMark />}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="column">
        <h2>{t("data.title")}</h2>
        <ul>
          <li>
            <a href={`/${lang}/me/details`}>{t("data.details")}</a>
          </li>
          <li>
            <a href={`/${lang}/me/data?format=html`}>{t("data.html")}</a>
          </li>
          <li>
            <a href={`/${lang}/me/data?format=json`}>{t("data.json")}</a>
          </li>
          <li>
            <a href={`/${lang}/me/erase`}>{t("data.erase")}</a>
          </li>
        </ul>
        <p className="small muted">{t("data.note")}</p>
      </section>
      <form method="post" action={`/${lang}/me`}>
        <Button variant="secondary" name="act" value="leave">
          {t("leave")}
        </Button>
      </form>
    </PublicPage>
  );
}
