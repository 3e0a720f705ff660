import { listProvinces } from "../../../db/places.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { placePage } from "../../http/statistics-place.ts";
import type { Route } from "./+types/statistics-province";
import { PlacePage } from "./statistics-place.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const province = (await listProvinces(store.read)).find(({ code }) => code === params.code);
  if (!province) throw notFound();
  const place = { axis: "province", code: province.code, agencyId: null } as const;
  return {
    name: lang === "en" ? province.nameEn : province.nameVi,
    ...(await placePage(store.read, place, lang, clock(), url.searchParams)),
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

export default function ProvinceStatistics({ loaderData }: Route.ComponentProps) {
  return <PlacePage axis="province" {...loaderData} />;
}
