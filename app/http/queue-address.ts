import type { RouterContextProvider } from "react-router";
import { findAgencyByCode } from "../../db/agencies.ts";
import type { QueueQuery } from "../../db/queue.ts";
import type { QueueFilter, QueueView } from "../../db/queue-conditions.ts";
import { kinds, levels } from "../domain/case-kind.ts";
import { statuses } from "../domain/case-status.ts";
import { isoDate } from "../domain/fields.ts";
import {
  type FilterName,
  filterNames,
  owners,
  type QueueAddress,
  queueSorts,
  standings,
  type TypedFilter,
} from "../domain/queue-address.ts";
import { cleanLine, searchWords } from "../domain/text.ts";
import { actorContext, portalContext } from "./context.ts";
import { queueQuery, viewsFor } from "./queue-views.ts";

const code = /^[\w.-]{1,40}$/;
const oneOf = (list: readonly string[]) => (value: string) => list.includes(value);
const allowed: Record<FilterName, (value: string) => boolean> = {
  kind: oneOf(kinds),
  field: (value) => code.test(value),
  bottleneck: (value) => code.test(value),
  province: (value) => code.test(value),
  agency: (value) => code.test(value),
  status: oneOf(statuses),
  level: oneOf(levels),
  standing: oneOf(standings),
  owner: oneOf(owners),
  from: (value) => isoDate.safeParse(value).success,
  to: (value) => isoDate.safeParse(value).success,
};

/** What an address asks of the queue; null for whoever has no queue. What it does not say, or says wrongly, is as if left out. */
export function readQueueAddress(
  context: Readonly<RouterContextProvider>,
  params: URLSearchParams,
): QueueAddress<QueueView> | null {
  const views = viewsFor(context.get(actorContext));
  const [first] = views;
  if (!first) return null;
  const asked = params.get("view");
  const filter: Partial<Record<FilterName, string>> = {};
  for (const name of filterNames) {
    const value = (params.get(name) ?? "").trim();
    if (value !== "" && allowed[name](value)) filter[name] = value;
  }
  return {
    view: views.find((known) => known === asked) ?? first,
    q: cleanLine((params.get("q") ?? "").slice(0, 200)),
    filter,
    sort: queueSorts.find((known) => known === params.get("sort")) ?? "due",
  };
}

/** The query that an address stands for, as of now. */
export async function queryOf(
  context: Readonly<RouterContextProvider>,
  address: QueueAddress<QueueView>,
  more: Partial<QueueQuery> = {},
): Promise<QueueQuery> {
  const words = searchWords(address.q);
  const filter = await filterOf(context, address.filter);
  return queueQuery(context, address.view, { words, filter, sort: address.sort, ...more });
}

async function filterOf(context: Readonly<RouterContextProvider>, typed: TypedFilter): Promise<QueueFilter> {
  const { store } = context.get(portalContext);
  const agency = typed.agency === undefined ? null : await findAgencyByCode(store.read, typed.agency);
  return {
    kind: kinds.find((kind) => kind === typed.kind),
    field: typed.field,
    bottleneck: typed.bottleneck,
    province: typed.province,
    // An agency that there is not has no cases.
    agencyId: typed.agency === undefined ? undefined : (agency?.id ?? -1),
    status: statuses.find((status) => status === typed.status),
    level: levels.find((level) => level === typed.level),
    standing: standings.find((standing) => standing === typed.standing),
    owner: owners.find((owner) => owner === typed.owner),
    from: typed.from,
    to: typed.to,
  };
}
