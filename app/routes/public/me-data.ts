import { redirect } from "react-router";
import { readAccount } from "../../http/contact-session.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { downloadOf } from "../../http/personal-data.ts";
import type { Route } from "./+types/me-data";

/** Everything held about whoever is signed in, as one file. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const account = await readAccount(request, context);
  if (!account) throw redirect(`/${lang}/me`, 303);
  const asHtml = new URL(request.url).searchParams.get("format") === "html";
  return downloadOf(store.read, { contact: account.contact }, asHtml ? "html" : "json", lang, clock());
}
