import type { RouterContextProvider } from "react-router";
import { type Agency, agencyNames, listAgencies } from "../../db/agencies.ts";
import { latestAnswer, listAnswers } from "../../db/answers.ts";
import { type CaseRow, findCase } from "../../db/cases.ts";
import { citationsOf, textsOfAnswer } from "../../db/citations.ts";
import { listCommitments } from "../../db/commitments.ts";
import { loadCalendar } from "../../db/deadline-settings.ts";
import { isAsked, type OfficeCase } from "../../db/office-case.ts";
import { findStaff } from "../../db/staff.ts";
import { addDays, localDate } from "../domain/calendar.ts";
import type { Lang } from "../domain/case-kind.ts";
import type { Citation } from "../domain/citations.ts";
import { isLateConsult, proposedConsultDay, silentDays } from "../domain/consult.ts";
import { lastDay } from "../domain/deadlines.ts";
import { type AnswerPoint, sentencesOf } from "../domain/question-points.ts";
import type { ChoiceGroup } from "./case-page.ts";
import { actorContext, langContext, portalContext } from "./context.ts";

/** A document that an answer cites, in the reader's language. */
export interface CitationWords {
  readonly id: string;
  readonly standing: Citation["standing"];
  readonly name: string;
  /** The first day in force. */
  readonly from: string | null;
  /** The first day on which it is in force no longer. */
  readonly ended: string | null;
  readonly successor: string | null;
}

/** All that stands around the writing of an answer: its points, what other bodies say, what it cites and promised. */
export async function loadAnswering(context: Readonly<RouterContextProvider>, found: OfficeCase) {
  const { row, acts, answer } = found;
  const { store, clock } = context.get(portalContext);
  const now = clock();
  const mine = answer?.state === "draft" || answer?.state === "submitted" ? answer : null;
  const by = mine ? await findStaff(store.read, mine.draftedBy) : null;
  return {
    points: found.points.map(({ id, text, state, body, until, note }) => ({
      id,
      text,
      state,
      body,
      until,
      note,
    })),
    sentences: acts.includes("mark-points") ? sentencesOf(row.content) : [],
    consults: await consultsOf(context, found),
    askable: acts.includes("consult") ? await askable(context, row) : [],
    proposedDay: proposedConsultDay(localDate(now), row.dueAt, await loadCalendar(store.read, row.calendarVersion)),
    commitments: (await listCommitments(store.read, row.id)).map((one) => ({
      id: one.id,
      what: one.what,
      owner: one.owner,
      firstOn: one.firstOn,
      promisedOn: one.promisedOn,
      state: one.state,
      evidence: one.evidence,
      late: one.state === "open" && one.dueAt <= now,
    })),
    citations: mine ? await citationWords(context, textsOfAnswer(mine.body, mine.outcome)) : [],
    acknowledged: mine?.acknowledged ?? [],
    draft: answer?.state === "draft" ? { version: answer.draftVersion, by: by?.name ?? "" } : { version: 0, by: "" },
    given: answer?.points ?? null,
    versions: acts.includes("draft") ? (await listAnswers(store.read, row.id)).length : 0,
  };
}

/** The documents that texts cite, with what is known of them, in the reader's language. */
export async function citationWords(
  context: Readonly<RouterContextProvider>,
  texts: readonly string[],
): Promise<CitationWords[]> {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const found = await citationsOf(store.read, texts, localDate(clock()));
  return found.map((one) => ({
    id: one.id,
    standing: one.standing,
    name: lang === "vi" ? one.nameVi : one.nameEn,
    from: one.validFrom,
    ended: one.validTo === null ? null : addDays(one.validTo, 1),
    successor: lang === "vi" ? one.successorVi : one.successorEn,
  }));
}

/** What a page that keeps a draft by itself has to know after each save. */
export async function keptDraft(
  context: Readonly<RouterContextProvider>,
  code: string,
): Promise<{ draftVersion: number; citations: CitationWords[] }> {
  const { store } = context.get(portalContext);
  const row = await findCase(store.read, code);
  const draft = row ? await latestAnswer(store.read, row.id, "draft") : null;
  const citations = draft ? await citationWords(context, textsOfAnswer(draft.body, draft.outcome)) : [];
  return { draftVersion: draft?.draftVersion ?? 0, citations };
}

async function consultsOf(context: Readonly<RouterContextProvider>, { row, consults }: OfficeCase) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const lang = context.get(langContext);
  const names = await agencyNames(
    store.read,
    consults.flatMap((one) => [one.agencyId, one.askedByAgencyId]),
  );
  const calendar = await loadCalendar(store.read, row.calendarVersion);
  const now = clock();
  return consults.map((one) => ({
    id: one.id,
    agency: inLang(names.get(one.agencyId), lang),
    askedBy: inLang(names.get(one.askedByAgencyId), lang),
    question: one.question,
    askedAt: one.askedAt,
    dueOn: lastDay(one.dueAt),
    state: one.state,
    late: isLateConsult(one, now),
    silent: silentDays(one, now, calendar),
    answer: one.answer,
    answeredAt: one.answeredAt,
    mine: actor.kind === "staff" && isAsked(actor, one.agencyId),
  }));
}

async function askable(context: Readonly<RouterContextProvider>, row: CaseRow): Promise<ChoiceGroup[]> {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const others = (await listAgencies(store.read, localDate(clock()))).filter(
    ({ id }) => id !== row.agencyId && id !== row.unitId,
  );
  return [...new Set(others.map(({ kind }) => kind))].map((kind) => ({
    kind,
    options: others
      .filter((agency) => agency.kind === kind)
      .map((agency) => ({ value: String(agency.id), label: inLang(agency, lang) })),
  }));
}

function inLang(agency: Agency | undefined, lang: Lang): string {
  return (lang === "vi" ? agency?.nameVi : agency?.nameEn) ?? "";
}

export type Answering = Awaited<ReturnType<typeof loadAnswering>>;
export type ConsultOnPage = Answering["consults"][number];
export type { AnswerPoint };
