import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/outbox";
import { addressState } from "../../../db/contacts.ts";
import { countOutbox, findMail, listOutbox, type OutboxRow, outboxStates } from "../../../db/outbox.ts";
import type { Db } from "../../../db/store.server.ts";
import { renderMail } from "../../../emails/list.ts";
import { retryMail, retryMailInput } from "../../commands/retry-mail.ts";
import { Button } from "../../components/button.tsx";
import { CodeText } from "../../components/code-text.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Time } from "../../components/time.tsx";
import type { Actor } from "../../domain/actor.ts";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, portalContext } from "../../http/context.ts";
import { formInput } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { PageTitle } from "./parts/page-title.tsx";
import { ViewTabs } from "./parts/view-tabs.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, env } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (!mayEver(actor, "see-outbox")) throw notFound();
  const counts = await countOutbox(store.read, actor);
  const asked = url.searchParams.get("state");
  const state = outboxStates.find((name) => name === asked) ?? (counts.stuck > 0 ? "stuck" : "queued");
  const cursor = url.searchParams.get("cursor");
  const { items, nextCursor } = await listOutbox(store.read, actor, { state, cursor }, 20);
  const noServer = env.SMTP_URL === undefined;
  const mails = await Promise.all(
    items.map(async (item) => ({
      ...item,
      text: noServer ? await textOf(store.read, actor, item.id, env.PUBLIC_URL) : null,
    })),
  );
  return {
    counts,
    states: outboxStates,
    state,
    mails,
    nextCursor,
    first: cursor === null,
    noServer,
    retried: url.searchParams.has("retried"),
  };
}

/** The words of a mail; `linkLater` where a link, made when it is sent, will stand in it besides. */
interface Preview {
  readonly subject: string;
  readonly text: string;
  readonly linkLater: boolean;
}

/** The words of a mail for a portal without a mail server; null for one that needs its one-time link to be written. */
async function textOf(db: Db, actor: Actor, id: number, publicUrl: string): Promise<Preview | null> {
  const mail = await findMail(db, id, actor);
  if (!mail) return null;
  try {
    const { subject, text } = renderMail(mail.mail, mail.lang, mail.params, publicUrl);
    return { subject, text, linkLater: await willAskToConfirm(db, mail) };
  } catch {
    return null;
  }
}

/** The receipt of a case asks an address that nobody has confirmed to be confirmed, by a link of its own. */
async function willAskToConfirm(db: Db, { mail, sentAt, recipientId }: OutboxRow): Promise<boolean> {
  return mail === "received" && sentAt === null && (await addressState(db, recipientId)) === "unconfirmed";
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "retry-mail")) throw notFound();
  const done = await attempt(context, retryMail, retryMailInput, formInput(await request.formData()));
  if (done.ok) return redirect("/office/outbox?state=queued&retried", 303);
  return data({ refusal: done.refusal ?? "wrong-state" }, done.status);
}

export default function Outbox({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("office");
  const { counts, states, state, mails, nextCursor, first, noServer, retried } = loaderData;
  return (
    <>
      <PageTitle>{t("outbox.title")}</PageTitle>
      {actionData && (
        <Notice tone="warning" live>
          {t(actionData.refusal === "unavailable" ? "refusal.unavailable.text" : "outbox.gone")}
        </Notice>
      )}
      {retried && !actionData && (
        <Notice tone="success" live first>
          {t("outbox.retried")}
        </Notice>
      )}
      <h1>{t("outbox.title")}</h1>
      <p className="muted">{t("outbox.text")}</p>
      {noServer && <Notice title={t("outbox.noServer")}>{t("outbox.noServerText")}</Notice>}
      <ViewTabs
        label={t("outbox.states")}
        tabs={states.map((name) => ({
          key: name,
          href: `/office/outbox?state=${name}`,
          label: t(`outbox.state.${name}`),
          current: name === state,
          ...(counts[name]
            ? { count: counts[name] >= 1000 ? "999+" : String(counts[name]), late: name === "stuck" }
            : {}),
        }))}
      />
      {mails.length === 0 && (
        <EmptyState title={t(`outbox.empty.${state}`)}>
          {counts.stuck > 0 && state !== "stuck" && (
            <p>
              <Link to="/office/outbox?state=stuck">{t("outbox.seeStuck", { count: counts.stuck })}</Link>
            </p>
          )}
        </EmptyState>
      )}
      <ul className="plain-list mails">
        {mails.map((mail) => (
          <li key={mail.id} className="box">
            <p className="strong">{t(`mail.${mail.mail}`)}</p>
            <p className="card__meta">
              <span>{t(`outbox.to.${mail.recipient}`)}</span>
              {mail.code && <CodeText>{mail.code}</CodeText>}
              <span>
                {t("outbox.created")} <Time value={mail.createdAt} format="time" />
              </span>
              {mail.sentAt && (
                <span>
                  {t("outbox.sent")} <Time value={mail.sentAt} format="time" />
                </span>
              )}
              {mail.attempts > 0 && <span>{t("outbox.attempts", { count: mail.attempts })}</span>}
              {state === "queued" && mail.attempts > 0 && (
                <span>
                  {t("outbox.next")} <Time value={mail.notBefore} format="time" />
                </span>
              )}
              {mail.lastError && (
                <span>{t([`outbox.reason.${mail.lastError}`, "outbox.error"], { code: mail.lastError })}</span>
              )}
            </p>
            {mail.text && (
              <Disclosure summary={mail.text.subject}>
                <div className="written mail-text" lang={mail.lang}>
                  {mail.text.text}
                </div>
                {mail.text.linkLater && <p className="muted small">{t("outbox.linkLater")}</p>}
              </Disclosure>
            )}
            {!mail.text && noServer && <p className="muted small">{t("outbox.secret")}</p>}
            {(state === "stuck" || state === "no-address") && (
              <form method="post">
                <input type="hidden" name="id" value={mail.id} />
                <Button variant="secondary">{t("outbox.retry")}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <Pagination
        newerHref={first ? null : `/office/outbox?state=${state}`}
        olderHref={nextCursor && `/office/outbox?${new URLSearchParams({ state, cursor: nextCursor })}`}
      />
    </>
  );
}
