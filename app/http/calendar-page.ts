import type { RouterContextProvider } from "react-router";
import { basisWords } from "../../db/calendar-basis.ts";
import { calendarDaysOf, listCalendarVersions, listDraftDays } from "../../db/calendar-versions.ts";
import { currentCalendarVersion, loadCalendar, ruleInForce } from "../../db/deadline-settings.ts";
import type { Db } from "../../db/store.server.ts";
import { localDate } from "../domain/calendar.ts";
import { changedCalendar, type DayChange, type Effect, effectOn } from "../domain/calendar-change.ts";
import { kinds } from "../domain/case-kind.ts";
import { langContext, portalContext } from "./context.ts";

/** What the calendar's page shows: a year of one version, the draft with what it would change, and every version. */
export async function loadCalendarPage(
  context: Readonly<RouterContextProvider>,
  asked: { readonly version: string | null; readonly year: string | null },
) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const today = localDate(clock());
  const versions = await listCalendarVersions(store.read);
  const current = await currentCalendarVersion(store.read);
  const version = versions.find((one) => String(one.version) === asked.version)?.version ?? current;
  const year = /^20\d{2}$/.test(asked.year ?? "") ? String(asked.year) : today.slice(0, 4);
  const draft = await listDraftDays(store.read);
  const named = <T extends { nameVi: string; nameEn: string; date: string; kind: string; basis: string }>(day: T) => ({
    date: day.date,
    kind: day.kind,
    name: lang === "vi" ? day.nameVi : day.nameEn,
    basis: basisWords(day.basis, lang),
  });
  return {
    current,
    version,
    year,
    years: [-2, -1, 0, 1, 2].map((step) => String(Number(today.slice(0, 4)) + step)),
    days: (await calendarDaysOf(store.read, version, year)).map(named),
    draft: draft.map(named),
    effects: draft.length === 0 ? [] : await effectsOf(store.read, current, draft, today),
    versions: versions.map(({ version: number, madeAt, source, madeBy, reason }) => ({
      number,
      madeAt,
      source,
      madeBy,
      reason,
    })),
  };
}

export interface RuleEffect extends Effect {
  readonly rule: string;
}

/** What a draft changes for cases received from today on, by time limit. */
async function effectsOf(db: Db, current: number, draft: readonly DayChange[], today: string): Promise<RuleEffect[]> {
  const now = await loadCalendar(db, current);
  const then = changedCalendar(now, draft);
  const triage = await ruleInForce(db, "triage", "feedback", today);
  const answers = await Promise.all(kinds.map((kind) => ruleInForce(db, "answer", kind, today)));
  return [triage, ...answers].flatMap((rule) => {
    const effect = effectOn(rule, today, draft, now, then);
    return effect ? [{ ...effect, rule: rule.code }] : [];
  });
}
