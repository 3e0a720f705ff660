import type { RouterContextProvider } from "react-router";
import { agencyNames } from "../../db/agencies.ts";
import { budgetsOn } from "../../db/clock-rules.ts";
import { extensionAgencies, listSigned, seenTallies } from "../../db/extension-lists.ts";
import type { StaffActor } from "../domain/actor.ts";
import { localDate } from "../domain/calendar.ts";
import { lastDay } from "../domain/deadlines.ts";
import { mayEver } from "../domain/permissions.ts";
import { langContext, portalContext } from "./context.ts";
import { notFound } from "./perform.ts";

/** What the page of extensions shows: budgets of a year, and the extensions signed in it. */
export async function loadExtensions(context: Readonly<RouterContextProvider>, actor: StaffActor, url: URL) {
  if (!mayEver(actor, "see-extensions")) throw notFound();
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const db = store.read;
  const today = localDate(clock());
  const { year, years, day } = yearOf(url.searchParams.get("year"), today);
  const cursor = url.searchParams.get("cursor");
  const agencies = extensionAgencies(actor);
  const agencyId = chosenAgency(url.searchParams.get("agency"), agencies);
  const tallies = await seenTallies(db, actor, year);
  const signed = await listSigned(db, actor, { agencyId, year, cursor });
  // A leader's agencies stand there even when they have signed nothing.
  const ids = [
    ...new Set([...(agencyId === null ? (agencies ?? []) : [agencyId]), ...tallies.map((one) => one.agencyId)]),
  ];
  const shown = agencyId === null ? ids : [agencyId];
  const used = new Map(tallies.map((one) => [one.agencyId, one.used]));
  const names = await agencyNames(db, [...shown, ...signed.items.map((item) => item.agencyId)]);
  const nameOf = (id: number) => (lang === "vi" ? names.get(id)?.nameVi : names.get(id)?.nameEn) ?? "";
  if (agencyId !== null && !names.has(agencyId)) throw notFound();
  const rules = await budgetsOn(db, day);
  const common = rules.get(null);
  const budgets = shown.flatMap((id) => {
    const rule = rules.get(id) ?? common;
    if (!rule) return [];
    const signedThere = used.get(id) ?? 0;
    const { perYear, perCase } = rule;
    return [{ id, name: nameOf(id), used: signedThere, perYear, perCase, left: Math.max(0, perYear - signedThere) }];
  });
  const rule = (shown.length === 1 ? rules.get(shown[0] ?? 0) : undefined) ?? common;
  return {
    year,
    years,
    agency: agencyId === null ? null : { id: agencyId, name: nameOf(agencyId) },
    /** Several agencies are compared; one stands alone. */
    seesAll: agencies === null,
    seesCases: mayEver(actor, "view"),
    changes: mayEver(actor, "manage-clocks"),
    budgets,
    basis: (lang === "vi" ? rule?.basisVi : rule?.basisEn) ?? null,
    items: signed.items.map((item) => ({
      ...item,
      agency: nameOf(item.agencyId),
      dueBefore: item.dueBefore && lastDay(item.dueBefore),
      dueAfter: item.dueAfter && lastDay(item.dueAfter),
    })),
    nextCursor: signed.nextCursor,
    first: cursor === null,
  };
}
export type ExtensionsPage = Awaited<ReturnType<typeof loadExtensions>>;

/** The year asked for, and the day by whose settings its budgets are read: today, or the last day of a year that is over. */
function yearOf(asked: string | null, today: string) {
  const now = today.slice(0, 4);
  const years = [0, 1, 2].map((back) => String(Number(now) - back));
  const year = years.find((one) => one === asked) ?? now;
  return { year, years, day: year === now ? today : `${year}-12-31` };
}

function chosenAgency(asked: string | null, own: readonly number[] | null): number | null {
  if (own?.length === 1) return own[0] ?? null;
  const id = Number(asked);
  if (!Number.isSafeInteger(id) || id <= 0) return null;
  if (own !== null && !own.includes(id)) throw notFound();
  return id;
}
