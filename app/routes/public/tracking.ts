import { data, redirect, type RouterContextProvider } from "react-router";
import { readCaseCode } from "../../domain/case-code.ts";
import type { FieldErrors } from "../../domain/refusal.ts";
import { renewSecret } from "../../commands/renew-secret.ts";
import { contestMask, contestMaskInput } from "../../commands/contest-mask.ts";
import { disputeCase, disputeInput } from "../../commands/dispute-case.ts";
import { objectInput, objectToMerge } from "../../commands/object-to-merge.ts";
import { rateCase, rateInput } from "../../commands/rate-case.ts";
import { replyInput, replyToQuestion } from "../../commands/reply-to-question.ts";
import { supplementCase, supplementInput } from "../../commands/supplement-case.ts";
import { withdrawCase, withdrawInput } from "../../commands/withdraw-case.ts";
import { type CaseRow, findCase } from "../../../db/cases.ts";
import { openBySecret } from "../../../db/tracking.ts";
import { answeredContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { type Attempt, attempt, describeError, perform as performCommand } from "../../http/perform.ts";
import { endPassCookie, passCookie, passOf, readPass, signPass } from "../../http/tracking-pass.ts";
import { handleFollowing } from "./following.ts";

import type { RefusedFile } from "./posted-files.ts";
import { dropSent, readReply } from "./reply-files.ts";

export const trackingActs = ["reply", "supplement", "rate", "dispute", "object", "contest", "withdraw"] as const;
export type TrackingAct = (typeof trackingActs)[number];

/** What the page shows after a form that did not lead on. */
export interface Unopened {
  /** The look-up form failed, or one of the case's own forms. */
  readonly act: "open" | "renew" | TrackingAct;
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string>>;
  readonly problem: "not-found" | "expired" | "limited" | "unavailable" | "changed" | null;
  /** The new secret, on the one page that shows it. */
  readonly renewed?: string;
  /** Files of the form that were not taken; the others stay. */
  readonly refusedFiles?: readonly RefusedFile[];
}

type Context = Readonly<RouterContextProvider>;

/** Answers one POST of the tracking page: the look-up, or an act of the submitter on the open case. */
export async function handleTracking(request: Request, context: Context) {
  context.set(answeredContext, true);
  const { env, limiter, clock, store, log } = context.get(portalContext);
  const { form, refusedFiles, sender } = await readReply(request, context);
  const typed = typedValues(form);
  const act = trackingActs.find((known) => known === typed.act);
  const home = `/${context.get(langContext)}/track`;
  if (typed.act === "leave") {
    return redirect(home, { status: 303, headers: { "Set-Cookie": endPassCookie(env.PUBLIC_URL) } });
  }

  const wait = limiter.take("lookup", context.get(sourceContext));
  if (wait > 0) return unopened(act ?? "open", typed, {}, "limited", 429, wait);
  try {
    const following = await handleFollowing(request, context, typed);
    if (following) return following;
    const now = clock();
    const onward = typed.act === "renew" || typed.act === "part";
    const opening = typed.secret !== undefined || (act === undefined && !onward);
    if (opening) {
      const errors = emptyOf(typed);
      if (Object.keys(errors).length > 0) return unopened("open", typed, errors, null, 422);
    }
    const row = opening
      ? await openBySecret(store.read, typed.code ?? "", typed.secret ?? "")
      : await openByPass(request, context, now);
    if (!row) return unopened("open", typed, {}, opening ? "not-found" : "expired", 404);
    const headers = { "Set-Cookie": passCookie(signPass(store.read.keys, row.code, now), env.PUBLIC_URL) };
    if (typed.act === "renew") return renew(context, row, headers);
    if (typed.act === "part") return openPart(context, row, typed.part ?? "");
    // Files are sent, taken back or refused before anything is said.
    if (act && typed.remove !== undefined) await dropSent(context, sender, typed.remove);
    if (act && (typed.files !== undefined || typed.remove !== undefined || refusedFiles.length > 0)) {
      const { remove: _remove, files: _files, ...rest } = typed;
      const shown = unopened(act, rest, {}, null, refusedFiles.length > 0 ? 422 : 200, 10, headers);
      return data({ ...shown.data, refusedFiles }, shown.init ?? {});
    }
    if (!act) return redirect(home, { status: 303, headers });
    const done = await perform(context, act, row, formInput(form));
    if (done.ok) return redirect(`${home}?done=${act}`, { status: 303, headers });
    const problem = done.status === 422 ? null : done.status === 503 ? "unavailable" : "changed";
    return unopened(act, typed, done.errors, problem, done.status, 10, headers);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    log.error(describeError(error), "tracking failed");
    return unopened(act ?? "open", typed, {}, "unavailable", 503);
  }
}

/** Goes on from a split letter to one of its parts, or back: the secret that opened one opens the other. */
async function openPart(context: Context, row: CaseRow, typedCode: string) {
  const { clock, env, store } = context.get(portalContext);
  const other = await findCase(store.read, readCaseCode(typedCode.slice(0, 60)) ?? "");
  const belongs = other !== null && (other.parentId === row.id || row.parentId === other.id);
  const code = belongs ? other.code : row.code;
  const cookie = passCookie(signPass(store.read.keys, code, clock()), env.PUBLIC_URL);
  return redirect(`/${context.get(langContext)}/track`, { status: 303, headers: { "Set-Cookie": cookie } });
}

/** Gives the submitter a new secret: shown in the answer to this very request, and never again. */
async function renew(context: Context, row: CaseRow, headers: Record<string, string>) {
  const actor = { kind: "submitter", caseId: row.id } as const;
  const done = await performCommand(context, renewSecret, { code: row.code }, actor);
  if (!done.ok)
    return unopened("open", {}, {}, done.status === 503 ? "unavailable" : "changed", done.status, 10, headers);
  const body: Unopened = { act: "renew", errors: {}, values: {}, problem: null, renewed: done.value };
  return data(body, { headers });
}

/** The case that this browser's pass opens, or null. */
export async function openByPass(request: Request, context: Context, now: Date): Promise<CaseRow | null> {
  const { env, store } = context.get(portalContext);
  const code = readPass(store.read.keys, passOf(request, env.PUBLIC_URL), now);
  return code === null ? null : findCase(store.read, code);
}

function perform(
  context: Context,
  act: TrackingAct,
  row: CaseRow,
  input: Record<string, unknown>,
): Promise<Attempt<CaseRow>> {
  const actor = { kind: "submitter", caseId: row.id } as const;
  // The case is the one that was opened, whatever the form says; a submitter's act does not depend on a version.
  const raw = { ...input, code: row.code, version: undefined };
  if (act === "reply") return attempt(context, replyToQuestion, replyInput, raw, actor);
  if (act === "supplement") return attempt(context, supplementCase, supplementInput, raw, actor);
  if (act === "rate") return attempt(context, rateCase, rateInput, raw, actor);
  if (act === "dispute") return attempt(context, disputeCase, disputeInput, raw, actor);
  if (act === "contest") return attempt(context, contestMask, contestMaskInput, raw, actor);
  if (act === "object") return attempt(context, objectToMerge, objectInput, raw, actor);
  return attempt(context, withdrawCase, withdrawInput, raw, actor);
}

function emptyOf(typed: Record<string, string>): FieldErrors {
  const missing = (["code", "secret"] as const).filter((name) => !typed[name]?.trim());
  return Object.fromEntries(missing.map((name) => [name, "empty"]));
}

function unopened(
  act: Unopened["act"],
  typed: Record<string, string>,
  errors: FieldErrors,
  problem: Unopened["problem"],
  status: number,
  wait = 10,
  more: Record<string, string> = {},
) {
  // A secret is never sent back, not even to the one who typed it.
  const { secret: _, ...values } = typed;
  const headers = { ...more, ...(status === 429 || status === 503 ? { "Retry-After": String(wait) } : {}) };
  const body: Unopened = { act, errors, values, problem };
  return data(body, { status, headers });
}
