import { useTranslation } from "react-i18next";
import { data } from "react-router";
import { followList, followListInput } from "../../commands/follow-list.ts";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { useFieldWords } from "../../components/field-words.ts";
import { Notice } from "../../components/notice.tsx";
import { checkInput } from "../../domain/check-input.ts";
import type { FieldErrors } from "../../domain/refusal.ts";
import { rhythms } from "../../domain/digest.ts";
import { answeredContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { readForm, typedValues } from "../../http/form-input.ts";
import { perform } from "../../http/perform.ts";
import { filterQuery } from "../../http/published-filters.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/follow-list";
import { namedList } from "./named-list.ts";
import { PublicPage } from "./public-page.tsx";

/** The page on which somebody asks for mail about a list as it was filtered. */
export async function loader({ request, context }: Route.LoaderArgs) {
  return listOf(request, context);
}

/** The list of the address with its filters in one spelling; what nobody knows is left out, and told. */
async function listOf(request: Request, context: Route.LoaderArgs["context"]) {
  const { store, clock } = context.get(portalContext);
  const lists = await referenceLists(store, clock());
  const { searchParams } = new URL(request.url);
  const { active, title, unknownWords } = await namedList(store.read, searchParams, lists, context.get(langContext));
  return { query: filterQuery(active).toString(), name: title, unknownWords };
}

interface Answer {
  readonly done: boolean;
  readonly errors: FieldErrors;
  readonly typed: { readonly email: string; readonly rhythm: string };
  readonly problem: "limited" | "unavailable" | null;
}

export async function action({ request, context }: Route.ActionArgs) {
  context.set(answeredContext, true);
  const { limiter } = context.get(portalContext);
  const { email = "", rhythm = "" } = typedValues(await readForm(request));
  const answer = (more: Partial<Answer>, status: number, wait = 0) =>
    data<Answer>(
      { done: false, errors: {}, typed: { email, rhythm }, problem: null, ...more },
      { status, headers: wait > 0 ? { "Retry-After": String(wait) } : {} },
    );
  const wait = limiter.take("submit", context.get(sourceContext));
  if (wait > 0) return answer({ problem: "limited" }, 429, wait);
  const { query } = await listOf(request, context);
  const checked = checkInput(followListInput, { lang: context.get(langContext), query, rhythm, email });
  if (!checked.ok) return answer({ errors: checked.errors }, 422);
  const done = await perform(context, followList, checked.value);
  if (!done.ok) return answer({ problem: "unavailable", errors: done.errors }, done.status, 10);
  return answer({ done: true }, 200);
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function FollowListPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("finding");
  const { t: similar } = useTranslation("similar");
  const { errorOf, summaryOf } = useFieldWords();
  const { query, name, unknownWords } = loaderData;
  const lang = i18n.language;
  const back = `/${lang}/cases${query && `?${query}`}`;
  const errors = actionData?.errors ?? {};
  if (actionData?.done) {
    return (
      <PublicPage title={t("mail.sentTitle")} unlisted back={{ href: back }}>
        <Notice tone="success" live title={<h1>{t("mail.sentTitle")}</h1>}>
          {t("mail.sentText")}
        </Notice>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t("list.title")} unlisted invalid={Object.keys(errors).length > 0} back={{ href: back }}>
      <ErrorSummary errors={summaryOf(errors)} />
      <h1>{t("list.title")}</h1>
      {unknownWords && <Notice tone="warning">{unknownWords}</Notice>}
      {actionData?.problem && (
        <Notice tone="warning" live>
          {similar(`problem.${actionData.problem}`)}
        </Notice>
      )}
      <form className="column" method="post" action={`/${lang}/follow${query && `?${query}`}`} noValidate>
        <p className="strong">{name}</p>
        <p>{t("mail.text")}</p>
        <TextField
          name="email"
          type="email"
          label={similar("email")}
          error={errorOf(errors, "email")}
          defaultValue={actionData?.typed.email ?? ""}
          autoComplete="email"
          inputMode="email"
          spellCheck={false}
          width="medium"
        />
        <SelectField
          name="rhythm"
          label={t("mail.rhythm")}
          error={errorOf(errors, "rhythm")}
          options={rhythms.map((rhythm) => ({ value: rhythm, label: t(`mail.rhythms.${rhythm}`) }))}
          defaultValue={actionData?.typed.rhythm ?? "daily"}
        />
        <Button icon="check">{t("mail.button")}</Button>
      </form>
    </PublicPage>
  );
}
