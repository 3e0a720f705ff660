import { redirect } from "react-router";
import { langContext, portalContext } from "../../http/context.ts";
import { downloadOf } from "../../http/personal-data.ts";
import type { Route } from "./+types/track-data";
import { openOwnCase } from "./own-pass.ts";

/** Everything held about the case that this browser has open, and about who sent it. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const row = await openOwnCase(request, context);
  if (!row) throw redirect(`/${lang}/track`, 303);
  const asHtml = new URL(request.url).searchParams.get("format") === "html";
  return downloadOf(store.read, { row }, asHtml ? "html" : "json", lang, clock());
}
