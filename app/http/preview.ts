import type { RouterContextProvider } from "react-router";
import { renderMail } from "../../emails/list.ts";
import { findCase } from "../../db/cases.ts";
import { mailsOfActsSince, newestDoneAct } from "../../db/done-acts.ts";
import { newestDelivery, systemsToldSince } from "../../db/deliveries.ts";
import { newestNews, newsSince } from "../../db/follower-news.ts";
import { listMessages } from "../../db/messages.ts";
import type { OutboxRow } from "../../db/outbox.ts";
import type { Tx } from "../../db/store.server.ts";
import { type Lang, otherLanguage } from "../domain/case-kind.ts";
import { checkInput } from "../domain/check-input.ts";
import type { Actor } from "../domain/actor.ts";
import { type FieldErrors, InputRefusal, Refusal, type RefusalCode } from "../domain/refusal.ts";
import { type CaseworkEntry, findCasework } from "./casework.ts";
import { actorContext, portalContext } from "./context.ts";
import { notFound } from "./perform.ts";

/** One mail as its reader will have it: in their language, and as it reads in the other. */
export interface PreviewedMail {
  readonly sent: { readonly lang: Lang; readonly subject: string; readonly text: string };
  readonly other: { readonly lang: Lang; readonly subject: string; readonly text: string };
}

/** Everything of an act that leaves the office. */
export interface ActPreview {
  /** To the submitter; empty when nothing is sent (no address, or not wanted). */
  readonly mails: readonly PreviewedMail[];
  /** What the submitter will read on the page of their case. */
  readonly said: readonly { readonly body: string; readonly lang: Lang }[];
  /** To whoever follows the published case; their codes and links to stop are each one's own. */
  readonly followers: { readonly people: number; readonly mail: PreviewedMail } | null;
  /** How many connected systems are told of it. */
  readonly systems: number;
  /** How many colleagues get a notice. */
  readonly colleagues: number;
  /** The handling agency does not see who sent it. */
  readonly nameHidden: boolean;
}

export type PreviewResult =
  | { readonly ok: true; readonly preview: ActPreview }
  | { readonly ok: false; readonly errors: FieldErrors; readonly refusal: RefusalCode | null };

/** Carries the preview out of a transaction that must not stay. */
class Rehearsed extends Error {
  readonly preview: ActPreview;
  constructor(preview: ActPreview) {
    super("rehearsed");
    this.preview = preview;
  }
}

/**
 * What an act would send and show, by doing it in a transaction that is rolled
 * back: the same command, the same mails, the same rules, so that a preview can
 * say nothing else than what will leave. Throws 404 for what may not be seen.
 */
export async function previewAct(
  context: Readonly<RouterContextProvider>,
  act: string,
  code: string,
  raw: unknown,
): Promise<PreviewResult> {
  const entry = findCasework(act);
  if (!entry) throw notFound();
  const checked = checkInput(entry.schema, raw);
  if (!checked.ok) return { ok: false, errors: checked.errors, refusal: null };
  const { store, clock, env } = context.get(portalContext);
  const actor = context.get(actorContext);
  const now = clock();
  try {
    return await store.write(async (tx) => {
      throw new Rehearsed(await rehearse(tx, entry, { actor, input: checked.value, now }, code, env.PUBLIC_URL));
    });
  } catch (stopped) {
    if (stopped instanceof Rehearsed) return { ok: true, preview: stopped.preview };
    if (stopped instanceof InputRefusal) return { ok: false, errors: stopped.errors, refusal: null };
    if (!(stopped instanceof Refusal)) throw stopped;
    if (stopped.code === "not-found") throw notFound();
    return { ok: false, errors: {}, refusal: stopped.code };
  }
}

async function rehearse(
  tx: Tx,
  entry: CaseworkEntry,
  { actor, input, now }: { readonly actor: Actor; readonly input: unknown; readonly now: Date },
  code: string,
  publicUrl: string,
): Promise<ActPreview> {
  const caseId = (await findCase(tx, code))?.id ?? 0;
  const before = await listMessages(tx, caseId, ["submitter", "public"]);
  const since = await newestDoneAct(tx);
  const [news, delivery] = [await newestNews(tx), await newestDelivery(tx)];
  await entry.command(tx, actor, input, now);
  const said = (await listMessages(tx, caseId, ["submitter", "public"])).slice(before.length);
  const queued = await mailsOfActsSince(tx, actor, since);
  return {
    mails: queued.filter(({ recipient }) => recipient === "reporter").map((mail) => previewOf(mail, publicUrl)),
    followers: await toFollowers(tx, news, publicUrl),
    systems: await systemsToldSince(tx, delivery),
    said: said.map(({ body, lang }) => ({ body, lang })),
    colleagues: queued.filter(({ recipient }) => recipient === "staff").length,
    nameHidden: (await findCase(tx, code))?.identityHidden === true,
  };
}

/** What stands for a follower's own code and link. */
const OWN = "…";

async function toFollowers(tx: Tx, since: number, publicUrl: string): Promise<ActPreview["followers"]> {
  const told = await newsSince(tx, since);
  if (!told || told.people === 0) return null;
  const params = { leadCode: told.params.code ?? "", ...told.params, followCode: OWN, token: OWN };
  return { people: told.people, mail: previewOf({ mail: told.mail, lang: "vi", params }, publicUrl) };
}

function previewOf(
  { mail, lang, params }: Pick<OutboxRow, "mail" | "lang" | "params">,
  publicUrl: string,
): PreviewedMail {
  const letter = (inLang: Lang) => {
    const { subject, text } = renderMail(mail, inLang, params, publicUrl);
    return { lang: inLang, subject, text };
  };
  return { sent: letter(lang), other: letter(otherLanguage[lang]) };
}
