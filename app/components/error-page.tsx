/** What a reader sees when a page cannot be shown: what happened and what to do next. */
import { useTranslation } from "react-i18next";

export function ErrorPage({ status }: { status: number }) {
  const { t, i18n } = useTranslation("errors");
  const known = i18n.exists(`errors:status.${status}.title`) ? status : 503;
  return (
    <main className="main" id="main">
      <title>{t(`status.${known}.title`)}</title>
      <div className="wrap">
        <h1>{t(`status.${known}.title`)}</h1>
        <p>{t(`status.${known}.text`)}</p>
        <p>
          <a href={`/${i18n.language}`}>{t("home")}</a>
        </p>
      </div>
    </main>
  );
}
