import { useTranslation } from "react-i18next";
import { CodeText } from "../../components/code-text.tsx";
import { Notice } from "../../components/notice.tsx";
import { Time } from "../../components/time.tsx";
import type { Lang } from "../../domain/case-kind.ts";

/** The code by which a draft is opened on another device, with the day until which it is kept. */
export function SavedDraft({ code, expiresAt, lang }: { code: string; expiresAt: Date; lang: Lang }) {
  const { t } = useTranslation("public");
  return (
    <>
      <p>{t("submit.saved.lead")}</p>
      <dl className="dl">
        <div className="dl__row">
          <dt>{t("submit.saved.code")}</dt>
          <dd>
            <CodeText mark="secret" large>
              {code}
            </CodeText>
            <copy-code words={t("copy")} done={t("copied")} hidden />
          </dd>
        </div>
        <div className="dl__row">
          <dt>{t("submit.saved.until")}</dt>
          <dd>
            <Time value={expiresAt} format="long" />
          </dd>
        </div>
      </dl>
      <p>
        {t("submit.saved.how")} <a href={`/${lang}/submit/resume`}>{t("submit.saved.link")}</a>
      </p>
    </>
  );
}

/** What a colleague has written into an answer meanwhile; one's own words stay in the form. */
export function Theirs({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation("barrier");
  return (
    <Notice tone="warning" title={t("share.theirs", { label })}>
      <blockquote className="preserved">{text || t("share.theirsEmpty")}</blockquote>
      <p>{t("share.theirsHow")}</p>
    </Notice>
  );
}
