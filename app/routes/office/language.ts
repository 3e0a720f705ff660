import { redirect } from "react-router";
import type { Route } from "./+types/language";
import { setStaffLanguage } from "../../../db/staff.ts";
import { languages } from "../../domain/case-kind.ts";
import { portalContext, staffContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { safeNext } from "../../http/session.ts";

export function loader() {
  throw notFound();
}

/** Keeps the language in which the signed-in person reads the office, and shows the same page again. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const lang = languages.find((known) => known === form.get("lang"));
  const person = context.get(staffContext);
  if (lang && person) await context.get(portalContext).store.write((tx) => setStaffLanguage(tx, person.staffId, lang));
  return redirect(safeNext(String(form.get("back") ?? "")), 303);
}
