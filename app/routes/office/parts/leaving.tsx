import { useTranslation } from "react-i18next";
import type { Lang } from "../../../domain/case-kind.ts";
import type { ActPreview, PreviewedMail } from "../../../http/preview.ts";

/** Everything of an act that leaves the office, as its readers will have it. */
export function Leaving({ preview }: { preview: ActPreview }) {
  const { t } = useTranslation(["console", "office"]);
  const language = ({ lang }: { lang: Lang }) => t(lang === "vi" ? "office:publish.sideVi" : "office:publish.sideEn");
  const { mails, followers, systems, said, colleagues, nameHidden } = preview;
  return (
    <section className="preview leaving" aria-label={t("leaving.title")}>
      <p className="strong">{t("leaving.title")}</p>
      {mails.length === 0 && <p>{t("leaving.noMail")}</p>}
      {mails.map((mail) => (
        <Letter
          key={mail.sent.subject}
          mail={mail}
          head={t("leaving.mail", { language: language(mail.sent) })}
          otherHead={t("leaving.other", { language: language(mail.other) })}
        />
      ))}
      {said.map(({ body, lang }) => (
        <div key={body}>
          <p className="strong">{t("leaving.said")}</p>
          <p className="mail-text" lang={lang}>
            {body}
          </p>
        </div>
      ))}
      {followers && (
        <>
          <p className="strong">{t("leaving.followers", { count: followers.people })}</p>
          <Letter
            mail={followers.mail}
            head={t("leaving.in", { language: language(followers.mail.sent) })}
            otherHead={t("leaving.in", { language: language(followers.mail.other) })}
          />
        </>
      )}
      {systems > 0 && <p>{t("leaving.systems", { count: systems })}</p>}
      {colleagues > 0 && <p>{t("leaving.colleagues", { count: colleagues })}</p>}
      {(nameHidden || mails.length > 0) && (
        <p className="muted">{t(nameHidden ? "leaving.nameHidden" : "leaving.noName")}</p>
      )}
    </section>
  );
}

function Letter({ mail: { sent, other }, head, otherHead }: { mail: PreviewedMail; head: string; otherHead: string }) {
  return (
    <>
      <p className="strong">{head}</p>
      <div className="leaving__letter" lang={sent.lang} role="region" aria-label={sent.subject} tabIndex={0}>
        <p className="strong">{sent.subject}</p>
        <p className="mail-text">{sent.text}</p>
      </div>
      <details>
        <summary>{otherHead}</summary>
        <div className="leaving__letter" lang={other.lang} role="region" aria-label={other.subject} tabIndex={0}>
          <p className="strong">{other.subject}</p>
          <p className="mail-text">{other.text}</p>
        </div>
      </details>
    </>
  );
}
