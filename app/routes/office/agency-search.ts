import type { Route } from "./+types/agency-search";
import { searchAgencies } from "../../../db/agencies.ts";
import { localDate } from "../../domain/calendar.ts";
import { actorContext, langContext, portalContext, staffContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";

/** Agencies for the combobox, to everybody who works here: those in force whose name holds every word typed, with or without accents. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, clock, limiter } = context.get(portalContext);
  if (context.get(actorContext).kind !== "staff") throw notFound();
  const wait = limiter.take("search", `staff ${context.get(staffContext)?.staffId}`);
  if (wait > 0) return Response.json({ items: [] }, { status: 429, headers: { "Retry-After": String(wait) } });
  const found = await searchAgencies(store.read, url.searchParams.get("q") ?? "", localDate(clock()));
  const lang = context.get(langContext);
  const items = found.map(({ id, nameVi, nameEn }) => ({ value: String(id), label: lang === "vi" ? nameVi : nameEn }));
  return Response.json({ items });
}
