import { data, redirect, type RouterContextProvider } from "react-router";
import { saveDraft } from "../../commands/save-draft.ts";
import { localDate } from "../../domain/calendar.ts";
import { type Kind, type Lang, otherLanguage } from "../../domain/case-kind.ts";
import { stepErrors, stepsOf } from "../../domain/form-steps.ts";
import type { StepName } from "../../domain/forms.ts";
import { writePoint } from "../../domain/point.ts";
import { findOwnFile, placeOf } from "../../../db/attachments.ts";
import { findDraft } from "../../../db/drafts.ts";
import { answeredContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { newFormToken, readFormToken, sessionHeaders } from "../../http/form-session.ts";
import { type FormWithFiles, readFormWithFiles } from "../../http/form-with-files.ts";
import { formSender, listSent, type Sender } from "../../http/own-files.ts";
import { describeError, perform } from "../../http/perform.ts";
import { dropFile } from "../../http/receive-file.ts";
import { address, filesAddress, nextView, type View } from "./submission-address.ts";

type Context = Readonly<RouterContextProvider>;

interface Visit {
  readonly context: Context;
  readonly kind: Kind;
  readonly lang: Lang;
  readonly token: string;
  readonly sender: Sender;
  readonly returns: boolean;
  /** The step from which they came. */
  readonly after: StepName | undefined;
}

/** Answers one POST of the files page: files, a file taken back, a place taken, or on to the next page. */
export async function handleFiles(request: Request, context: Context, kind: Kind) {
  context.set(answeredContext, true);
  const portal = context.get(portalContext);
  const lang = context.get(langContext);
  const token = readFormToken(request, portal.env.PUBLIC_URL) ?? newFormToken();
  const query = new URL(request.url).searchParams;
  const returns = query.get("return") === "check";
  const after = afterStep(kind, query);
  try {
    const sender = await formSender(portal, token);
    const visit: Visit = { context, kind, lang, token, sender, returns, after };
    return await answer(visit, await readFormWithFiles(request, context, sender));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    portal.log.error(describeError(error), "files not taken");
    return data({ refused: [], unfinished: false, problem: "unavailable" as const }, 503);
  }
}

async function answer(visit: Visit, { form, files }: FormWithFiles) {
  const { context, lang, kind, sender, returns, after } = visit;
  const here = filesAddress(lang, kind, returns, after);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : null;
  };
  const refused = files.flatMap(({ name, refusal }) => (refusal === null ? [] : [{ name, rule: refusal }]));
  const limited = refused.some(({ rule }) => rule === "limited");
  if (refused.length > 0) {
    return data({ refused, unfinished: false, problem: null }, { status: limited ? 429 : 422 });
  }

  const removed = text("remove");
  if (removed !== null) {
    if (await findOwnFile(context.get(portalContext).store.read, removed, sender.owners))
      await dropFile(context, sender, removed);
    return lead(visit, `${here}#files`);
  }
  const place = text("place");
  if (place !== null) {
    const kept = await keepPlace(visit, place);
    return kept ? lead(visit, here) : data({ refused: [], unfinished: false, problem: "unavailable" as const }, 503);
  }
  if (text("switch") !== null)
    return lead(visit, filesAddress(otherLanguage[lang], kind, returns, after), otherLanguage[lang]);
  if (text("files") === "upload") return lead(visit, `${here}#files`);
  const sent = await listSent(context.get(portalContext), sender);
  if (sent.some((file) => file.state === "receiving")) {
    return data({ refused: [], unfinished: true, problem: null }, { status: 422 });
  }
  return lead(visit, address(lang, kind, await nextPage(visit)));
}

/** Takes the point of a photo into the draft, or notes that it is not wanted. */
async function keepPlace({ context, kind, token, sender }: Visit, chosen: string): Promise<boolean> {
  const { store, clock, limiter } = context.get(portalContext);
  if (limiter.take("search", context.get(sourceContext)) > 0) return false;
  const row = chosen === "none" ? null : await findOwnFile(store.read, chosen, sender.owners);
  const place = row ? placeOf(store.read, row) : null;
  const point = place ? writePoint(place) : "none";
  const kept = await perform(context, saveDraft, {
    token,
    kind,
    answers: { point },
    startedAt: clock(),
    trapped: false,
  });
  return kept.ok;
}

/** Where somebody came from: the step of `?after=`, if the kind has it. */
export function afterStep(kind: Kind, query: URLSearchParams): StepName | undefined {
  return stepsOf(kind).find((step) => step === query.get("after"));
}

/** Back to the check page, or on from the step they came from; else the first step that is not right yet. */
async function nextPage({ context, kind, token, returns, after }: Visit): Promise<View> {
  if (returns) return "check";
  if (after) return nextView(kind, after, false);
  const { store, clock } = context.get(portalContext);
  const now = clock();
  const answers = (await findDraft(store.read, token, now))?.answers ?? {};
  const wrong = (step: (typeof steps)[number]) =>
    Object.keys(stepErrors(kind, step, answers, localDate(now))).length > 0;
  const steps = stepsOf(kind);
  return steps.find(wrong) ?? "check";
}

function lead({ context, token, lang }: Visit, to: string, speaking: Lang = lang) {
  const { env } = context.get(portalContext);
  return redirect(to, { status: 303, headers: sessionHeaders(token, speaking, env.PUBLIC_URL) });
}
