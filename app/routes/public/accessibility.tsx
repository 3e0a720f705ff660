import { useTranslation } from "react-i18next";
import { Prose } from "./prose.tsx";
import { PublicPage } from "./public-page.tsx";

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

const parts = ["works", "settings", "limits", "report"] as const;

/** What works for whom, and what does not work yet. */
export default function Accessibility() {
  const { t } = useTranslation("public");
  return (
    <PublicPage title={t("accessibility.title")} description={t("accessibility.lead")}>
      <h1>{t("accessibility.title")}</h1>
      <p className="lead">{t("accessibility.lead")}</p>
      {parts.map((part) => (
        <Prose key={part} name={`accessibility.${part}`} id={part} />
      ))}
    </PublicPage>
  );
}
