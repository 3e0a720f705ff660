import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../components/button.tsx";

/** The downloads of a case's signed receipt, on the receipt page and on the submitter's own page of the case. */
export function ReceiptDownloads({ code }: { code: string }) {
  const { t, i18n } = useTranslation("receipt");
  const at = (file: string) => `/${i18n.language}/receipt/${file}?code=${code}`;
  return (
    <section className="no-print">
      <h2>{t("download.title")}</h2>
      <p className="column">{t("download.text")}</p>
      <p className="cluster">
        <ButtonLink variant="secondary" href={at("receipt.pdf")}>
          {t("download.pdf")}
        </ButtonLink>
      </p>
      <ul>
        {(["txt", "sig", "json"] as const).map((ending) => (
          <li key={ending}>
            <a href={at(`receipt.${ending}`)}>{t(`download.${ending}`)}</a>
          </li>
        ))}
        <li>
          <a href={`/${i18n.language}/verify`}>{t("download.verify")}</a>
        </li>
      </ul>
    </section>
  );
}
