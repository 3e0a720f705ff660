import { useTranslation } from "react-i18next";
import { Icon } from "../../../components/icon.tsx";
import { useCaseNews } from "./use-case-news.ts";

/** Who else has the case open, who of them is writing, and that it has changed since this page was read. */
export function CasePresence({ code, version, attends }: { code: string; version: number; attends: boolean }) {
  const { t } = useTranslation("presence");
  const news = useCaseNews(code, attends);
  if (!news) return null;
  const changed = news.version > version;
  return (
    <div className="presence" aria-live="polite">
      {news.people.length > 0 && (
        <ul className="cluster" aria-label={t("others")}>
          {news.people.map(({ name, typing, away }, index) => (
            <li
              key={`${name} ${index}`}
              className={away ? "presence__person presence__person--away" : "presence__person"}
            >
              <span className="presence__mark" aria-hidden="true">
                {typing ? <Icon name="pencil" /> : name.split(" ").at(-1)?.slice(0, 1)}
              </span>
              {t(typing ? "typing" : away ? "away" : "here", { name })}
            </li>
          ))}
        </ul>
      )}
      {changed && (
        <p>
          {t("changed")} <a href={`/office/cases/${code}`}>{t("reload")}</a>
        </p>
      )}
    </div>
  );
}
