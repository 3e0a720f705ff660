import { useTranslation } from "react-i18next";

/** The document's title: "Error: " first when the form was not accepted, then the page, then the portal. */
export function PageTitle({ invalid, children }: { invalid?: boolean; children: string }) {
  const { t } = useTranslation("furniture");
  return <title>{`${invalid ? `${t("form.errorPrefix")} ` : ""}${children} - ${t("portal.name")}`}</title>;
}
