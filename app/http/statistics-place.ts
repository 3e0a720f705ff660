import type { Lang } from "../domain/case-kind.ts";
import { lastDay } from "../domain/deadlines.ts";
import { spokenTitle } from "../domain/spoken.ts";
import { latePublications } from "../../db/late-publications.ts";
import type { Db } from "../../db/store.server.ts";
import { readPlacePeriod } from "./statistics-period.ts";
import { placeFigures, released } from "./statistics.ts";

/** Late published cases on one page. */
const LATE_AT_ONCE = 20;

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
  const cursor = search.get("late");
  const { items, nextCursor } = await latePublications(
    db,
    place.axis === "agency" ? { agencyId: place.agencyId } : { provinceCode: place.code },
    now,
    LATE_AT_ONCE,
    cursor,
  );
  const path = `/${lang}/statistics/${paths[place.axis]}/${place.code}`;
  const here = new URLSearchParams(period.year === null ? {} : { period: period.quarter ?? period.year });
  const late = {
    items: items.map((item) => ({
      code: item.code,
      title: spokenTitle(item, lang),
      dueOn: lastDay(item.dueAt),
    })),
    deep: cursor !== null,
    newerHref: cursor === null ? null : addressOf(path, here),
    olderHref: nextCursor && addressOf(path, new URLSearchParams([...here, ["late", nextCursor]])),
  };
  const figures = found && (await placeFigures(db, found, place.axis, place.code, period.year));
  return { figures, period, allYears: years, path, late };
}

const paths = { agency: "agencies", province: "provinces" } as const;

/** The list of late cases stands at the end of a long page. */
function addressOf(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return `${path}${text && `?${text}`}#late`;
}
