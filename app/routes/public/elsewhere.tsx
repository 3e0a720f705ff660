import { useTranslation } from "react-i18next";
import { PublicPage } from "./public-page.tsx";
import { Prose } from "./prose.tsx";

/** Complaints, denunciations and emergencies: which law, which office, what to do. */
export default function Elsewhere() {
  const { t, i18n } = useTranslation("public");
  const submit = `/${i18n.language}/submit`;
  return (
    <PublicPage title={t("elsewhere.title")} description={t("elsewhere.lead")} back={{ href: submit }}>
      <h1>{t("elsewhere.title")}</h1>
      <p className="lead">{t("elsewhere.lead")}</p>
      <Prose name="elsewhere.emergency" id="emergency" />
      <Prose name="elsewhere.complaint" id="complaint" />
      <Prose name="elsewhere.denunciation" id="denunciation" />
      <Prose name="elsewhere.here" />
      <p>
        <a href={submit}>{t("elsewhere.goOn")}</a>
      </p>
    </PublicPage>
  );
}
