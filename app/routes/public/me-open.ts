import { redirect } from "react-router";
import { readCaseCode } from "../../domain/case-code.ts";
import { caseOfAddress } from "../../../db/reporters.ts";
import { readAccount } from "../../http/contact-session.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { passCookie, signPass } from "../../http/tracking-pass.ts";
import type { Route } from "./+types/me-open";

/** Opens one of the account's own cases by a tracking pass: whoever owns the address needs no secret. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { store, env, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const account = await readAccount(request, context);
  if (!account) return redirect(`/${lang}/me`, 303);
  const code = readCaseCode(params.code) ?? "";
  const row = await caseOfAddress(store.read, account.contact.emailIndex ?? "", code);
  if (!row) throw notFound();
  const pass = passCookie(signPass(store.read.keys, row.code, clock()), env.PUBLIC_URL);
  return redirect(`/${lang}/track`, { status: 303, headers: { "Set-Cookie": pass } });
}
