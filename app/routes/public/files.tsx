import { useTranslation } from "react-i18next";
import { data } from "react-router";
import { Button } from "../../components/button.tsx";
import { ErrorSummary, type FormError } from "../../components/error-summary.tsx";
import { Notice } from "../../components/notice.tsx";
import { type Lang, otherLanguage } from "../../domain/case-kind.ts";
import { isKind } from "../../domain/forms.ts";
import { readPoint } from "../../domain/point.ts";
import { findDraft } from "../../../db/drafts.ts";
import { answeredContext, langContext, portalContext } from "../../http/context.ts";
import { newFormToken, readFormToken, sessionHeaders } from "../../http/form-session.ts";
import { formSender, listSent } from "../../http/own-files.ts";
import { notFound } from "../../http/perform.ts";
import type { Route } from "./+types/files";
import { FileList } from "./file-list.tsx";
import { FileUploader } from "./file-uploader.tsx";
import { afterStep, handleFiles } from "./files-form.ts";
import { PlaceOffer } from "./place-offer.tsx";
import { PublicPage } from "./public-page.tsx";
import { useFileErrors } from "./submission-files.tsx";
import { address, filesAddress } from "./submission-address.ts";

/** The files of the submission being written. A visitor without a session gets one, so that the first file has an owner. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { kind } = params;
  if (!isKind(kind)) throw notFound();
  const portal = context.get(portalContext);
  const { env, store, clock } = portal;
  const known = readFormToken(request, env.PUBLIC_URL);
  const token = known ?? newFormToken();
  const draft = known ? await findDraft(store.read, known, clock()) : null;
  const files = known ? await listSent(portal, await formSender(portal, known)) : [];
  const query = new URL(request.url).searchParams;
  const point = draft?.answers.point;
  const offered = point === undefined ? (files.find((file) => file.place !== null && file.open) ?? null) : null;
  const page = {
    kind,
    files,
    returns: query.get("return") === "check",
    after: afterStep(kind, query),
    point: readPoint(point),
    offered: offered?.place ? { id: offered.id, name: offered.name, ...offered.place } : null,
  };
  // After an action has answered, its own headers carry the session.
  if (known || context.get(answeredContext)) return data(page);
  return data(page, { headers: sessionHeaders(token, context.get(langContext), env.PUBLIC_URL) });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  if (!isKind(params.kind)) throw notFound();
  return handleFiles(request, context, params.kind);
}

export function headers({ actionHeaders, loaderHeaders }: Route.HeadersArgs) {
  return new Headers([...loaderHeaders, ...actionHeaders]);
}

export default function FilesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("attachments");
  const { t: words } = useTranslation("public");
  const lang: Lang = i18n.language === "en" ? "en" : "vi";
  const { kind, files, returns, after, offered, point } = loaderData;
  const refused = actionData?.refused ?? [];
  const unfinished = { name: "unfinished", id: "attachments", message: t("problem.unfinished") };
  const errors: FormError[] = [...useFileErrors(refused), ...(actionData?.unfinished ? [unfinished] : [])];
  const other = otherLanguage[lang];
  return (
    <PublicPage
      scripts={["uploader"]}
      unlisted
      title={`${t("title")} - ${words(`submit.name.${kind}`)}`}
      invalid={errors.length > 0}
      back={{
        href: returns ? address(lang, kind, "check") : after ? address(lang, kind, after) : `/${lang}/submit/${kind}`,
      }}
      languageSwitch={
        <button type="submit" form="submission" name="switch" value={other} lang={other}>
          {words(`languageName.${other}`)}
        </button>
      }
    >
      <ErrorSummary errors={errors} />
      <p className="muted step-counter">{words(`submit.name.${kind}`)}</p>
      <h1>{t("title")}</h1>
      <p className="column">{t("lead")}</p>
      <form
        id="submission"
        className="column"
        method="post"
        encType="multipart/form-data"
        action={filesAddress(lang, kind, returns, after)}
        noValidate
      >
        <FileUploader list="files" error={errors.map(({ message }) => message).join(" ") || undefined} optional />
        <FileList id="files" files={files} removable />
        <PlaceOffer offered={offered} point={point} />
        {actionData?.problem && (
          <Notice tone="warning" live title={words(`problem.${actionData.problem}.title`)}>
            {words(`problem.${actionData.problem}.text`)}
          </Notice>
        )}
        <Button>{words("submit.continue")}</Button>
      </form>
    </PublicPage>
  );
}
