import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { confirmFollowing } from "../../commands/confirm-following.ts";
import { stopFollowing } from "../../commands/stop-following.ts";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { Untranslated } from "../../components/untranslated.tsx";
import { spokenTitle } from "../../domain/spoken.ts";
import { followedCase, followerOfToken } from "../../../db/followers.ts";
import { answeredContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { readForm, typedValues } from "../../http/form-input.ts";
import { perform } from "../../http/perform.ts";
import type { Route } from "./+types/confirm-following";
import { PublicPage } from "./public-page.tsx";
import { VoiceCount } from "./voice-count.tsx";

/** Where the first mail to a follower leads: reading confirms nothing, only the button does. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { store, limiter } = context.get(portalContext);
  const gone = { state: "gone" as const, item: null };
  if (context.get(answeredContext)) return gone;
  const wait = limiter.take("lookup", context.get(sourceContext));
  if (wait > 0) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const row = await followerOfToken(store.read, params.token.slice(0, 100));
  const publication = row && row.email !== null ? await followedCase(store.read, row) : null;
  if (!row || !publication) return data(gone, 410);
  const lang = context.get(langContext);
  const { code, followers, confirmedFollowers } = publication;
  const item = { code, title: spokenTitle(publication, lang), followers, confirmed: confirmedFollowers };
  return { state: row.confirmedAt === null ? ("ask" as const) : ("done" as const), item };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { store, limiter } = context.get(portalContext);
  context.set(answeredContext, true);
  const lang = context.get(langContext);
  const wait = limiter.take("lookup", context.get(sourceContext));
  if (wait > 0) return data({ failed: true }, { status: 429, headers: { "Retry-After": String(wait) } });
  const { act = "" } = typedValues(await readForm(request));
  const here = `/${lang}/follow/${params.token}`;
  const row = await followerOfToken(store.read, params.token.slice(0, 100));
  if (!row || row.email === null) return redirect(here, 303);
  const stops = act === "stop";
  const done = await perform(context, stops ? stopFollowing : confirmFollowing, { followerId: row.id });
  if (done.ok) return redirect(stops ? `/${lang}/unfollow/done` : here, 303);
  return data({ failed: true }, { status: done.status, headers: { "Retry-After": "10" } });
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function ConfirmFollowing({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation(["following", "similar"]);
  const { state, item } = loaderData;
  const failed = actionData?.failed === true;
  const title = t(failed ? "confirm.ask.title" : `confirm.${state}.title`);
  return (
    <PublicPage title={title} unlisted>
      <h1>{title}</h1>
      {failed && (
        <Notice tone="warning" live>
          {t("similar:problem.unavailable")}
        </Notice>
      )}
      <div className="column">
        {item && (
          <p className="lead">
            <a href={`/${i18n.language}/cases/${item.code}`}>
              <Untranslated lang={item.title.lang}>{item.title.text}</Untranslated>
            </a>
          </p>
        )}
        {!failed && <p>{t(`confirm.${state}.text`)}</p>}
        {state === "done" && item && (
          <p>
            <VoiceCount followers={item.followers} confirmed={item.confirmed} />.
          </p>
        )}
        {(state === "ask" || failed) && (
          <form method="post">
            <div className="cluster">
              <Button name="act" value="confirm">
                {t("confirm.button")}
              </Button>
              <Button variant="secondary" name="act" value="stop">
                {t("similar:stop.button")}
              </Button>
            </div>
          </form>
        )}
      </div>
    </PublicPage>
  );
}
