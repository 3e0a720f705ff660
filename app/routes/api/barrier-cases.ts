import { findEntry, reportsOn } from "../../../db/register-lists.ts";
import { type Call, endpoint, limit, readQuery, refuse, shareable } from "../../http/api-call.ts";
import { rowsQuery } from "../../http/api-inputs.ts";
import { publishedJson } from "../../http/api-lists.ts";

const answer = endpoint({ GET: list }, { open: true });
export const loader = answer;
export const action = answer;

/** The published reports against one provision, the newest first. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const { limit: most, cursor } = readQuery(call, rowsQuery);
  const { read } = call.portal.store;
  const { document = "", provision = "" } = call.params;
  const found = await findEntry(read, document.slice(0, 80), provision.slice(0, 120));
  if (!found) return refuse(call, "not-found");
  const before = cursor === undefined ? null : Number.parseInt(cursor, 36);
  const { items, next } = await reportsOn(read, found.entry.id, before, most);
  return shareable(call, { items: await publishedJson(call, items), nextCursor: next?.toString(36) ?? null });
}
