import { z } from "zod";
import { findAgencyByCode } from "../../db/agencies.ts";
import type { QueueFilter } from "../../db/queue-conditions.ts";
import type { Db } from "../../db/store.server.ts";
import { kinds, levels } from "../domain/case-kind.ts";
import { statuses } from "../domain/case-status.ts";
import { choice, isoDate, optional } from "../domain/fields.ts";
import {
  type FilterName,
  filterNames,
  owners,
  queueSorts,
  standings,
  type TypedFilter,
} from "../domain/queue-address.ts";

const code = z.string().regex(/^[\w.-]{1,40}$/, "wrong");

/** What each filter of the queue takes, in the address of the page and in the API alike; an agency by its code. */
export const queueFilters = {
  kind: optional(choice(kinds)),
  field: optional(code),
  bottleneck: optional(code),
  province: optional(code),
  agency: optional(code),
  status: optional(choice(statuses)),
  level: optional(choice(levels)),
  standing: optional(choice(standings)),
  owner: optional(choice(owners)),
  from: optional(isoDate),
  to: optional(isoDate),
} satisfies Record<FilterName, z.ZodType>;
export const queueSort = optional(choice(queueSorts));

const filters = z.object(queueFilters).partial();

/** The filters that an address names rightly; what it says wrongly is as if left out. */
export function readFilters(params: URLSearchParams): TypedFilter {
  const right = filterNames.flatMap((name) => {
    const read = queueFilters[name].safeParse((params.get(name) ?? "").trim());
    return read.success && read.data !== undefined ? [[name, read.data]] : [];
  });
  return filters.parse(Object.fromEntries(right));
}

/** The filters as a query asks them. An agency that there is not has no cases. */
export async function queueFilter(db: Db, { agency, ...typed }: TypedFilter): Promise<QueueFilter> {
  const found = agency === undefined ? null : await findAgencyByCode(db, agency);
  return { ...typed, agencyId: agency === undefined ? undefined : (found?.id ?? -1) };
}
