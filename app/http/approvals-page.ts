import type { RouterContextProvider } from "react-router";
import { approvalOf, templateTitles } from "../../db/approvals.ts";
import { type CaseRow, findCase, findCaseById, scopeOf } from "../../db/cases.ts";
import { textsOfAnswer } from "../../db/citations.ts";
import { waitingEvidence } from "../../db/evidence.ts";
import { listQueue } from "../../db/queue.ts";
import { waitingExtensions } from "../../db/waiting-extensions.ts";
import { flagsOf } from "../domain/answer-flags.ts";
import { lastDay } from "../domain/deadlines.ts";
import { outcomeFields } from "../domain/outcome.ts";
import { may } from "../domain/permissions.ts";
import { openingWords } from "../domain/text.ts";
import { citationWords } from "./answering-page.ts";
import { textsOf } from "./case-page.ts";
import { actorContext, portalContext } from "./context.ts";
import { evidenceView } from "./evidence-view.ts";
import { dayIfSigned } from "./extension-part.ts";
import { queueQuery } from "./queue-views.ts";

const PER_PAGE = 10;

/** The answers that wait for this leader, the first due first, each with what to look at; on the first page with the extensions that wait. */
export async function loadApprovals(context: Readonly<RouterContextProvider>, cursor: string | null) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const asked = actor.kind === "staff" && cursor === null ? await waitingExtensions(store.read, actor) : [];
  const query = await queueQuery(context, "approval", { limit: PER_PAGE, cursor });
  const { items, nextCursor } = await listQueue(store.read, actor, query);
  const cards = [];
  for (const item of items) {
    const row = await findCaseById(store.read, item.id);
    const card = row && may(actor, "approve", scopeOf(row)) ? await cardOf(context, row) : null;
    if (card) cards.push(card);
  }
  const titles = await templateTitles(
    store.read,
    cards.flatMap(({ template }) => (template ? [template.id] : [])),
  );
  return {
    cards: cards.map((card) => ({ ...card, templateTitle: titles.get(card.template?.id ?? 0) ?? null })),
    nextCursor,
    outcomeFields,
    extensions: await Promise.all(
      asked.map(async ({ dueAt, ...one }) => {
        const row = await findCase(store.read, one.code);
        const newDay = row && (await dayIfSigned(store.read, row, one.units));
        return { ...one, dueOn: lastDay(dueAt), newDay, late: dueAt <= clock() };
      }),
    ),
  };
}

export type ApprovalsPage = Awaited<ReturnType<typeof loadApprovals>>;

async function cardOf(context: Readonly<RouterContextProvider>, row: CaseRow) {
  const { store, clock } = context.get(portalContext);
  const found = await approvalOf(store.read, row);
  if (!found) return null;
  const { answer, before, template } = found;
  const citations = await citationWords(context, textsOfAnswer(answer.body, answer.outcome));
  const points = answer.points ?? [];
  const flagged = { dueAt: row.dueAt, round: row.round, citations, points, templateShare: template?.share ?? null };
  return {
    code: row.code,
    version: row.version,
    lang: row.textLang,
    title: row.title,
    question: openingWords(row.content, 400),
    dueOn: lastDay(row.dueAt),
    flags: flagsOf(flagged, clock()),
    put: points.filter(({ state }) => state === "elsewhere" || state === "deferred").length,
    citations: citations.filter(({ standing }) => standing !== "in-force"),
    points,
    answer: { body: answer.body, lang: answer.lang, outcome: textsOf(answer.outcome) },
    before: before && { body: before.body, outcome: textsOf(before.outcome) },
    evidence: evidenceView(store.read, await waitingEvidence(store.read, row)),
    template,
  };
}

export type ApprovalCard = ApprovalsPage["cards"][number];

/** The answers picked for approval together, as `code.version`; null unless all began as one and the same template. */
export async function pickedTogether(
  context: Readonly<RouterContextProvider>,
  picks: readonly { readonly code: string; readonly version: number }[],
  rowsOf: (code: string) => Promise<CaseRow | null>,
): Promise<boolean> {
  const { store } = context.get(portalContext);
  const templates = new Set<number>();
  for (const { code } of picks) {
    const row = await rowsOf(code);
    const found = row ? await approvalOf(store.read, row) : null;
    // What is gone meanwhile is refused by its own command.
    if (found) templates.add(found.template?.id ?? 0);
  }
  return templates.size <= 1 && !templates.has(0);
}
