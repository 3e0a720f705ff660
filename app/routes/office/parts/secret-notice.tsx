import { useTranslation } from "react-i18next";
import { Notice } from "../../../components/notice.tsx";

/** The secret of a connected system, in the one answer that ever shows it. */
export function SecretNotice({ id, secret }: { id: string; secret: string }) {
  const { t } = useTranslation("systems");
  return (
    <Notice tone="success" title={t("secret.title")} live>
      <p>{t("secret.text")}</p>
      <p>
        {t("secret.id")} <code className="link-text">{id}</code>
      </p>
      <p>
        {t("secret.secret")} <code className="link-text">{secret}</code>
      </p>
    </Notice>
  );
}
