import type { RouterContextProvider } from "react-router";
import { approvalOf } from "../../db/approvals.ts";
import { type Agency, agencyNames, listAgencies } from "../../db/agencies.ts";
import { standingOf } from "../../db/case-files.ts";
import type { CaseRow } from "../../db/cases.ts";
import { loadCalendar } from "../../db/deadline-settings.ts";
import type { EventRow } from "../../db/events.ts";
import type { Message } from "../../db/messages.ts";
import { type OfficeCase, officeCase } from "../../db/office-case.ts";
import { staffNames } from "../../db/staff.ts";
import { placeWords } from "../../db/place-words.ts";
import type { Db } from "../../db/store.server.ts";
import { listTerms, type Term, termNames } from "../../db/terms.ts";
import { localDate } from "../domain/calendar.ts";
import { readCaseCode } from "../domain/case-code.ts";
import type { Lang } from "../domain/case-kind.ts";
import { deskStanding, lastDay, nextLimit } from "../domain/deadlines.ts";
import { toldInOrder } from "../domain/told-events.ts";
import type { Actor } from "../domain/actor.ts";
import { declineReasons, outcomeFields } from "../domain/outcome.ts";
import { mayEver } from "../domain/permissions.ts";
import { MOST_QUESTIONS } from "../domain/questions.ts";
import { getI18n } from "../i18n.ts";
import { extensionPart } from "./extension-part.ts";
import { collectiveWords } from "./collective-words.ts";
import { detailRows } from "./answer-rows.ts";
import { loadAnswering } from "./answering-page.ts";
import { loadAttention } from "./case-attention.ts";
import { differencesShown } from "./register-pages.ts";
import { loadWall } from "./case-wall.ts";
import { actorContext, langContext, portalContext } from "./context.ts";
import { loadRouting } from "./case-routing.ts";
import { deskRow } from "./desk-rows.ts";
import { loadPublishing } from "./publishing-page.ts";
import { loadTasks } from "./case-tasks.ts";
import { loadSuggestions } from "./suggestion-page.ts";
import { loadTemplates } from "./template-forms.ts";

export interface NamedChoice {
  readonly value: string;
  readonly label: string;
}
export interface ChoiceGroup {
  readonly kind: string;
  readonly options: readonly NamedChoice[];
}

/** What the page of a case shows, picked field by field: a row of the database never leaves whole. Null when there is nothing to see. */
export async function loadCasePage(context: Readonly<RouterContextProvider>, typedCode: string) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const lang = context.get(langContext);
  const found = await officeCase(store.read, actor, readCaseCode(typedCode) ?? "", clock());
  if (!found) return null;
  const { row, agency, answer, rating, clock: dates, acts } = found;
  const calendar = await loadCalendar(store.read, row.calendarVersion);
  const terms = await termNames(store.read, [row.field, row.bottleneck]);
  const placeOf = await placeWords(store.read, [row], lang);
  const inLang = (term: { nameVi: string; nameEn: string } | null | undefined) =>
    (lang === "vi" ? term?.nameVi : term?.nameEn) ?? "";
  return {
    code: row.code,
    version: row.version,
    kind: row.kind,
    status: row.status,
    lang: row.textLang,
    title: row.title,
    content: row.content,
    details: await detailRows(store.read, row.kind, row.details, lang),
    fieldCode: row.field,
    field: inLang(terms.get(`field/${row.field}`)),
    bottleneckCode: row.bottleneck,
    bottleneck: inLang(terms.get(`bottleneck/${row.bottleneck}`)),
    place: placeOf(row),
    address: row.address,
    reporterType: row.reporterType,
    identityHidden: row.identityHidden,
    identityErased: row.identityErasedAt !== null,
    identityRequest: found.identityRequest,
    publishConsent: row.publishConsent,
    published: row.published,
    heldReason: row.heldReason,
    refusals: row.refusals,
    attention: await loadAttention(context, row, acts),
    routing: await loadRouting(context, row, acts),
    suggestions: await loadSuggestions(context, row, acts),
    templates: await loadTemplates(context, row, acts),
    answering: await loadAnswering(context, found),
    handed: await loadTasks(context, row, acts),
    agency: inLang(agency),
    leadCode: found.leadCode,
    collective: collectiveWords(found.collective),
    campaign: found.campaign && {
      id: found.campaign.id,
      letters: found.campaign.letters,
      named: found.campaign.named,
      anonymous: found.campaign.anonymous,
    },
    receivedAt: row.receivedAt,
    triageOn: row.status === "submitted" && row.openParts === 0 ? lastDay(nextLimit(row)) : null,
    replyBy: row.waitUntil ? lastDay(row.waitUntil) : null,
    dueOn: dates.dueOn,
    promisedOn: dates.promisedOn,
    standing: deskStanding(row, clock(), calendar),
    basis: lang === "vi" ? dates.basisVi : dates.basisEn,
    allowed: dates.unit === "working_days" ? dates.amount : undefined,
    desks: dates.desks.map((stay) => deskRow(stay, lang)),
    total: dates.total,
    questions: { asked: found.questions, most: MOST_QUESTIONS },
    extension: await extensionPart(store.read, actor, row, acts, clock()),
    files: found.files.map((file) => ({
      id: file.id,
      name: file.name,
      type: file.type,
      size: file.size,
      standing: standingOf(file),
      open: file.open,
      withReply: file.messageId !== null,
    })),
    evidence: found.evidence.map((file) => ({
      id: file.id,
      name: file.name,
      type: file.type,
      size: file.size,
      standing: standingOf(file),
      open: file.open,
      waiting: file.waiting,
    })),
    history: await historyOf(context, found),
    differences: row.kind === "barrier" ? await differencesShown(context, row.id) : [],
    wall: await loadWall(context, row, found.events, acts),
    answer: answer && {
      state: answer.state,
      body: answer.body,
      lang: answer.lang,
      outcome: textsOf(answer.outcome),
      draftedAt: answer.draftedAt,
    },
    /** What the leader returned of it last: shown beside it as what has changed since. */
    returned: acts.includes("approve") ? await returnedOf(store.read, row) : null,
    /** The fields of each kind of outcome; sent along, so that browsers need no schemas. */
    outcomeFields,
    rating: rating && { level: rating.level, solved: rating.solved, comment: rating.comment },
    dispute: disputeOf(found, actor, lang),
    acts,
    agencies: acts.some((act) => ["assign", "arbitrate", "refuse", "name-conflict"].includes(act))
      ? groupsOf(await listAgencies(store.read, localDate(clock())), row.agencyId, inLang)
      : [],
    fields: acts.includes("classify") ? await choicesOf(context, "field", inLang) : [],
    bottlenecks: acts.includes("classify") ? await choicesOf(context, "bottleneck", inLang) : [],
    declineTexts: acts.includes("decline") ? declineTexts(row.lang) : {},
    publishing: await loadPublishing(context, row, answer, acts),
  };
}

