import type { RouterContextProvider } from "react-router";
import { knownNames } from "../commands/steps/known-names.ts";
import type { Answer } from "../../db/answers.ts";
import { type CaseRow, findCase } from "../../db/cases.ts";
import { listMessages } from "../../db/messages.ts";
import { openObjections } from "../../db/objections.ts";
import {
  findRedaction,
  latestProposal,
  maskedWords,
  type Proposal,
  type Redaction,
  redactionsOf,
} from "../../db/proposals.ts";
import { rulesOn } from "../../db/redaction-rules.ts";
import { staffNames } from "../../db/staff.ts";
import type { Db } from "../../db/store.server.ts";
import { localDate } from "../domain/calendar.ts";
import { around, type MaskReason, ordinalOf } from "../domain/mask.ts";
import { type ChosenMask, findIn, textsByField, type Verdict } from "../domain/publishing.ts";
import type { FindingKind } from "../domain/redaction.ts";
import { actorContext, portalContext } from "./context.ts";
import { compareProposal } from "./proposal-comparison.ts";
import { publishPrefill } from "./publish-prefill.ts";

/** Something found in a text, with the words around it and what was said of it. */
export interface FoundView {
  readonly field: string;
  readonly kind: FindingKind;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Which of these words in the text. */
  readonly nth: number;
  readonly verdict: "harmless" | "masked" | null;
}

/** What the proposing form shows beside its texts. */
export interface ReviewView {
  readonly found: readonly FoundView[];
  readonly masks: readonly ChosenMask[];
}

/** A stretch of a proposed text; `mark` says what was made of it. */
export interface MarkedStretch {
  readonly text: string;
  readonly mark: { readonly verdict: "harmless" | "masked"; readonly reason: MaskReason | null } | null;
}

/** What the page of a case shows an editor of its publication. */
export async function loadPublishing(
  context: Readonly<RouterContextProvider>,
  row: CaseRow,
  answer: Answer | null,
  acts: readonly string[],
) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const db = store.read;
  if (actor.kind !== "staff" || actor.role !== "editor") return null;
  const waiting = await latestProposal(db, row.id, ["open", "approved"]);
  const last = await latestProposal(db, row.id, ["open", "approved", "published", "returned"]);
  const proposes = acts.includes("propose-publication");
  const prefill = proposes ? await publishPrefill(db, row, answer, last) : null;
  const former = last ? asSaid(last, await redactionsOf(db, last.id)) : { verdicts: [], masks: [] };
  const texts = new Map(Object.entries(prefill?.texts ?? {}));
  return {
    form: prefill && { ...prefill, review: await reviewOf(db, row, texts, former, localDate(clock())) },
    sides: { question: row.textLang, answer: answer?.lang ?? ("vi" as const) },
    waiting:
      waiting && (row.proposedAt || row.publishAt) ? await waitingView(db, row, answer, waiting, actor.staffId) : null,
    returned: last?.state === "returned" ? await returnedView(db, last) : null,
    objections: acts.includes("decide-mask") ? await objectionViews(db, row) : [],
  };
}
export type PublishingPart = NonNullable<Awaited<ReturnType<typeof loadPublishing>>>;

/** The findings of texts as they were typed, for showing the form again. */
export async function reviewTyped(
  context: Readonly<RouterContextProvider>,
  code: string,
  values: Readonly<Record<string, string>>,
  said: { readonly verdicts: readonly Verdict[]; readonly masks: readonly ChosenMask[] },
): Promise<ReviewView | null> {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const row = await findCase(store.read, code);
  // Only whoever may propose is shown what was found; anybody else has been refused.
  if (!row || actor.kind !== "staff" || actor.role !== "editor" || !row.publishConsent) return null;
  const texts = Object.entries(values).filter(([name]) =>
    /^(title|question|answer|outcome)(Vi|En)\b(?!\.kind$)/.test(name),
  );
  const clean = texts.map(([name, text]): [string, string] => [
    name,
    text.replace(/\r\n?/g, "\n").normalize("NFC").trim(),
  ]);
  return reviewOf(store.read, row, new Map(clean), said, localDate(clock()));
}

