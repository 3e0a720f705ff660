import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { askForLink, askForLinkInput } from "../../commands/ask-for-link.ts";
import { leaveAccount } from "../../commands/leave-account.ts";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { openAddress } from "../../../db/contacts.ts";
import { leavingHeaders, readAccount } from "../../http/contact-session.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { attempt, perform } from "../../http/perform.ts";
import type { Route } from "./+types/me";
import { accountCases } from "./me-cases.ts";
import { MyCases } from "./me-list.tsx";
import { readMeForm, refuseMe } from "./me-form.ts";
import { type MeRefused, useMeWords } from "./me-words.ts";
import { PublicPage } from "./public-page.tsx";

const doneOf = ["sent", "left", "erased", "case-erased"] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { store } = context.get(portalContext);
  const { searchParams } = new URL(request.url);
  const done = doneOf.find((name) => searchParams.has(name)) ?? null;
  const account = await readAccount(request, context);
  if (!account) return { mine: null, done };
  const before = Number(searchParams.get("before")) || null;
  const cases = await accountCases(context, account.contact, before);
  return { mine: { email: openAddress(store.read, account.contact), ...cases }, done };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { env } = context.get(portalContext);
  const lang = context.get(langContext);
  const { typed, wait } = await readMeForm(request, context);
  const home = `/${lang}/me`;
  if (typed.act === "leave") {
    const account = await readAccount(request, context);
    if (account) await perform(context, leaveAccount, { sessionId: account.sessionId }, account.actor);
    return redirect(`${home}?left`, { status: 303, headers: leavingHeaders(env.PUBLIC_URL) });
  }
  if (wait > 0) return refuseMe("ask", typed, { wait });
  const done = await attempt(context, askForLink, askForLinkInput, { email: typed.email, lang }, { kind: "public" });
  // The same answer for every address, known here or not.
  return done.ok ? redirect(`${home}?sent`, 303) : refuseMe("ask", typed, done);
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function Me({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("me");
  const { mine, done } = loaderData;
  if (mine) return <MyCases mine={mine} done={done} />;
  if (done === "sent" && !actionData) return <Sent />;
  return (
    <AskForLink refused={actionData}>
      {(done === "left" || done === "erased") && (
        <Notice tone="success" live>
          {t(`done.${done}`)}
        </Notice>
      )}
    </AskForLink>
  );
}

function Sent() {
  const { t, i18n } = useTranslation("me");
  return (
    <PublicPage title={t("sent.title")} unlisted>
      <h1>{t("sent.title")}</h1>
      <div className="column">
        <p>{t("sent.text")}</p>
        <p>{t("sent.nothing")}</p>
        <p>
          <a href={`/${i18n.language}/track`}>{t("byCode")}</a>
        </p>
      </div>
    </PublicPage>
  );
}

function AskForLink({ refused, children }: { refused: MeRefused | undefined; children: React.ReactNode }) {
  const { t, i18n } = useTranslation("me");
  const { field, summary, invalid } = useMeWords(refused);
  const lang = i18n.language;
  return (
    <PublicPage title={t("ask.title")} description={t("ask.lead")} invalid={invalid}>
      <ErrorSummary errors={summary} />
      {children}
      {refused?.problem && (
        <Notice tone="warning" live>
          {t(`problem.${refused.problem}`)}
        </Notice>
      )}
      <h1>{t("ask.title")}</h1>
      <p className="lead">{t("ask.lead")}</p>
      <form className="column" method="post" action={`/${lang}/me`} noValidate>
        <input type="hidden" name="act" value="ask" />
        <TextField {...field("ask", "email")} type="email" autoComplete="email" spellCheck={false} width="medium" />
        <Button icon="send">{t("ask.send")}</Button>
      </form>
      <section className="column">
        <h2>{t("ask.noneTitle")}</h2>
        <p>{t("ask.none")}</p>
        <p>
          <a href={`/${lang}/track`}>{t("byCode")}</a>
        </p>
      </section>
    </PublicPage>
  );
}
