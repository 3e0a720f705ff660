import { data } from "react-router";
import type { Route } from "./+types/decide";
import { readCaseCode } from "../../domain/case-code.ts";
import { findCasework, isCasework } from "../../http/casework.ts";
import { caseworkErrors, caseworkInput } from "../../http/casework-form.ts";
import type { FieldErrors, RefusalCode } from "../../domain/refusal.ts";
import { versionOf } from "../../http/made-version.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { type PreviewResult, previewAct } from "../../http/preview.ts";

/** What the console learns of an act that it asked for. */
export type Decision =
  | { readonly ok: true; readonly version: number | null }
  | { readonly ok: false; readonly errors: FieldErrors; readonly refusal: RefusalCode | "unavailable" | null };

/**
 * An act of the console, or with `_preview` what it would send: the same fields
 * as the forms of the case's page, answered as JSON so that the list stays
 * where it is.
 */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const act = String(form.get("_act") ?? "");
  const code = readCaseCode(params.code) ?? "";
  const entry = findCasework(act);
  if (!entry || !isCasework(act)) throw notFound();
  const input = caseworkInput(act, code, form);
  if (form.has("_preview")) return Response.json((await previewAct(context, act, code, input)) satisfies PreviewResult);
  const done = await attempt(context, entry.command, entry.schema, input);
  if (done.ok) return Response.json({ ok: true, version: versionOf(done.value) } satisfies Decision);
  const errors = caseworkErrors(act, form, done.errors);
  const refused = { ok: false, errors, refusal: done.refusal ?? null } satisfies Decision;
  return Response.json(refused, { status: done.status });
}

/** There is nothing to read here. */
export function loader() {
  throw data(null, { status: 404 });
}
