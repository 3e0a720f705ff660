import type { RouterContextProvider } from "react-router";
import { agencyNames } from "../../db/agencies.ts";
import { MOST_REHEARSED, rehearse } from "../../db/rehearsal.ts";
import { type RuleSet, rulesOf } from "../../db/rule-sets.ts";
import { localDate } from "../domain/calendar.ts";
import { actorContext, langContext, portalContext } from "./context.ts";

/** What a version would have moved of the last cases that this person sees; null while nobody asks. */
export async function loadRehearsal(context: Readonly<RouterContextProvider>, row: RuleSet, asked: string | null) {
  const last = Math.trunc(Number(asked));
  if (asked === null || !(last > 0)) return null;
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const rules = await rulesOf(store.read, row.id);
  const result = await rehearse(store.read, context.get(actorContext), rules, last, localDate(clock()));
  const names = await agencyNames(
    store.read,
    result.moved.flatMap(({ fromId, toId }) => [fromId, toId]),
  );
  const nameOf = (id: number) => (lang === "vi" ? names.get(id)?.nameVi : names.get(id)?.nameEn) ?? "";
  return {
    last: Math.min(last, MOST_REHEARSED),
    looked: result.looked,
    matched: result.matched,
    moved: result.moved.map(({ code, fromId, toId, rule }) => ({ code, from: nameOf(fromId), to: nameOf(toId), rule })),
  };
}
export type ShownRehearsal = Awaited<ReturnType<typeof loadRehearsal>>;
