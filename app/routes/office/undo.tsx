import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { Route } from "./+types/undo";
import { undoAct } from "../../commands/undo-act.ts";
import { caseRef } from "../../commands/steps/open-case.ts";
import { CodeText } from "../../components/code-text.tsx";
import { readCaseCode } from "../../domain/case-code.ts";
import { attempt } from "../../http/perform.ts";
import { viewsFor } from "../../http/queue-views.ts";
import { actorContext } from "../../http/context.ts";
import { PageTitle } from "./parts/page-title.tsx";

/** There is nothing to read here. */
export function loader({ request }: Route.LoaderArgs) {
  if (request.method === "GET") throw redirect("/office", 303);
  return null;
}

/** Undoes what was just done, also on a case that its officer sees no more; a page of its own says why not. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const code = readCaseCode(String(form.get("code") ?? "").slice(0, 40)) ?? "";
  const undone = await attempt(context, undoAct, caseRef, { code, version: Number(form.get("version")) || 0 });
  if (!undone.ok) return data({ code, refusal: undone.refusal ?? "too-late" }, undone.status);
  const view = viewsFor(context.get(actorContext)).find((known) => known === form.get("view"));
  const query = new URLSearchParams({ ...(view ? { view } : {}), done: "undo", of: code });
  return redirect(`/office/cases/${code}?${query}`, 303);
}

export default function Undo({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["office", "console"]);
  if (!actionData) return null;
  const title = t(`refusal.${actionData.refusal}.title`);
  return (
    <>
      <PageTitle invalid>{title}</PageTitle>
      <h1>{title}</h1>
      <p>{t(`refusal.${actionData.refusal}.text`)}</p>
      <p>
        <a href={`/office/cases/${actionData.code}`}>
          {t("console:undo.see")} <CodeText>{actionData.code}</CodeText>
        </a>
      </p>
    </>
  );
}
