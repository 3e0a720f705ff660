import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { eraseIdentity } from "../../commands/erase-identity.ts";
import { may } from "../../domain/permissions.ts";
import { scopeOf } from "../../../db/cases.ts";
import { langContext } from "../../http/context.ts";
import { perform } from "../../http/perform.ts";
import type { Route } from "./+types/track-erase";
import { EraseForm } from "./erase-form.tsx";
import { readMeForm, refuseMe } from "./me-form.ts";
import { PublicPage } from "./public-page.tsx";
import { openOwnCase } from "./own-pass.ts";

/** For the case that this browser has open by its code and secret, or by the account of its sender. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const row = await openOwnCase(request, context);
  const home = `/${context.get(langContext)}/track`;
  if (!row || !may({ kind: "submitter", caseId: row.id }, "erase-identity", scopeOf(row))) throw redirect(home, 303);
  return { code: row.code };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { typed, wait } = await readMeForm(request, context);
  const row = await openOwnCase(request, context);
  const home = `/${context.get(langContext)}/track`;
  if (!row) throw redirect(home, 303);
  if (wait > 0) return refuseMe("erase", typed, { wait });
  if (typed.sure !== "yes") return refuseMe("erase", typed, { ok: false, status: 422, errors: { sure: "empty" } });
  const done = await perform(context, eraseIdentity, { code: row.code }, { kind: "submitter", caseId: row.id });
  return done.ok ? redirect(`${home}?done=erase`, 303) : refuseMe("erase", typed, done);
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function TrackErase({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("me");
  const lang = i18n.language;
  return (
    <PublicPage
      title={t("erase.case.title")}
      back={{ href: `/${lang}/track` }}
      invalid={actionData !== undefined}
      unlisted
    >
      <EraseForm
        what="case"
        about={loaderData.code}
        action={`/${lang}/track/erase`}
        download={`/${lang}/track/data?format=html`}
        refused={actionData}
      />
    </PublicPage>
  );
}
