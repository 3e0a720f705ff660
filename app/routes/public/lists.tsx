import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { confirmList } from "../../commands/confirm-list.ts";
import { stopLists } from "../../commands/stop-lists.ts";
import { Button, ButtonLink } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { listFollowerOfToken, listsOf } from "../../../db/list-followers.ts";
import { answeredContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { readForm, typedValues } from "../../http/form-input.ts";
import { perform } from "../../http/perform.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/lists";
import { namedList } from "./named-list.ts";
import { PublicPage } from "./public-page.tsx";

/** Where the mails of lists lead: reading confirms and stops nothing, only the buttons do. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { store, limiter, clock } = context.get(portalContext);
  if (context.get(answeredContext)) return { lists: [] };
  const wait = limiter.take("lookup", context.get(sourceContext));
  if (wait > 0) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const row = await listFollowerOfToken(store.read, params.token.slice(0, 100));
  if (!row) return data({ lists: [] }, 410);
  const here = context.get(langContext);
  const reference = await referenceLists(store, clock());
  const own = (await listsOf(store.read, row.emailIndex))
    // Whoever holds the link of an unconfirmed list has not shown that the address is theirs.
    .filter(({ id }) => row.confirmedAt !== null || id === row.id);
  const lists = own.map(async ({ id, query, lang, rhythm, confirmedAt }) => {
    const { title, unknownWords } = await namedList(store.read, new URLSearchParams(query), reference, here);
    const href = `/${lang}/cases${query && `?${query}`}`;
    return { id, href, name: title, unknownWords, rhythm, confirmed: confirmedAt !== null };
  });
  return { lists: await Promise.all(lists) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { store, limiter } = context.get(portalContext);
  const wait = limiter.take("lookup", context.get(sourceContext));
  if (wait > 0) return data({ failed: true }, { status: 429, headers: { "Retry-After": String(wait) } });
  const { act = "", list = "" } = typedValues(await readForm(request));
  const row = await listFollowerOfToken(store.read, params.token.slice(0, 100));
  if (!row) return redirect(`/${context.get(langContext)}/lists/gone`, 303);
  const only = /^\d{1,15}$/.test(list) && row.confirmedAt !== null ? Number(list) : row.id;
  const done =
    act === "confirm"
      ? await perform(context, confirmList, { id: row.id })
      : await perform(context, stopLists, { id: row.id, only: act === "stop-all" && row.confirmedAt ? null : only });
  if (!done.ok) return data({ failed: true }, { status: done.status, headers: { "Retry-After": "10" } });
  return redirect(`/${context.get(langContext)}/lists/${params.token}`, 303);
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function Lists({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("finding");
  const { t: similar } = useTranslation("similar");
  const { lists } = loaderData;
  const waiting = lists.find((list) => !list.confirmed);
  const title = t(lists.length === 0 ? "lists.none" : waiting ? "lists.confirmTitle" : "lists.title");
  return (
    <PublicPage title={title} unlisted>
      <h1>{title}</h1>
      {actionData?.failed && (
        <Notice tone="warning" live>
          {similar("problem.unavailable")}
        </Notice>
      )}
      <div className="column">
        <p>{t(lists.length === 0 ? "lists.noneText" : waiting ? "lists.confirmText" : "lists.text")}</p>
        {lists.map((list) => (
          <form key={list.id} method="post">
            <p>
              <a href={list.href}>{list.name}</a>, {t(`mail.rhythms.${list.rhythm}`)}
            </p>
            {list.unknownWords && <p className="small">{list.unknownWords}</p>}
            <input type="hidden" name="list" value={list.id} />
            <div className="cluster">
              {!list.confirmed && (
                <Button name="act" value="confirm">
                  {t("lists.confirm")}
                </Button>
              )}
              <Button variant="secondary" name="act" value="stop">
                {t("lists.stop")}
              </Button>
            </div>
          </form>
        ))}
        {lists.length > 1 && (
          <form method="post">
            <Button variant="danger" name="act" value="stop-all">
              {t("lists.stopAll")}
            </Button>
          </form>
        )}
        {lists.length === 0 && <ButtonLink href={`/${i18n.language}/cases`}>{similar("stop.cases")}</ButtonLink>}
      </div>
    </PublicPage>
  );
}
