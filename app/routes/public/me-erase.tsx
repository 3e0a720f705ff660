import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { eraseAccount } from "../../commands/erase-account.ts";
import { openAddress } from "../../../db/contacts.ts";
import { leavingHeaders, readAccount } from "../../http/contact-session.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { perform } from "../../http/perform.ts";
import type { Route } from "./+types/me-erase";
import { EraseForm } from "./erase-form.tsx";
import { readMeForm, refuseMe } from "./me-form.ts";
import { PublicPage } from "./public-page.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const account = await readAccount(request, context);
  if (!account) throw redirect(`/${context.get(langContext)}/me`, 303);
  return { email: openAddress(context.get(portalContext).store.read, account.contact) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { typed, wait } = await readMeForm(request, context);
  const home = `/${context.get(langContext)}/me`;
  const account = await readAccount(request, context);
  if (!account) throw redirect(home, 303);
  if (wait > 0) return refuseMe("erase", typed, { wait });
  if (typed.sure !== "yes") return refuseMe("erase", typed, { ok: false, status: 422, errors: { sure: "empty" } });
  const done = await perform(context, eraseAccount, {}, account.actor);
  if (!done.ok) return refuseMe("erase", typed, done);
  const { env } = context.get(portalContext);
  return redirect(`${home}?erased`, { status: 303, headers: leavingHeaders(env.PUBLIC_URL) });
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function MeErase({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("me");
  const lang = i18n.language;
  return (
    <PublicPage
      title={t("erase.account.title")}
      back={{ href: `/${lang}/me` }}
      invalid={actionData !== undefined}
      unlisted
    >
      <EraseForm
        what="account"
        about={loaderData.email}
        action={`/${lang}/me/erase`}
        download={`/${lang}/me/data?format=html`}
        refused={actionData}
      />
    </PublicPage>
  );
}
