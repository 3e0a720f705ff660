import { localDate } from "../../domain/calendar.ts";
import { listAgencies } from "../../../db/agencies.ts";
import { type Call, endpoint, limit, readQuery, shareable } from "../../http/api-call.ts";
import { referenceQuery } from "../../http/api-inputs.ts";
import { pageThrough } from "../../http/api-lists.ts";
import { agencyRefJson } from "../../http/api-views.ts";

const answer = endpoint({ GET: list }, { open: true });
export const loader = answer;
export const action = answer;

/** The agencies in force today. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const query = readQuery(call, referenceQuery);
  const rows = await listAgencies(call.portal.store.read, localDate(call.portal.clock()));
  const items = rows.map((row) => {
    const { kind, parentId, provinceCode } = row;
    return { ...agencyRefJson(row), kind, parentId, provinceCode };
  });
  return shareable(
    call,
    pageThrough(call, items, (item) => item.code, query),
  );
}