async function reviewOf(
  db: Db,
  row: CaseRow,
  texts: ReadonlyMap<string, string>,
  said: { readonly verdicts: readonly Verdict[]; readonly masks: readonly ChosenMask[] },
  today: string,
): Promise<ReviewView> {
  const found = findIn(texts, await knownNames(db, row), await rulesOn(db, today));
  return {
    masks: said.masks,
    found: found.map((one) => {
      const text = texts.get(one.field) ?? "";
      const context = around(text, one);
      const nth = Math.max(0, ordinalOf(text, one));
      const verdict = said.verdicts.find(
        (other) => other.field === one.field && other.text === context.words && Number(other.nth) === nth,
      );
      const usual = one.kind === "rule" ? ("masked" as const) : null;
      return { field: one.field, kind: one.kind, ...context, nth, verdict: verdict?.verdict ?? usual };
    }),
  };
}

/** What was made of the last proposal, as its form would say it. */
function asSaid({ texts }: Proposal, redactions: readonly Redaction[]): { verdicts: Verdict[]; masks: ChosenMask[] } {
  const byField = textsByField(texts);
  const verdicts: Verdict[] = [];
  const masks: ChosenMask[] = [];
  for (const { field, startsAt: start, endsAt: end, kind, verdict, reason, note, liftedAt } of redactions) {
    const text = byField.get(field) ?? "";
    const words = text.slice(start, end);
    const nth = Math.max(0, ordinalOf(text, { start, end }));
    if (kind !== "chosen") verdicts.push({ field, text: words, nth, verdict: liftedAt ? "harmless" : verdict });
    else if (verdict === "masked" && !liftedAt)
      masks.push({ field, text: words, nth, reason: reason ?? "other", note: note ?? undefined });
  }
  return { verdicts, masks };
}

async function waitingView(db: Db, row: CaseRow, answer: Answer | null, proposal: Proposal, staffId: number) {
  const redactions = await redactionsOf(db, proposal.id);
  const names = await staffNames(db, [proposal.proposerId]);
  const byField = textsByField(proposal.texts);
  const { fields, earlier } = await compareProposal(db, row, answer, proposal);
  return {
    earlier,
    /** What was public or proposed before and is left out now. */
    dropped: fields.filter(({ field }) => !byField.has(field)),
    own: proposal.proposerId === staffId,
    by: names.get(proposal.proposerId) ?? "",
    at: proposal.proposedAt,
    scheduledOn: row.publishAt ? localDate(row.publishAt) : null,
    texts: [...byField].map(([field, text]) => ({
      field,
      lang: /^[a-z]+En/.test(field) ? ("en" as const) : ("vi" as const),
      parts: stretchesOf(
        text,
        redactions.filter((one) => one.field === field),
      ),
      changes: fields.find((one) => one.field === field) ?? null,
    })),
    verdicts: redactions.map(({ id, field, startsAt, endsAt, kind, verdict, reason, note }) => ({
      id,
      field,
      words: (byField.get(field) ?? "").slice(startsAt, endsAt),
      kind,
      verdict,
      reason,
      note,
    })),
  };
}

function stretchesOf(text: string, redactions: readonly Redaction[]): MarkedStretch[] {
  const parts: MarkedStretch[] = [];
  let from = 0;
  for (const { startsAt, endsAt, verdict, reason } of [...redactions].sort((a, b) => a.startsAt - b.startsAt)) {
    if (startsAt < from) continue;
    parts.push({ text: text.slice(from, startsAt), mark: null });
    parts.push({ text: text.slice(startsAt, endsAt), mark: { verdict, reason } });
    from = endsAt;
  }
  return [...parts, { text: text.slice(from), mark: null }].filter((part) => part.text !== "");
}

async function returnedView(db: Db, proposal: Proposal) {
  const messages = await listMessages(db, proposal.caseId, ["office"]);
  const said = messages.find(({ id }) => id === proposal.messageId);
  return said ? { by: said.authorName, reason: said.body } : null;
}

async function objectionViews(db: Db, row: CaseRow) {
  const messages = await listMessages(db, row.id, ["submitter"]);
  const views = [];
  for (const objection of await openObjections(db, row.id)) {
    const redaction = await findRedaction(db, objection.redactionId);
    if (!redaction) continue;
    const said = messages.find(({ id }) => id === objection.messageId);
    views.push({
      id: objection.id,
      words: (await maskedWords(db, redaction)) ?? "",
      reason: redaction.reason ?? ("other" as const),
      text: said?.body ?? "",
      lang: said?.lang ?? row.lang,
    });
  }
  return views;
}
