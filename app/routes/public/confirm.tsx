import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { useLink, useLinkInput } from "../../commands/use-link.ts";
import { Button, ButtonLink } from "../../components/button.tsx";
import { dateWords } from "../../components/date-words.ts";
import { Notice } from "../../components/notice.tsx";
import type { LinkPurpose } from "../../domain/identity.ts";
import { addressOfLink, readLink } from "../../../db/mailed-links.ts";
import { accountCookie } from "../../http/contact-session.ts";
import { answeredContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { attempt } from "../../http/perform.ts";
import type { Route } from "./+types/confirm";
import { PublicPage } from "./public-page.tsx";

/** Reading a mailed link spends nothing, however often a program opens it; only the button does. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { store, clock, limiter } = context.get(portalContext);
  if (context.get(answeredContext)) return { link: null, done: null };
  const wait = limiter.take("lookup", context.get(sourceContext));
  if (wait > 0) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const link = await readLink(store.read, params.token.slice(0, 200), clock());
  if (!link || (await addressOfLink(store.read, link)) === null) return data({ link: null, done: null }, 410);
  return { link: { purpose: link.purpose, until: link.expiresAt }, done: null };
}

interface Pressed {
  readonly done: LinkPurpose | null;
  readonly moved: boolean;
  readonly problem: "expired" | "limited" | "unavailable" | null;
}

export async function action({ params, context }: Route.ActionArgs) {
  const { env, limiter } = context.get(portalContext);
  context.set(answeredContext, true);
  const answer = (pressed: Partial<Pressed>, status: number, more: Record<string, string> = {}) =>
    data<Pressed>({ done: null, moved: false, problem: null, ...pressed }, { status, headers: more });
  const wait = limiter.take("sign-in", context.get(sourceContext));
  if (wait > 0) return answer({ problem: "limited" }, 429, { "Retry-After": String(wait) });
  const used = await attempt(context, useLink, useLinkInput, { token: params.token }, { kind: "public" });
  if (!used.ok) {
    const busy = used.status === 503;
    return answer({ problem: busy ? "unavailable" : "expired" }, busy ? 503 : 410, busy ? { "Retry-After": "10" } : {});
  }
  const { purpose, sessionId, moved } = used.value;
  if (sessionId === null) return answer({ done: purpose, moved }, 200);
  const cookie = { "Set-Cookie": accountCookie(sessionId, env.PUBLIC_URL) };
  return redirect(`/${context.get(langContext)}/me`, { status: 303, headers: cookie });
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("me");
  const { t: furniture } = useTranslation("furniture");
  const { link } = loaderData;
  const lang = i18n.language;
  if (actionData?.done) return <Done purpose={actionData.done} moved={actionData.moved} />;
  const again = actionData?.problem === "limited" || actionData?.problem === "unavailable";
  if (!again && !link) {
    return (
      <PublicPage title={t("confirm.expired.title")} unlisted>
        <h1>{t("confirm.expired.title")}</h1>
        <div className="column">
          <p>{t("confirm.expired.text")}</p>
          <ButtonLink href={`/${lang}/me`}>{t("confirm.expired.again")}</ButtonLink>
        </div>
      </PublicPage>
    );
  }
  const purpose = link?.purpose ?? "confirm";
  return (
    <PublicPage title={t(again ? "confirm.again" : `confirm.${purpose}.title`)} unlisted>
      {again && (
        <Notice tone="warning" live>
          {t(`problem.${actionData?.problem}`)}
        </Notice>
      )}
      <h1>{t(again ? "confirm.again" : `confirm.${purpose}.title`)}</h1>
      <form className="column" method="post">
        {!again && <p>{t(`confirm.${purpose}.text`)}</p>}
        <Button>{t(again ? "confirm.again" : `confirm.${purpose}.button`)}</Button>
        {link && (
          <p className="small muted">{t("confirm.until", { date: dateWords(link.until, "time", furniture) })}</p>
        )}
      </form>
    </PublicPage>
  );
}

function Done({ purpose, moved }: { purpose: LinkPurpose; moved: boolean }) {
  const { t, i18n } = useTranslation("me");
  const outcome =
    purpose === "confirm" ? "confirmed" : moved ? "moved" : purpose === "old-address" ? "approved" : "waiting";
  return (
    <PublicPage title={t(`confirm.done.${outcome}.title`)} unlisted>
      <Notice tone="success" live title={<h1>{t(`confirm.done.${outcome}.title`)}</h1>}>
        {t(`confirm.done.${outcome}.text`)}
      </Notice>
      <p>
        <a href={`/${i18n.language}/me`}>{t("confirm.done.next")}</a>
      </p>
    </PublicPage>
  );
}
