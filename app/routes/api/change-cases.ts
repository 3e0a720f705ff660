import { casesOfAmendment, findAmendment } from "../../../db/amendments.ts";
import { publicationsOfCases } from "../../../db/register-lists.ts";
import { type Call, endpoint, limit, readQuery, refuse, shareable } from "../../http/api-call.ts";
import { rowsQuery } from "../../http/api-inputs.ts";
import { publishedJson } from "../../http/api-lists.ts";

const answer = endpoint({ GET: list }, { open: true });
export const loader = answer;
export const action = answer;

/** The published cases that led to an amendment, in the order of their filing. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const { limit: most, cursor = "0" } = readQuery(call, rowsQuery);
  const { read } = call.portal.store;
  const { id = "" } = call.params;
  const amendment = /^\d{1,12}$/.test(id) ? await findAmendment(read, Number(id)) : null;
  if (amendment?.state !== "published") return refuse(call, "not-found");
  const page = { afterCaseId: Number.parseInt(cursor, 36), limit: most + 1 };
  const ids = await casesOfAmendment(read, amendment, page);
  const items = await publicationsOfCases(read, ids.slice(0, most));
  const last = ids.length > most ? ids[most - 1] : undefined;
  return shareable(call, { items: await publishedJson(call, items), nextCursor: last?.toString(36) ?? null });
}
