import { useTranslation } from "react-i18next";
import { Prose } from "./prose.tsx";
import { PublicPage } from "./public-page.tsx";

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

const parts = ["law", "kept", "readers", "published", "cookies", "addresses", "time", "rights"] as const;

/** What the portal knows about people, why, for how long, and what they can ask for. */
export default function Privacy() {
  const { t } = useTranslation("public");
  return (
    <PublicPage title={t("privacy.title")} description={t("privacy.lead")}>
      <h1>{t("privacy.title")}</h1>
      <p className="lead">{t("privacy.lead")}</p>
      {parts.map((part) => (
        <Prose key={part} name={`privacy.${part}`} id={part} />
      ))}
    </PublicPage>
  );
}
