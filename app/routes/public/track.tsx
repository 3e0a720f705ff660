import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { submitterView } from "../../../db/case-views.ts";
import { addressState } from "../../../db/contacts.ts";
import { detailRows } from "../../http/answer-rows.ts";
import { answeredContext, langContext, portalContext } from "../../http/context.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/track";
import { ownCase } from "./case-model.ts";
import { FollowedCasePage } from "./followed-case.tsx";
import { followedView, followerByPass } from "./following.ts";
import { useFieldWords } from "../../components/field-words.ts";
import { OwnCasePage } from "./own-case.tsx";
import { PublicPage } from "./public-page.tsx";
import { unsentFiles } from "./reply-files.ts";
import { handleTracking, openByPass, trackingActs, type Unopened } from "./tracking.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const query = new URL(request.url).searchParams;
  const typedCode = (query.get("code") ?? "").slice(0, 60);
  const done = ([...trackingActs, "erase"] as const).find((act) => act === query.get("done")) ?? null;
  try {
    const row = await openByPass(request, context, now);
    const answers = row ? await detailRows(store.read, row.kind, row.details, lang) : [];
    const own = row ? ownCase(await submitterView(store.read, row, now), lang, answers, now) : null;
    const voice = row ? null : await followerByPass(request, context, now);
    const followed = voice && (await followedView(context, voice, await referenceLists(store, now), lang));
    return {
      own,
      followed,
      typedCode,
      done,
      address: row ? await addressState(store.read, row.id) : ("none" as const),
      unsent: row ? await unsentFiles(context, row.id) : [],
    };
  } catch (error) {
    if (!context.get(answeredContext)) throw error;
    return { own: null, followed: null, typedCode, done: null, address: "none" as const, unsent: [] };
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  return handleTracking(request, context);
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function Track({ loaderData, actionData }: Route.ComponentProps) {
  const { own, followed, typedCode, done, address, unsent } = loaderData;
  const other = typedCode !== "" && own !== null && own.code !== typedCode.toUpperCase();
  if (own && !other && actionData?.act !== "open")
    return <OwnCasePage own={own} refused={actionData} done={done} address={address} unsent={unsent} />;
  const otherVoice = typedCode !== "" && followed?.code !== typedCode.toUpperCase();
  if (followed && !otherVoice && !actionData) return <FollowedCasePage view={followed} />;
  return <LookUp typedCode={typedCode} refused={actionData} />;
}

function LookUp({ typedCode, refused }: { typedCode: string; refused: Unopened | undefined }) {
  const { t, i18n } = useTranslation(["public", "me"]);
  const { labelOf, hintOf, errorOf, summaryOf } = useFieldWords();
  const errors = refused?.errors ?? {};
  // What was typed on a case whose pass has run out is carried along and done once it is open again.
  const waiting = refused?.values.act ? Object.entries(refused.values).filter(([name]) => name !== "code") : [];
  return (
    <PublicPage title={t("track.title")} description={t("track.lead")} invalid={Object.keys(errors).length > 0}>
      <ErrorSummary errors={summaryOf(errors)} />
      <h1>{t("track.title")}</h1>
      {refused?.problem && (
        <Notice tone="warning" live title={t(`track.problem.${refused.problem}.title`)}>
          {t(`track.problem.${refused.problem}.text`)}
        </Notice>
      )}
      <p className="lead">{t("track.lead")}</p>
      <form className="column" method="post" action={`/${i18n.language}/track`} noValidate>
        {waiting.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="code"
          label={labelOf("code")}
          hint={hintOf("code")}
          error={errorOf(errors, "code")}
          defaultValue={refused?.values.code ?? typedCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          width="medium"
        />
        <TextField
          name="secret"
          label={labelOf("secret")}
          hint={hintOf("secret")}
          error={errorOf(errors, "secret")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          width="medium"
        />
        <Button icon="search">{t("track.open")}</Button>
      </form>
      <section className="column section">
        <h2>{t("track.lostTitle")}</h2>
        <p>{t("track.lost")}</p>
        <p>
          <a href={`/${i18n.language}/me`}>{t("me:ask.title")}</a>
        </p>
        <p>
          <a href={`/${i18n.language}/cases`}>{t("track.published")}</a>
        </p>
      </section>
    </PublicPage>
  );
}
