import { useTranslation } from "react-i18next";
import { kinds } from "../../domain/case-kind.ts";
import { PublicPage } from "./public-page.tsx";

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

/** Every public page in one list. */
export default function Sitemap() {
  const { t, i18n } = useTranslation(["public", "publishing", "me", "register", "ledger"]);
  const { t: furniture } = useTranslation("furniture");
  const { t: receipt } = useTranslation("receipt");
  const at = (path: string) => `/${i18n.language}${path}`;
  const plain = ["help", "privacy", "accessibility", "open-data", "api"] as const;
  return (
    <PublicPage title={furniture("nav.sitemap")} description={t("sitemap.lead")}>
      <h1>{furniture("nav.sitemap")}</h1>
      <p className="lead">{t("sitemap.lead")}</p>
      <ul>
        <li>
          <a href={at("")}>{furniture("nav.home")}</a>
        </li>
        <li>
          <a href={at("/submit")}>{t("choose.title")}</a>
          <ul>
            {kinds.map((kind) => (
              <li key={kind}>
                <a href={at(`/submit/${kind}`)}>{t(`choose.kind.${kind}`)}</a>
              </li>
            ))}
            <li>
              <a href={at("/submit/elsewhere")}>{t("elsewhere.title")}</a>
            </li>
          </ul>
        </li>
        <li>
          <a href={at("/track")}>{t("track.title")}</a>
        </li>
        <li>
          <a href={at("/me")}>{t("me:ask.title")}</a>
        </li>
        <li>
          <a href={at("/verify")}>{receipt("verify.title")}</a>
        </li>
        <li>
          <a href={at("/ledger")}>{t("ledger:title")}</a>
        </li>
        <li>
          <a href={at("/cases")}>{t("cases.title")}</a>
          <ul>
            <li>
              <a href={at("/follow")}>{t("finding:list.title")}</a>
            </li>
            <li>
              <a href={at("/following")}>{t("finding:list.device")}</a>
            </li>
            <li>
              <a href={at("/cases.atom")}>{t("finding:list.atom")}</a>
            </li>
            <li>
              <a href={at("/cases.json")}>{t("finding:list.json")}</a>
            </li>
          </ul>
          <ul>
            <li>
              <a href={at("/cases/removed")}>{t("publishing:removed.title")}</a>
            </li>
          </ul>
        </li>
        <li>
          <a href={at("/barriers")}>{t("register:title")}</a>
          <ul>
            <li>
              <a href={at("/barriers/changes")}>{t("register:changes.title")}</a>
            </li>
          </ul>
        </li>
        <li>
          <a href={at("/initiatives")}>{t("register:initiatives.title")}</a>
        </li>
        <li>
          <a href={at("/statistics")}>{furniture("nav.statistics")}</a>
        </li>
        {plain.map((page) => (
          <li key={page}>
            <a href={at(`/${page}`)}>{furniture(`nav.${page}`)}</a>
          </li>
        ))}
        <li>
          <a href="/office">{furniture("nav.office")}</a>
        </li>
      </ul>
    </PublicPage>
  );
}
