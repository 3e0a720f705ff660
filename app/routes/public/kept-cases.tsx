import { useTranslation } from "react-i18next";
import { statuses } from "../../domain/case-status.ts";
import { PublicPage } from "./public-page.tsx";

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

const told = ["stays", "asks", "shared", "voice"] as const;
const lines = [
  "none",
  "cases",
  "loading",
  "counted",
  "failed",
  "gone",
  "same",
  "changed",
  "seen",
  "drop",
  "clear",
] as const;
const parts = ["status", "answer", "text"] as const;

/** The cases that somebody keeps in this browser: the portal knows nothing of them; `public/following.js` shows them. */
export default function KeptCases() {
  const { t, i18n } = useTranslation("following");
  const { t: domain } = useTranslation("domain");
  const lang = i18n.language;
  const words = {
    ...Object.fromEntries(lines.map((line) => [line, t(`list.${line}`)])),
    what: Object.fromEntries(parts.map((part) => [part, t(`list.what.${part}`)])),
  };
  const names = Object.fromEntries(statuses.map((status) => [status, domain(`status.${status}`)]));
  return (
    <PublicPage title={t("title")} description={t("description")} scripts={["following"]}>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <section>
        <kept-cases words={JSON.stringify(words)} statuses={JSON.stringify(names)}>
          <p>{t("noScript")}</p>
        </kept-cases>
      </section>
      <section className="column">
        <h2>{t("privacyTitle")}</h2>
        <ul>
          {told.map((line) => (
            <li key={line}>{t(`privacy.${line}`)}</li>
          ))}
        </ul>
      </section>
      <section className="column">
        <h2>{t("otherTitle")}</h2>
        <ul>
          <li>
            <a href={`/${lang}/cases`}>{t("other.mail")}</a>
          </li>
          <li>
            <a href={`/${lang}/follow`}>{t("other.list")}</a>
          </li>
          <li>
            <a href={`/${lang}/cases.atom`}>{t("other.atom")}</a>
          </li>
          <li>
            <a href={`/${lang}/cases.json`}>{t("other.json")}</a>
          </li>
        </ul>
      </section>
    </PublicPage>
  );
}
