import { data, redirect, type RouterContextProvider } from "react-router";
import { type Kind, type Lang, otherLanguage } from "../../domain/case-kind.ts";
import { localDate } from "../../domain/calendar.ts";
import { checkAll, flowOf, leavingErrors, undoneErrors } from "../../domain/form-steps.ts";
import type { FieldErrors } from "../../domain/refusal.ts";
import { discardDraft } from "../../commands/discard-draft.ts";
import { keepForLater } from "../../commands/resume-draft.ts";
import { saveDraft } from "../../commands/save-draft.ts";
import { sendDraft } from "../../commands/send-draft.ts";
import { type Draft, findDraft, newDraft } from "../../../db/drafts.ts";
import { findReceipt } from "../../../db/form-receipts.ts";
import { admitWith } from "../../http/admission.ts";
import { answeredContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { typedValues } from "../../http/form-input.ts";
import { answersHash, newFormToken, readFormToken, readMoment, sessionHeaders } from "../../http/form-session.ts";
import { describeError, perform } from "../../http/perform.ts";
import { passCookie, signPass } from "../../http/tracking-pass.ts";
import { chosenPlace, resolvePlace } from "./places.ts";
import { readPosted, type RefusedFile } from "./posted-files.ts";
import { answersIn, answersOfAll, contactFields, gathered, seenIn, withoutContact } from "./submission-answers.ts";
import { changeAuthors, changesAuthors } from "./submission-authors.ts";
import {
  address,
  filesAddress,
  nextView,
  openingView,
  similarAddress,
  stepOfView,
  TRAP,
  type View,
  viewOf,
} from "./submission-address.ts";

export type Problem = "limited" | "unavailable" | "already-sent" | "read-only" | "work-spent";

/** What the page shows after a form that did not lead on. */
export interface Refused {
  readonly view: View;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly problem: Problem | null;
  /** Back to the check page when this step is right. */
  readonly returns: boolean;
  /** Files of the form that were not taken; the others stay. */
  readonly refusedFiles?: readonly RefusedFile[];
}

/** Nobody reads and sends four pages faster; what does is looked at by a person before it goes on. */
const FASTEST_MS = 1_000;

interface Visit {
  readonly context: Readonly<RouterContextProvider>;
  readonly kind: Kind;
  readonly lang: Lang;
  readonly token: string;
  readonly draft: Draft;
  readonly typed: Readonly<Record<string, string>>;
  readonly now: Date;
}

/** Answers one POST of the submission form, whichever step it comes from. */
export async function handleSubmission(request: Request, context: Readonly<RouterContextProvider>, kind: Kind) {
  context.set(answeredContext, true);
  const { store, env, clock, log } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const known = readFormToken(request, env.PUBLIC_URL);
  const token = known ?? newFormToken();
  const posted = await readPosted(request, context, token);
  const typed = typedValues(posted.form);
  let kept: Draft | null = null;
  let receipt: { key: string } | null = null;
  try {
    kept = known ? await findDraft(store.read, known, now) : null;
    receipt = known && typed.step === "check" ? await findReceipt(store.read, known, now) : null;
  } catch (error) {
    log.error(describeError(error), "draft not read");
    return refused(viewOf(kind, typed.step), typed, {}, "unavailable", 503);
  }
  const started = readMoment(store.read.keys, typed.started);
  const draft = kept ?? newDraft(kind, started ?? now);
  const visit: Visit = { context, kind, lang, token, draft, typed, now };

  if (typed.act === "discard") return startAgain(visit);
  if (typed.act === "later") return keepLater(visit);
  if (typed.switch !== undefined) return switchLanguage(visit);
  if (typed.act === "list" || typed.drop !== undefined) return keepList(visit);
  if (typed.step === undefined || typed.step === "all") return sendAtOnce(visit, started, posted);
  if (typed.step === "check") {
    if (receipt && (typed.key ? receipt.key === typed.key : !kept)) return redirect(`/${lang}/receipt`, 303);
    if (!kept) return redirect(address(lang, kind, openingView(kind)), 303);
    // A check page of another draft: what it showed is not what would be sent.
    if (typed.key && typed.key !== kept.key) return redirect(address(lang, kind, "check"), 303);
    return send(visit, "check", kept.answers, kept.key, kept.startedAt);
  }
  if (changesAuthors(typed)) return keepCoAuthors(visit);
  return keepStep(visit);
}

/** Co-authors belong to a draft, so what is typed is kept first; then one is invited or taken out. */
async function keepCoAuthors(visit: Visit) {
  const { context, token, lang, typed } = visit;
  const stored = await keepTyped(visit);
  if (stored) return stored;
  const wrong = await changeAuthors(context, token, lang, typed);
  if (wrong?.status === 422) return refused("who", typed, wrong.errors, null, 422);
  if (wrong) return refused("who", typed, {}, "unavailable", 503);
  return typed.act === undefined ? keepStep(visit) : moveOn(visit, "who", typed.return === "check", "#co-authors");
}

/** One step: checked by the rules of its fields, kept in the draft, and on to the next. */
async function keepStep(typing: Visit) {
  const visit = gathered(typing);
  const { context, kind, lang, draft, typed } = visit;
  const view = viewOf(kind, typed.step);
  const step = stepOfView(kind, view);
  const returns = typed.return === "check";
  if (step === null) return redirect(address(lang, kind, openingView(kind)), 303);
  const wait = takeOne(visit, "step");
  if (wait > 0) return refused(view, typed, {}, "limited", 429, wait);

  const { store } = context.get(portalContext);
  const given = answersIn(visit, step);
  if (view === "place") {
    const place = await chosenPlace(store.read, typed.communeCode ?? "", lang);
    if (place === "unknown") return refused(view, typed, { communeCode: "empty" }, null, 422);
    const stored = await keep(visit, { ...given, ...(place ?? { communeCode: "", place: "" }) });
    return (
      stored ?? moveOn(visit, place ? nextView(kind, step, returns) : "where", returns, place ? "" : "&place=none")
    );
  }
  // Whoever stays anonymous leaves no name behind, not even in a draft, whatever stands in those fields.
  if (step === "who" && given.reporterType === "anonymous") for (const name of contactFields) given[name] = "";
  const answers = { ...draft.answers, ...given };
  const errors = leavingErrors(kind, step, answers, localDate(visit.now));
  let open = false;
  if (step === "where") {
    const place = await resolvePlace(store.read, { ...answers, communeCode: typed.communeCode ?? "" }, draft.answers);
    Object.assign(errors, place.errors);
    Object.assign(given, place.answers);
    open = place.open;
  }
  if (Object.keys(errors).length > 0) return refused(view, { ...typed, ...given }, errors, null, 422);
  const stored = await keep(visit, given);
  if (stored === null && typed.to === "files" && !open)
    return redirectTo(visit, filesAddress(lang, kind, returns, step));
  const next = open ? "place" : nextView(kind, step, returns);
  if (stored === null && next === "check" && !returns) return redirectTo(visit, similarAddress(lang, kind));
  return stored ?? moveOn(visit, next, returns);
}

/** All fields in one POST, as programs and people with few resources send them. */
async function sendAtOnce(visit: Visit, started: Date | null, posted: Awaited<ReturnType<typeof readPosted>>) {
  const { token, typed } = visit;
  const answers = answersOfAll(visit);
  const key = typed.key || `${token}|${answersHash(answers)}`;
  const { refusedFiles } = posted;
  const sent =
    refusedFiles.length > 0
      ? refused("all", typed, stepErrorsOfAll(visit, answers), null, 422)
      : await send(visit, "all", answers, key, started);
  if (sent instanceof Response || !posted.broughtFiles) return sent;
  // The files that were taken stay with this session, whatever else has to be corrected first.
  const headers = new Headers(sent.init?.headers);
  const { env } = visit.context.get(portalContext);
  for (const [name, value] of sessionHeaders(token, visit.lang, env.PUBLIC_URL)) headers.append(name, value);
  return data({ ...sent.data, refusedFiles }, { status: sent.init?.status ?? 422, headers });
}

function stepErrorsOfAll({ kind, lang, now }: Visit, answers: Record<string, string>): FieldErrors {
  const checked = checkAll(kind, { ...withoutContact(answers), lang }, localDate(now));
  return checked.ok ? {} : checked.errors;
}

async function send(visit: Visit, view: View, given: Record<string, string>, key: string, started: Date | null) {
  const { context, kind, lang, token, draft, typed, now } = visit;
  const { env, store } = context.get(portalContext);
  const shown = view === "all" ? typed : given;
  const busy = takeOne(visit, "step");
  if (busy > 0) return refused(view, shown, {}, "limited", 429, busy);
  const answers = withoutContact(given);
  // Whoever went through tasks sends when all are done; one POST needs what the rules of the fields need.
  const undone = view === "check" && flowOf(kind) === "tasks" ? undoneErrors(kind, answers, localDate(now)) : {};
  if (Object.keys(undone).length > 0) return refused(view, shown, undone, null, 422);
  const checked = checkAll(kind, { ...answers, lang }, localDate(now));
  if (!checked.ok) return refused(view, shown, checked.errors, null, 422);

  const admission = admitWith(context, token, typed.work ?? "", key);
  if (admission === "spent") return refused(view, shown, {}, "work-spent", 422);
  if (admission.wait > 0) return refused(view, shown, {}, "limited", 429, admission.wait);
  const trapped = draft.trapped || Boolean(typed[TRAP]);
  const fast = env.RATE_LIMITS === "on" && started !== null && now.getTime() - started.getTime() < FASTEST_MS;
  const heldReason = trapped ? "honeypot" : fast ? "too-fast" : admission.heldReason;
  const bodyHash = answersHash(checked.value);
  const sent = await perform(context, sendDraft, { token, answers: checked.value, key, bodyHash, heldReason });
  if (sent.ok) {
    const headers = new Headers(sessionHeaders(token, lang, env.PUBLIC_URL));
    // Whoever has just filed a case has this one open, and no other that was looked up before.
    headers.append("Set-Cookie", passCookie(signPass(store.read.keys, sent.value.code, now), env.PUBLIC_URL));
    return redirect(`/${lang}/receipt`, { status: 303, headers });
  }
  if (sent.status === 422) return refused(view, shown, sent.errors, null, 422);
  if (sent.status === 503) return refused(view, shown, {}, "unavailable", 503);
  if (sent.status === 403) return refused(view, shown, {}, "read-only", 403);
  return refused(view, shown, {}, "already-sent", sent.status);
}

/** The language button: keeps what is typed, right or wrong, and shows the same step in the other language. */
async function switchLanguage(visit: Visit) {
  const { kind, lang, typed } = visit;
  const stored = await keepTyped(visit);
  return stored ?? moveOn({ ...visit, lang: otherLanguage[lang] }, viewOf(kind, typed.step), typed.return === "check");
}

/** Keeps what is typed, right or wrong, and shows the code by which the draft is opened elsewhere. */
async function keepLater(visit: Visit) {
  const stored = await keepTyped(visit);
  if (stored) return stored;
  const kept = await perform(visit.context, keepForLater, { token: visit.token });
  if (!kept.ok) return refused(viewOf(visit.kind, visit.typed.step), visit.typed, {}, "unavailable", 503);
  return moveOn(visit, "saved", false);
}

/** A list within a step grew or shrank: keeps what is typed, right or wrong, and shows the step again. */
async function keepList(visit: Visit) {
  const { kind, typed } = visit;
  const stored = await keepTyped(gathered(visit));
  return stored ?? moveOn(visit, viewOf(kind, typed.step), typed.return === "check", "#legalDocument");
}

async function keepTyped(visit: Visit) {
  const { kind, typed } = visit;
  const view = viewOf(kind, typed.step);
  const wait = takeOne(visit, "step");
  if (wait > 0) return refused(view, typed, {}, "limited", 429, wait);
  const step = view === "place" ? null : stepOfView(kind, view);
  return keep(visit, view === "all" ? answersOfAll(visit) : step === null ? {} : answersIn(visit, step));
}

async function startAgain(visit: Visit) {
  const left = await perform(visit.context, discardDraft, { token: visit.token });
  if (!left.ok) return refused(viewOf(visit.kind, visit.typed.step), visit.typed, {}, "unavailable", 503);
  return moveOn(visit, openingView(visit.kind), false);
}

/** Stores what was typed, beside the other answers of the draft; null when it is on disk, else what to show instead of the next page. */
async function keep(visit: Visit, answers: Record<string, string>) {
  const { context, kind, token, draft, typed } = visit;
  const trapped = Boolean(typed[TRAP]);
  const draftNow = { token, kind, answers, startedAt: draft.startedAt, trapped, seen: seenIn(typed) };
  const saved = await perform(context, saveDraft, draftNow);
  if (saved.ok) return null;
  const view = viewOf(kind, typed.step);
  if (saved.status === 422) return refused(view, typed, saved.errors, null, 422);
  if (saved.status === 403) return refused(view, typed, {}, "read-only", 403);
  return refused(view, typed, {}, "unavailable", 503);
}

function moveOn(visit: Visit, view: View, returns: boolean, more = "") {
  return redirectTo(visit, `${address(visit.lang, visit.kind, view, returns)}${more}`);
}

function redirectTo(visit: Visit, to: string) {
  const { env } = visit.context.get(portalContext);
  return redirect(to, { status: 303, headers: sessionHeaders(visit.token, visit.lang, env.PUBLIC_URL) });
}

function refused(
  view: View,
  values: Record<string, string>,
  errors: FieldErrors,
  problem: Problem | null,
  status: number,
  wait = 10,
) {
  const body: Refused = { view, values, errors, problem, returns: values.return === "check" };
  const headers: Record<string, string> =
    problem === "limited" || problem === "unavailable" ? { "Retry-After": String(wait) } : {};
  return data(body, { status, headers });
}

function takeOne({ context }: Visit, what: "step"): number {
  return context.get(portalContext).limiter.take(what, context.get(sourceContext));
}
