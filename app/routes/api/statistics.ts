import { releasedFigures } from "../../../db/figure-releases.ts";
import { type Call, endpoint, limit, readQuery, shareable } from "../../http/api-call.ts";
import { statisticsQuery } from "../../http/api-inputs.ts";
import { pageThrough } from "../../http/api-lists.ts";
import { released } from "../../http/statistics.ts";

const answer = endpoint({ GET: list }, { open: true });
export const loader = answer;
export const action = answer;

/** The published figures of a period by one feature, and by that and a second. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const query = readQuery(call, statisticsQuery);
  const { read } = call.portal.store;
  const found = await released(read);
  const rows = found
    ? await releasedFigures(read, found.release.id, {
        periods: [query.period ?? found.years[0] ?? ""],
        axes: [query.axis ?? "all"],
        ...(query.code === undefined ? {} : { codes: [query.code] }),
      })
    : [];
  const items = rows.map(({ n, ...row }) => {
    const { period, axis, code, measure, by, part, state } = row;
    return { period, axis, code, measure, by, part, state, count: n };
  });
  const page = pageThrough(call, items, ({ code, measure, by, part }) => [code, measure, by, part].join("|"), query);
  return shareable(call, {
    madeAt: found?.release.madeAt.toISOString() ?? null,
    threshold: found?.release.threshold ?? null,
    ...page,
  });
}
