import type { RouterContextProvider } from "react-router";
import { findAgency } from "../../db/agencies.ts";
import {
  type Amendment,
  countCasesOf,
  findAmendment,
  listAmendments,
  placesOfAmendments,
} from "../../db/amendments.ts";
import { listCasesOnDocument } from "../../db/barriers.ts";
import { type AnswersThatDiffer, differencesOfCase, findDifference, listDifferences } from "../../db/differences.ts";
import { drafterOf, findLaws } from "../../db/laws.ts";
import { findStaff } from "../../db/staff.ts";
import type { Db } from "../../db/store.server.ts";
import { findUnknown, listUnknown, type UnknownDocument } from "../../db/unknown-documents.ts";
import { mayDecide } from "../commands/decide-amendment.ts";
import { maySettle } from "../commands/settle-difference.ts";
import type { StaffActor } from "../domain/actor.ts";
import type { OfficeAct } from "../domain/acts.ts";
import { localDate } from "../domain/calendar.ts";
import type { Lang } from "../domain/case-kind.ts";
import { documentWording, referenceWording } from "../domain/legal-wording.ts";
import { mayEver } from "../domain/permissions.ts";
import { amendmentStates, type UnknownState } from "../domain/register.ts";
import { spoken } from "../domain/spoken.ts";
import { actorContext, langContext, portalContext } from "./context.ts";
import { notFound } from "./perform.ts";

/** The office's pages of the register that the reader may open, in the order of their links. */
export function registerPages(actor: StaffActor): { readonly href: string; readonly key: RegisterPage }[] {
  const all = [
    ["provisions", "see-provisions"],
    ["amendments", "see-amendments"],
    ["differences", "see-differences"],
  ] as const;
  return all.flatMap(([key, act]) => (mayEver(actor, act) ? [{ href: `/office/${key}`, key }] : []));
}
type RegisterPage = "provisions" | "amendments" | "differences";

function reader(context: Readonly<RouterContextProvider>, act: OfficeAct) {
  const actor = context.get(actorContext);
  if (actor.kind !== "staff" || !mayEver(actor, act)) throw notFound();
  const { store, clock } = context.get(portalContext);
  const today = localDate(clock());
  return { actor, db: store.read, today, lang: context.get(langContext), pages: registerPages(actor) };
}

const numberIn = (url: URL, name: string): number | null => {
  const value = url.searchParams.get(name) ?? "";
  return /^\d{1,12}$/.test(value) ? Number(value) : null;
};

const unknownStates: readonly UnknownState[] = ["open", "mapped", "rejected"];

/** The documents that cases name and the portal does not know, as far as the reader may see a case that names one. */
export async function loadProvisions(context: Readonly<RouterContextProvider>, url: URL) {
  const { actor, db, lang, pages } = reader(context, "see-provisions");
  const state = unknownStates.find((one) => one === url.searchParams.get("state")) ?? "open";
  const view = async (row: UnknownDocument) => {
    const cases = await listCasesOnDocument(db, actor, row.key, null, 20);
    const law = row.lawKey === null ? undefined : (await findLaws(db, [row.lawKey])).get(row.lawKey);
    const { id, version, firstAt, reason } = row;
    const meant = law ? documentWording(law, lang) : null;
    return { id, version, state: row.state, firstAt, reason, meant, cases, wording: documentWording(row, "vi") };
  };
  const id = numberIn(url, "id");
  const row = id === null ? null : await findUnknown(db, id);
  const opened = row && (await view(row));
  // A document whose cases the reader may not see is none to them.
  if (id !== null && (!opened || opened.cases.length === 0)) throw notFound();
  const before = numberIn(url, "before");
  const page = opened ? { items: [], next: null } : await listUnknown(db, state, before);
  const documents = (await Promise.all(page.items.map(view))).filter(({ cases }) => cases.length > 0);
  const decides = mayEver(actor, "review-provisions");
  return { pages, state, states: unknownStates, opened, documents, next: page.next, first: before === null, decides };
}
export type ProvisionsPage = Awaited<ReturnType<typeof loadProvisions>>;

/** The amendments that were recorded, and one of them when it is opened. */
export async function loadAmendments(context: Readonly<RouterContextProvider>, url: URL) {
  const { actor, db, lang, pages } = reader(context, "see-amendments");
  const state = amendmentStates.find((one) => one === url.searchParams.get("state")) ?? "proposed";
  const id = numberIn(url, "id");
  const row = id === null ? null : await findAmendment(db, id);
  if (id !== null && row === null) throw notFound();
  const cursor = url.searchParams.get("cursor");
  const page = row ? { items: [], nextCursor: null } : await listAmendments(db, [state], cursor);
  return {
    pages,
    state,
    states: amendmentStates,
    amendments: await Promise.all(page.items.map((one) => amendmentView(db, one, lang))),
    opened: row && { ...(await amendmentView(db, row, lang)), ...(await whatMayBeDone(db, actor, row)) },
    next: page.nextCursor,
    first: cursor === null,
    proposes: mayEver(actor, "propose-amendment"),
  };
}
export type AmendmentsPage = Awaited<ReturnType<typeof loadAmendments>>;