export type CasePage = NonNullable<Awaited<ReturnType<typeof loadCasePage>>>;
export type HistoryEntry = CasePage["history"][number];

/** Every event with who did it and, where something was said, the words. */
async function historyOf(context: Readonly<RouterContextProvider>, { events, messages }: OfficeCase) {
  const { store } = context.get(portalContext);
  const lang = context.get(langContext);
  const said = new Map(messages.map((message) => [message.id, message]));
  const assigned = await agencyNames(
    store.read,
    events.map((event) => numberOf(event.data.agencyId)),
  );
  const given = await staffNames(
    store.read,
    events.flatMap(({ type, data }) => (type === "give" ? (numberOf(data.ownerId) ?? []) : [])),
  );
  const nameOf = (vi: string, en: string) => (lang === "vi" ? vi : en);
  return toldInOrder(events).map((event) => {
    const message = said.get(numberOf(event.data.messageId) ?? 0);
    const to =
      event.type === "assign" || event.type === "delegate"
        ? assigned.get(numberOf(event.data.agencyId) ?? 0)
        : undefined;
    return {
      id: String(event.position),
      type: event.type,
      /** The key of its words. */
      told: event.told,
      at: event.at,
      audience: audienceOf(event, message),
      /** The act is told outside the office; what was said with it is not. */
      inside: message?.seenBy === "office" && event.seenBy !== "office",
      by: event.actorKind,
      person: event.actorName,
      agency: nameOf(event.agencyVi, event.agencyEn),
      toPerson: event.type === "give" ? (given.get(numberOf(event.data.ownerId) ?? 0) ?? null) : null,
      toAgency: to ? nameOf(to.nameVi, to.nameEn) : null,
      level: numberOf(event.data.level),
      reasonCode: declineReasons.find((code) => code === event.data.reasonCode) ?? null,
      text: message ? { body: message.body, lang: message.lang } : null,
    };
  });
}

/** What the submitter says is wrong with the answer, by when that is decided and by whom not. */
function disputeOf({ dispute, messages, acts, hadPart }: OfficeCase, actor: Actor, lang: Lang) {
  if (!dispute) return null;
  const said = messages.findLast(({ kind }) => kind === "dispute");
  return {
    ground: getI18n(lang).getFixedT(lang, "dispute")(`grounds.${dispute.ground}`),
    text: said ? { body: said.body, lang: said.lang } : null,
    at: dispute.at,
    decideBy: lastDay(dispute.dueAt),
    upheldAt: dispute.decidedAt,
    /** Would decide such disputes, but not this one. */
    shutOut: hadPart && mayEver(actor, "uphold") && !acts.includes("uphold"),
  };
}

/** Who sees that it happened; what was said with it may be read by more. */
function audienceOf(event: EventRow, message: Message | undefined): "public" | "submitter" | "internal" {
  const seenBy = message && message.seenBy !== "office" ? message.seenBy : event.seenBy;
  return seenBy === "office" ? "internal" : seenBy;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** An outcome as texts by field, whatever a draft left in it. */
export function textsOf(outcome: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outcome).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

async function returnedOf(db: Db, row: CaseRow) {
  const before = (await approvalOf(db, row))?.before;
  return before ? { body: before.body, outcome: textsOf(before.outcome) } : null;
}

/** Agencies by kind, for a list to choose from; `not` is left out. */
export function groupsOf(
  agencies: readonly Agency[],
  not: number | null,
  inLang: (agency: Agency) => string,
): ChoiceGroup[] {
  const others = agencies.filter((agency) => agency.id !== not);
  const kinds = [...new Set(others.map((agency) => agency.kind))];
  return kinds.map((kind) => ({
    kind,
    options: others
      .filter((agency) => agency.kind === kind)
      .map((agency) => ({ value: String(agency.id), label: inLang(agency) })),
  }));
}

async function choicesOf(
  context: Readonly<RouterContextProvider>,
  vocabulary: "field" | "bottleneck",
  inLang: (term: Term) => string,
): Promise<NamedChoice[]> {
  const { store, clock } = context.get(portalContext);
  const terms = await listTerms(store.read, vocabulary, localDate(clock()));
  return terms.map((term) => ({ value: term.code, label: inLang(term) }));
}

/** The words with which a case is declined, in the submitter's language, naming the channel that the law provides. */
function declineTexts(lang: Lang): Record<string, string> {
  const t = getI18n(lang).getFixedT(lang, "office");
  return Object.fromEntries(declineReasons.map((reason) => [reason, t(`declineText.${reason}`)]));
}
