import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { ReceiptPanel } from "../../components/panel.tsx";
import { UntranslatedMark } from "../../components/untranslated.tsx";
import { readCaseCode } from "../../domain/case-code.ts";
import { spokenTitle } from "../../domain/spoken.ts";
import { isKind } from "../../domain/forms.ts";
import { findDraft } from "../../../db/drafts.ts";
import { followSecret, voiceIn } from "../../../db/followers.ts";
import { findPublication } from "../../../db/publications.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { readFormToken } from "../../http/form-session.ts";
import type { Route } from "./+types/followed";
import { PublicPage } from "./public-page.tsx";
import { address } from "./submission-address.ts";
import { VoiceCount } from "./voice-count.tsx";

const DAY_MS = 24 * 3600 * 1000;

/** The code and the secret of this browser's own voice on a case, for a day; never anybody else's. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, env, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const query = new URL(request.url).searchParams;
  const code = readCaseCode((query.get("code") ?? "").slice(0, 60)) ?? "";
  const token = readFormToken(request, env.PUBLIC_URL);
  const publication = token ? await findPublication(store.read, code) : null;
  const voice = token && publication ? await voiceIn(store.read, token, publication.caseId) : null;
  if (!token || !voice || !publication || now.getTime() - voice.createdAt.getTime() > DAY_MS) return { voice: null };
  const kind = query.get("kind") ?? "";
  const draft = isKind(kind) ? await findDraft(store.read, token, now) : null;
  return {
    voice: { code: voice.code, secret: followSecret(store.read, token, voice.caseId) },
    caseCode: publication.code,
    title: spokenTitle(publication, lang),
    followers: publication.followers,
    confirmed: publication.confirmedFollowers,
    draftUrl: draft?.kind === kind && isKind(kind) ? address(lang, kind, "check") : null,
  };
}

export default function Followed({ loaderData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("similar");
  const { t: words } = useTranslation("public");
  const lang = i18n.language;
  if (!loaderData.voice) {
    return (
      <PublicPage title={t("noneTitle")} unlisted>
        <h1>{t("noneTitle")}</h1>
        <p className="column">{t("noneText")}</p>
        <p>
          <ButtonLink href={`/${lang}/track`}>{t("track")}</ButtonLink>
        </p>
      </PublicPage>
    );
  }
  const { voice, caseCode, title, followers, confirmed, draftUrl } = loaderData;
  const copy = <copy-code words={words("copy")} done={words("copied")} hidden />;
  return (
    <PublicPage title={t("followedTitle")} unlisted enhanced>
      <ReceiptPanel
        title={t("followedTitle")}
        code={voice.code}
        codeLabel={t("ownCode")}
        codeNote={<p>{copy}</p>}
        secret={voice.secret}
        secretNote={
          <>
            <p>{copy}</p>
            <p>{t("secretNote")}</p>
          </>
        }
      />
      <section className="column">
        <h2>{t("followedCase")}</h2>
        <p>
          <a href={`/${lang}/cases/${caseCode}`} lang={title.lang}>
            {title.text}
          </a>{" "}
          {title.lang !== lang && <UntranslatedMark />}
        </p>
        <p>
          <VoiceCount followers={followers} confirmed={confirmed} />.
        </p>
        <p>{t("notMailed")}</p>
        {draftUrl && (
          <Notice title={t("draftTitle")}>
            <p>{t("draftText")}</p>
            <p>
              <a href={draftUrl}>{t("draftOpen")}</a>
            </p>
          </Notice>
        )}
        <p className="no-print">
          <ButtonLink href={`/${lang}/track?code=${voice.code}`}>{t("track")}</ButtonLink>
        </p>
      </section>
    </PublicPage>
  );
}
