import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { CardList } from "../../components/case-card.tsx";
import { CodeText } from "../../components/code-text.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Notice } from "../../components/notice.tsx";
import type { FollowedView } from "./following.ts";
import { PublicPage } from "./public-page.tsx";
import { PublishedCard } from "./published-card.tsx";
import { VoiceCount } from "./voice-count.tsx";

/** The tracking page of somebody who follows a case of somebody else. */
export function FollowedCasePage({ view }: { view: FollowedView }) {
  const { t, i18n } = useTranslation("similar");
  const { t: words } = useTranslation("public");
  const home = `/${i18n.language}/track`;
  return (
    <PublicPage title={t("ownTitle")} unlisted>
      <p className="muted step-counter">
        {t("ownCode")} <CodeText mark="code">{view.code}</CodeText>
      </p>
      <h1>{t("ownTitle")}</h1>
      {view.item ? (
        <>
          <CardList label={t("followedCase")}>
            <PublishedCard item={view.item} headingLevel={2} />
          </CardList>
          <p>
            <VoiceCount followers={view.followers} confirmed={view.confirmed} />.
          </p>
        </>
      ) : (
        <Notice title={t("hiddenTitle")}>{t("hiddenText")}</Notice>
      )}
      <p className="column">{t(view.mailed ? "mailed" : "notMailed")}</p>
      <Disclosure summary={t("stop.ask.title")}>
        <form className="column" method="post" action={home}>
          <p>{t("stop.ask.text")}</p>
          <input type="hidden" name="act" value="stop-following" />
          <Button variant="danger">{t("stop.button")}</Button>
        </form>
      </Disclosure>
      <form className="no-print" method="post" action={home}>
        <Button variant="quiet" name="act" value="leave">
          {words("track.leave")}
        </Button>
      </form>
    </PublicPage>
  );
}
