import { redirect } from "react-router";
import type { Route } from "./+types/sign-out";
import { signOut } from "../../commands/sign-out.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { notFound, perform } from "../../http/perform.ts";
import { endedCookie, sessionIdOf } from "../../http/session.ts";

/** Signing out changes something: it has no address to read. */
export function loader() {
  throw notFound();
}

export async function action({ request, context }: Route.ActionArgs) {
  const session = sessionIdOf(request, context) ?? "";
  await perform(context, signOut, { session });
  const headers = new Headers({ "Set-Cookie": endedCookie(context.get(portalContext).env.PUBLIC_URL) });
  headers.set("Clear-Site-Data", '"cache", "cookies", "storage"');
  return redirect(`/office/sign-in?out&lang=${context.get(langContext)}`, { status: 303, headers });
}
