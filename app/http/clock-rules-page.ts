import type { RouterContextProvider } from "react-router";
import { agencyNames, listAgencies } from "../../db/agencies.ts";
import { clockVersion, listBudgets, listWarnings, type WarningRow } from "../../db/clock-rules.ts";
import { clockStream, type EventRow, listEvents } from "../../db/events.ts";
import type { Actor } from "../domain/actor.ts";
import { addDays, localDate } from "../domain/calendar.ts";
import { mayEver } from "../domain/permissions.ts";
import { groupsOf } from "./case-page.ts";
import { langContext, portalContext } from "./context.ts";
import { notFound } from "./perform.ts";

/** When a rule counts, as seen from today. */
export type RuleStanding = "planned" | "in-force" | "ended";

interface Dated {
  readonly validFrom: string;
  readonly validTo: string | null;
}

function standingOf({ validFrom, validTo }: Dated, today: string): RuleStanding {
  if (validFrom > today) return "planned";
  return validTo !== null && validTo < today ? "ended" : "in-force";
}

/** What the page of the rules of clocks shows: every budget and every set of warnings, with who set it. */
export async function loadClockRules(context: Readonly<RouterContextProvider>, actor: Actor) {
  if (!mayEver(actor, "see-extensions")) throw notFound();
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const db = store.read;
  const today = localDate(clock());
  const events = await listEvents(db, clockStream);
  const budgets = await listBudgets(db);
  const names = await agencyNames(
    db,
    budgets.map(({ agencyId }) => agencyId),
  );
  const basisOf = (row: { basisVi: string; basisEn: string }) => (lang === "vi" ? row.basisVi : row.basisEn);
  const nameOf = (id: number | null) => {
    const agency = id === null ? undefined : names.get(id);
    return agency ? (lang === "vi" ? agency.nameVi : agency.nameEn) : null;
  };
  const changes = mayEver(actor, "manage-clocks");
  const agencies = changes ? await listAgencies(db, today) : [];
  return {
    version: await clockVersion(db),
    tomorrow: addDays(today, 1),
    changes,
    agencies: groupsOf(agencies, null, (agency) => (lang === "vi" ? agency.nameVi : agency.nameEn)),
    budgets: budgets.map((row) => ({
      id: row.id,
      agency: nameOf(row.agencyId),
      perYear: row.perYear,
      perCase: row.perCase,
      basis: basisOf(row),
      from: row.validFrom,
      to: row.validTo,
      standing: standingOf(row, today),
      set: whoSet(events, "budget-set", ({ data }) => data.budgetId === row.id),
    })),
    warnings: setsOf(await listWarnings(db)).map((steps) => ({
      from: steps[0].validFrom,
      to: steps[0].validTo,
      basis: basisOf(steps[0]),
      standing: standingOf(steps[0], today),
      steps: steps.map(({ position, afterDays, tells }) => ({ position, afterDays, tells })),
      set: whoSet(events, "warnings-set", ({ data }) => data.from === steps[0].validFrom),
    })),
  };
}
export type ClockRulesPage = Awaited<ReturnType<typeof loadClockRules>>;

type StepSet = readonly [WarningRow, ...WarningRow[]];

/** The steps by the day from which they count, in the order in which they come. */
function setsOf(rows: readonly WarningRow[]): StepSet[] {
  const sets = new Map<string, [WarningRow, ...WarningRow[]]>();
  for (const row of rows) {
    const known = sets.get(row.validFrom);
    if (known) known.push(row);
    else sets.set(row.validFrom, [row]);
  }
  return [...sets.values()];
}

/** Who set a rule and when, by the newest event that says so; null for what came with the software. */
function whoSet(events: readonly EventRow[], type: string, fits: (event: EventRow) => boolean) {
  const event = events.findLast((one) => one.type === type && fits(one));
  return event ? { at: event.at, by: event.actorName } : null;
}
