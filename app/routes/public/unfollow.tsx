import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { stopFollowing } from "../../commands/stop-following.ts";
import { Button, ButtonLink } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { followerOfToken } from "../../../db/followers.ts";
import { langContext, portalContext, sourceContext } from "../../http/context.ts";
import { perform } from "../../http/perform.ts";
import type { Route } from "./+types/unfollow";
import { PublicPage } from "./public-page.tsx";

/** Where a mail's link to stop leads: reading changes nothing, only the button does. `done` says that it is done. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { store, limiter } = context.get(portalContext);
  if (params.token === "done") return { state: "done" as const };
  const wait = limiter.take("lookup", context.get(sourceContext));
  if (wait > 0) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const row = await followerOfToken(store.read, params.token.slice(0, 100));
  return row ? { state: "ask" as const } : data({ state: "gone" as const }, 410);
}

export async function action({ params, context }: Route.ActionArgs) {
  const { store, limiter } = context.get(portalContext);
  const lang = context.get(langContext);
  const wait = limiter.take("lookup", context.get(sourceContext));
  if (wait > 0) return data({ failed: true }, { status: 429, headers: { "Retry-After": String(wait) } });
  const row = await followerOfToken(store.read, params.token.slice(0, 100));
  const stopped = row ? await perform(context, stopFollowing, { followerId: row.id }) : null;
  if (stopped && !stopped.ok)
    return data({ failed: true }, { status: stopped.status, headers: { "Retry-After": "10" } });
  return redirect(`/${lang}/unfollow/done`, 303);
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function Unfollow({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("similar");
  const { state } = loaderData;
  const title = t(`stop.${state}.title`);
  return (
    <PublicPage title={title} unlisted>
      <h1>{title}</h1>
      {actionData?.failed && (
        <Notice tone="warning" live>
          {t("problem.unavailable")}
        </Notice>
      )}
      <div className="column">
        <p>{t(`stop.${state}.text`)}</p>
        {state === "ask" ? (
          <form method="post">
            <Button>{t("stop.button")}</Button>
          </form>
        ) : (
          <ButtonLink href={`/${i18n.language}/cases`}>{t("stop.cases")}</ButtonLink>
        )}
      </div>
    </PublicPage>
  );
}
