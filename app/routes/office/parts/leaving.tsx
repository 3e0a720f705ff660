import { useTranslation } from "react-i18next";
import type { Lang } from "../../../domain/case-kind.ts";
import type { ActPreview, PreviewedMail } from "../../../http/preview.ts";

/** Everything of an act that leaves the office, as its readers will have it. */
export function Leaving({ preview }: { preview: ActPreview }) {
  const { t } = useTranslation("console");
  const { mails, said, colleagues, nameHidden } = preview;
  return (
    <section className="preview leaving" aria-label={t("leaving.title")}>
      <p className="strong">{t("leaving.title")}</p>
      {mails.length === 0 && <p>{t("leaving.noMail")}</p>}
      {mails.map((mail) => (
        <Letter key={mail.sent.subject} mail={mail} />
      ))}
      {said.map(({ body, lang }) => (
        <div key={body}>
          <p className="strong">{t("leaving.said")}</p>
          <p className="mail-text" lang={lang}>
            {body}
          </p>
        </div>
      ))}
      {colleagues > 0 && <p>{t("leaving.colleagues", { count: colleagues })}</p>}
      {(nameHidden || mails.length > 0) && (
        <p className="muted">{t(nameHidden ? "leaving.nameHidden" : "leaving.noName")}</p>
      )}
    </section>
  );
}

function Letter({ mail: { sent, other } }: { mail: PreviewedMail }) {
  const { t } = useTranslation(["console", "office"]);
  const language = (lang: Lang) => t(lang === "vi" ? "office:publish.sideVi" : "office:publish.sideEn");
  return (
    <>
      <p className="strong">{t("leaving.mail", { language: language(sent.lang) })}</p>
      <div className="leaving__letter" lang={sent.lang} role="region" aria-label={sent.subject} tabIndex={0}>
        <p className="strong">{sent.subject}</p>
        <p className="mail-text">{sent.text}</p>
      </div>
      <details>
        <summary>{t("leaving.other", { language: language(other.lang) })}</summary>
        <div className="leaving__letter" lang={other.lang} role="region" aria-label={other.subject} tabIndex={0}>
          <p className="strong">{other.subject}</p>
          <p className="mail-text">{other.text}</p>
        </div>
      </details>
    </>
  );
}
