import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { followCase, followInput } from "../../commands/follow-case.ts";
import { Button } from "../../components/button.tsx";
import { Untranslated } from "../../components/untranslated.tsx";
import { CodeText } from "../../components/code-text.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { seenPrint } from "../../domain/seen-print.ts";
import { spokenTitle } from "../../domain/spoken.ts";
import { readCaseCode } from "../../domain/case-code.ts";
import { checkInput } from "../../domain/check-input.ts";
import { isKind } from "../../domain/forms.ts";
import type { FieldErrors } from "../../domain/refusal.ts";
import { findDraft } from "../../../db/drafts.ts";
import { findPublication } from "../../../db/publications.ts";
import { answeredContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { readForm, typedValues } from "../../http/form-input.ts";
import { newFormToken, readFormToken, sessionHeaders } from "../../http/form-session.ts";
import { notFound, perform } from "../../http/perform.ts";
import type { Route } from "./+types/follow";
import { useFieldWords } from "../../components/field-words.ts";
import { PublicPage } from "./public-page.tsx";

/** The page on which somebody follows a published case, with an address for news or without. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { store, env, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const code = readCaseCode(params.code.slice(0, 60)) ?? "";
  const publication = await findPublication(store.read, code);
  if (!publication) throw notFound();
  const from = new URL(request.url).searchParams.get("kind") ?? "";
  const token = isKind(from) ? readFormToken(request, env.PUBLIC_URL) : null;
  const draft = token && !context.get(answeredContext) ? await findDraft(store.read, token, clock()) : null;
  return {
    code,
    lang,
    title: spokenTitle(publication, lang),
    print: seenPrint(publication),
    /** The kind of the draft that somebody comes from. */
    from: isKind(from) ? from : null,
    email: draft?.answers.email ?? "",
  };
}

const keepWords = ["keep", "drop", "kept", "dropped", "full", "failed"] as const;

interface Refused {
  readonly errors: FieldErrors;
  readonly email: string;
  readonly problem: "limited" | "unavailable" | null;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  context.set(answeredContext, true);
  const { env, limiter } = context.get(portalContext);
  const lang = context.get(langContext);
  const typed = typedValues(await readForm(request));
  const refused = (problem: Refused["problem"], errors: FieldErrors, status: number, wait = 0) =>
    data<Refused>(
      { errors, email: typed.email ?? "", problem },
      { status, headers: wait > 0 ? { "Retry-After": String(wait) } : {} },
    );
  const wait = limiter.take("submit", context.get(sourceContext));
  if (wait > 0) return refused("limited", {}, 429, wait);
  const checked = checkInput(followInput, { code: params.code.slice(0, 60), lang, email: typed.email });
  if (!checked.ok) return refused(null, checked.errors, 422);
  const token = readFormToken(request, env.PUBLIC_URL) ?? newFormToken();
  const done = await perform(context, followCase, { ...checked.value, token });
  if (!done.ok) return refused("unavailable", done.errors, done.status, 10);
  const query = new URLSearchParams({ code: checked.value.code });
  const from = new URL(request.url).searchParams.get("kind") ?? "";
  if (isKind(from)) query.set("kind", from);
  return redirect(`/${lang}/followed?${query}`, {
    status: 303,
    headers: sessionHeaders(token, lang, env.PUBLIC_URL),
  });
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function Follow({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("similar");
  const { errorOf, summaryOf } = useFieldWords();
  const { t: words } = useTranslation("following");
  const { code, lang, title, from } = loaderData;
  const errors = actionData?.errors ?? {};
  const query = from ? `?kind=${from}` : "";
  const back = from ? `/${lang}/submit/${from}/similar` : `/${lang}/cases/${code}`;
  return (
    <PublicPage
      title={t("followTitle")}
      unlisted
      invalid={Object.keys(errors).length > 0}
      back={{ href: back }}
      scripts={["following"]}
    >
      <ErrorSummary errors={summaryOf(errors)} />
      <h1>{t("followTitle")}</h1>
      {actionData?.problem && (
        <Notice tone="warning" live>
          {t(`problem.${actionData.problem}`)}
        </Notice>
      )}
      <p className="lead">
        <Untranslated lang={title.lang}>{title.text}</Untranslated>
      </p>
      <p className="muted">
        <CodeText mark="code">{code}</CodeText>
      </p>
      <section>
        <h2>{t("meToo")}</h2>
        <form className="column" method="post" action={`/${lang}/cases/${code}/follow${query}`} noValidate>
          <p>{t("followText")}</p>
          <TextField
            name="email"
            type="email"
            label={t("email")}
            hint={t("emailHint")}
            error={errorOf(errors, "email")}
            optional
            defaultValue={actionData?.email ?? loaderData.email}
            autoComplete="email"
            inputMode="email"
            spellCheck={false}
            width="medium"
          />
          <Button icon="check">{t("meTooButton")}</Button>
        </form>
      </section>
      <section className="column" id="only">
        <h2>{t("followOnly")}</h2>
        <p>{words("onDeviceText")}</p>
        <noscript>
          <p>{words("keep.noScript")}</p>
        </noscript>
        <div className="stack">
          <keep-case
            hidden
            code={code}
            print={loaderData.print}
            data-title={title.text}
            data-lang={title.lang}
            words={JSON.stringify(Object.fromEntries(keepWords.map((name) => [name, words(`keep.${name}`)])))}
          />
          <p>
            <a href={`/${lang}/following`}>{words("openList")}</a>
          </p>
        </div>
      </section>
    </PublicPage>
  );
}
