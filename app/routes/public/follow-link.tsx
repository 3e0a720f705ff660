import { useTranslation } from "react-i18next";

/** How many follow a case, and the way to be one of them. */
export function FollowLink({ code, lang, followers }: { code: string; lang: string; followers: number }) {
  const { t } = useTranslation("similar");
  return (
    <p>
      {followers > 0 && <>{t("followers", { count: followers })}. </>}
      <a href={`/${lang}/cases/${code}/follow`}>{t("follow")}</a>
    </p>
  );
}
