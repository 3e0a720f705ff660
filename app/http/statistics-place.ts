import type { Lang } from "../domain/case-kind.ts";
import { latePublications } from "../../db/late-publications.ts";
import type { Db } from "../../db/store.server.ts";
import { readPlacePeriod } from "./statistics-period.ts";
import { placeFigures, released } from "./statistics.ts";

/** Late published cases that a page names at the most. */
const MOST_NAMED = 20;

/** What the page of an agency or a province shows. */
export async function placePage(
  db: Db,
  place: { readonly axis: "agency" | "province"; readonly code: string; readonly agencyId: number | null },
  lang: Lang,
  now: Date,
  search: URLSearchParams,
) {
  const found = await released(db);
  const years = found?.years ?? [];
  const period = readPlacePeriod(search, years);
  const { items } = await latePublications(
    db,
    place.axis === "agency" ? { agencyId: place.agencyId } : { provinceCode: place.code },
    now,
    MOST_NAMED,
  );
  const late = items.map(({ code, titleVi, titleEn }) => {
    const own = lang === "vi" ? titleVi : titleEn;
    const other = lang === "vi" ? titleEn : titleVi;
    return own ? { code, title: own, titleLang: undefined } : { code, title: other ?? "", titleLang: otherOf[lang] };
  });
  const figures = found && (await placeFigures(db, found, place.axis, place.code, period.year));
  return { figures, period, allYears: years, path: `/${lang}/statistics/${paths[place.axis]}/${place.code}`, late };
}

const paths = { agency: "agencies", province: "provinces" } as const;
const otherOf: Record<Lang, Lang> = { vi: "en", en: "vi" };
