import { findAgencyByCode } from "../../../db/agencies.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { placePage } from "../../http/statistics-place.ts";
import type { Route } from "./+types/statistics-agency";
import { PlacePage } from "./statistics-place.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const agency = await findAgencyByCode(store.read, params.code);
  if (!agency) throw notFound();
  const place = { axis: "agency", code: agency.code, agencyId: agency.id } as const;
  return {
    name: lang === "en" ? agency.nameEn : agency.nameVi,
    ...(await placePage(store.read, place, lang, clock(), url.searchParams)),
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

export default function AgencyStatistics({ loaderData }: Route.ComponentProps) {
  return <PlacePage axis="agency" {...loaderData} />;
}