async function amendmentView(db: Db, row: Amendment, lang: Lang) {
  const places = await placesOfAmendments(db, [row.id]);
  const laws = await findLaws(
    db,
    places.map(({ lawKey }) => lawKey),
  );
  const { id, version, state, inForceOn, whatVi, whatEn, gazetteUrl, proposedAt, reason } = row;
  const wordings = (words: Lang) =>
    places.flatMap(({ lawKey, upTo: to, article, clause, point }) => {
      const law = laws.get(lawKey);
      return law ? referenceWording({ document: law, article, clause, point, to, typed: "" }, words) : [];
    });
  return {
    id,
    version,
    state,
    inForceOn,
    whatVi,
    whatEn,
    gazetteUrl,
    proposedAt,
    reason,
    act: documentWording(row, lang),
    document: documentWording(row, "vi"),
    places: wordings(lang),
    provisions: wordings("vi").join("\n"),
    by: (await findStaff(db, row.proposedBy))?.name ?? "",
    cases: await countCasesOf(db, row),
  };
}

async function whatMayBeDone(db: Db, actor: StaffActor, row: Amendment) {
  const decides = mayEver(actor, "confirm-amendment") && (await mayDecide(db, actor, row));
  const own = row.proposedBy === actor.staffId;
  return {
    confirms: decides && row.state === "proposed" && !own,
    returns: decides && row.state === "proposed",
    withdraws: decides && row.state === "published",
    edits: own && (row.state === "proposed" || row.state === "returned"),
    waitsForOther: own && row.state === "proposed",
  };
}

/** The provisions that agencies answered differently, and one of them with its answers side by side. */
export async function loadDifferences(context: Readonly<RouterContextProvider>, url: URL) {
  const { actor, db, lang, pages, today } = reader(context, "see-differences");
  const settled = url.searchParams.get("state") === "settled";
  const id = numberIn(url, "id");
  const found = id === null ? null : await findDifference(db, actor, id);
  if (id !== null && found === null) throw notFound();
  const offsetId = numberIn(url, "before");
  const page = found ? { items: [], next: null } : await listDifferences(db, actor, { settled, offsetId });
  return {
    pages,
    settled,
    differences: await Promise.all(page.items.map((one) => differenceView(db, one, lang, today))),
    opened: found && {
      ...(await differenceView(db, found, lang, today)),
      print: found.difference.print,
      settles: mayEver(actor, "settle-difference") && (await maySettle(db, actor, found.law, today)),
    },
    next: page.next,
    first: offsetId === null,
  };
}
export type DifferencesPage = Awaited<ReturnType<typeof loadDifferences>>;

async function differenceView(
  db: Db,
  { entry, difference, law, answers }: AnswersThatDiffer,
  lang: Lang,
  today: string,
) {
  const { article, clause, point, upTo: to } = entry;
  const drafter = await drafterOf(db, law, today);
  return {
    id: entry.id,
    provision: referenceWording({ document: law, article, clause, point, to, typed: "" }, lang),
    href: `/${lang}/barriers/${entry.documentSlug}/${entry.place}`,
    drafter: drafter && (lang === "en" ? drafter.nameEn : drafter.nameVi),
    drafterEnded: drafter === null && law.drafterId !== null,
    since: difference.since,
    settledWith: difference.settledPrint === difference.print ? difference.settledWith : null,
    settledAt: difference.settledAt,
    answers: await Promise.all(
      answers.map(async ({ code, agencyId, outcomeKind, answerVi, answerEn, answeredAt }) => {
        const agency = agencyId === null ? null : await findAgency(db, agencyId);
        const told = spoken({ vi: answerVi, en: answerEn }, lang);
        const name = (lang === "en" ? agency?.nameEn : agency?.nameVi) ?? "";
        return { code, agency: name, outcomeKind, text: told.text, lang: told.lang, answeredAt };
      }),
    ),
  };
}

/** The provisions of a case on which agencies have answered differently, for whoever is in charge of them or watches. */
export async function differencesShown(
  context: Readonly<RouterContextProvider>,
  caseId: number,
): Promise<{ id: number; provision: string }[]> {
  const actor = context.get(actorContext);
  if (actor.kind !== "staff") return [];
  const db = context.get(portalContext).store.read;
  const found = await differencesOfCase(db, actor, caseId);
  const laws = await findLaws(
    db,
    found.map(({ lawKey }) => lawKey),
  );
  return found.flatMap(({ id, lawKey, article, clause, point, upTo: to }) => {
    const document = laws.get(lawKey);
    if (!document) return [];
    const provision = referenceWording({ document, article, clause, point, to, typed: "" }, context.get(langContext));
    return [{ id, provision }];
  });
}
