import { useTranslation } from "react-i18next";
import { VoiceCount } from "./voice-count.tsx";

/** How many voices a case has, the way to add one, and the way to follow without adding any. */
export function FollowLink({
  code,
  lang,
  followers,
  confirmed,
}: {
  code: string;
  lang: string;
  followers: number;
  confirmed: number;
}) {
  const { t } = useTranslation("similar");
  const page = `/${lang}/cases/${code}/follow`;
  return (
    <section className="no-print">
      <h2>{t("onCase.title")}</h2>
      {followers > 0 && (
        <p>
          <VoiceCount followers={followers} confirmed={confirmed} />.
        </p>
      )}
      <p>
        <a href={page}>{t("meToo")}</a>
        <br />
        <span className="small muted">{t("onCase.meToo")}</span>
      </p>
      <p>
        <a href={`${page}#only`}>{t("followOnly")}</a>
        <br />
        <span className="small muted">{t("onCase.followOnly")}</span>
      </p>
    </section>
  );
}
