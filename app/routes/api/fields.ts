import { localDate } from "../../domain/calendar.ts";
import { listTerms } from "../../../db/terms.ts";
import { type Call, endpoint, limit, readQuery, shareable } from "../../http/api-call.ts";
import { fieldsQuery } from "../../http/api-inputs.ts";
import { pageThrough } from "../../http/api-lists.ts";

const answer = endpoint({ GET: list }, { open: true });
export const loader = answer;
export const action = answer;

/** The fields of life that a case can be about, or the terms of another closed list. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const query = readQuery(call, fieldsQuery);
  const { store, clock } = call.portal;
  const terms = await listTerms(store.read, query.vocabulary ?? "field", localDate(clock()));
  const items = terms.map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } }));
  return shareable(
    call,
    pageThrough(call, items, (item) => item.code, query),
  );
}
