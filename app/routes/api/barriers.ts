import { localDate } from "../../domain/calendar.ts";
import { draftersOf } from "../../../db/laws.ts";
import { listEntries, registerDocuments } from "../../../db/register-lists.ts";
import { type Call, endpoint, limit, readQuery, shareable } from "../../http/api-call.ts";
import { barrierListQuery } from "../../http/api-inputs.ts";
import { entryJson } from "../../http/api-register.ts";
import { readBarrierFilters } from "../../http/barrier-filters.ts";
import { referenceLists } from "../../http/reference-lists.ts";

const answer = endpoint({ GET: list }, { open: true });
export const loader = answer;
export const action = answer;

/** The register of barriers, by the filters of its page. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const { limit: most, cursor = null, ...typed } = readQuery(call, barrierListQuery);
  if (typed.q !== "") limit(call, "search");
  const { store, clock, env } = call.portal;
  const now = clock();
  const today = localDate(now);
  const lists = await referenceLists(store, now);
  const documents = await registerDocuments(store.read);
  const { filter, unknown, sort } = readBarrierFilters(new URLSearchParams(typed), lists, documents);
  const page = await listEntries(store.read, filter, { sort, cursor, today, limit: most });
  const drafters = await draftersOf(
    store.read,
    page.items.map(({ law }) => law),
    today,
  );
  const items = page.items.map((found) =>
    entryJson(found, drafters.get(found.law.drafterId ?? 0) ?? null, today, env.PUBLIC_URL),
  );
  return shareable(call, { items, nextCursor: page.nextCursor, unknown });
}
