import { useTranslation } from "react-i18next";
import { VoiceCount } from "./voice-count.tsx";

/** How many follow a case, and the way to be one of them. */
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
  return (
    <p>
      {followers > 0 && (
        <>
          <VoiceCount followers={followers} confirmed={confirmed} />.{" "}
        </>
      )}
      <a href={`/${lang}/cases/${code}/follow`}>{t("follow")}</a>
    </p>
  );
}
