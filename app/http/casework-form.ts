import { type RouterContextProvider, redirect } from "react-router";
import { listQueue } from "../../db/queue.ts";
import type { CaseworkName } from "../domain/casework-names.ts";
import { outcomeKinds } from "../domain/outcome.ts";
import type { FieldErrors } from "../domain/refusal.ts";
import { addressQuery } from "../domain/queue-address.ts";
import { actorContext, portalContext } from "./context.ts";
import { answeringErrors, answeringInput, inPageOrder, markedPoints } from "./answering-form.ts";
import { proposingErrors, saidInForm } from "./proposing-form.ts";
import { formInput } from "./form-input.ts";
import { queryOf, readQueueAddress } from "./queue-address.ts";

/**
 * The input of an act from a posted form. Each kind of outcome has fields of
 * its own in the form (`o-solved.measure`); those of the chosen kind become the
 * outcome. A form without a version is as stale as can be.
 */
export function caseworkInput(act: CaseworkName, code: string, form: FormData): Record<string, unknown> {
  const { _act: _unused, _auto: _none, ...fields } = formInput(form);
  const input = { ...fields, code, version: Number(fields.version) || 0 };
  if (act === "mark-points") return { ...input, points: markedPoints(form) };
  if (act === "propose-publication") return { ...input, ...saidInForm(fields) };
  if (act !== "answer" && act !== "draft") return input;
  const kind = chosenKind(form);
  const own = kind ? fields[`o-${kind}`] : {};
  return {
    ...input,
    ...answeringInput(fields),
    outcome: { ...(kind ? { kind } : {}), ...(typeof own === "object" ? own : {}) },
  };
}

/** Errors under the names that the fields have in the form; those of an answer in the order of its page. */
export function caseworkErrors(act: CaseworkName, form: FormData, errors: FieldErrors): FieldErrors {
  const kind = chosenKind(form);
  if (act === "propose-publication") return proposingErrors(form, errors);
  if (act !== "answer") return errors;
  const renamed = Object.entries(answeringErrors(errors)).map(([name, rule]) => [
    kind ? name.replace(/^outcome\.(?!kind$)/, `o-${kind}.`) : name,
    rule,
  ]);
  return inPageOrder(form, Object.fromEntries(renamed));
}

function chosenKind(form: FormData) {
  return outcomeKinds.find((kind) => kind === form.get("outcome.kind")) ?? null;
}

/** After these the case is on somebody else's desk, and the next one comes up. */
const handedOver: readonly CaseworkName[] = [
  "assign",
  "arbitrate",
  "decline",
  "merge",
  "refuse",
  "ask",
  "approve",
  "return",
  "answer",
  "propose-publication",
  "publish",
  "return-publication",
  // An arbiter sees a case no longer once its dispute is decided.
  "reopen",
  "uphold",
  "delegate",
  "hand-back",
  "declare-conflict",
];

/** Where a page goes after an act: on with the case, to the next one of the view, or back to the queue. */
export async function afterAct(
  context: Readonly<RouterContextProvider>,
  act: CaseworkName,
  code: string,
  /** Of the page, with the queue's address where it was opened from there. */
  params: URLSearchParams,
  version: number | null = null,
): Promise<Response> {
  const { store } = context.get(portalContext);
  const actor = context.get(actorContext);
  const asked = readQueueAddress(context, params);
  const address = asked?.view === params.get("view") ? asked : null;
  const made: Record<string, string> = version === null ? {} : { v: String(version) };
  const told = { done: act, of: code, ...made };
  const query = address ? addressQuery(address, told) : new URLSearchParams(told);
  // Who was only asked sees the case no longer.
  if (act === "answer-consult") return redirect(`/office/consults?${query}`, 303);
  if (!handedOver.includes(act)) return redirect(`/office/cases/${code}?${query}`, 303);
  if (address === null) return redirect(`/office?${query}`, 303);
  const { items } = await listQueue(store.read, actor, await queryOf(context, address, { limit: 2 }));
  const next = items.find((item) => item.code !== code);
  return redirect(next ? `/office/cases/${next.code}?${query}` : `/office?${query}`, 303);
}
