import { listProvinces } from "../../../db/places.ts";
import { type Call, endpoint, limit, readQuery, shareable } from "../../http/api-call.ts";
import { referenceQuery } from "../../http/api-inputs.ts";
import { pageThrough } from "../../http/api-lists.ts";

const answer = endpoint({ GET: list }, { open: true });
export const loader = answer;
export const action = answer;

/** The provinces and centrally run cities. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const query = readQuery(call, referenceQuery);
  const rows = await listProvinces(call.portal.store.read);
  const items = rows.map(({ code, kind, nameVi, nameEn, fullNameVi, fullNameEn }) => ({
    code,
    kind,
    name: { vi: nameVi, en: nameEn },
    fullName: { vi: fullNameVi, en: fullNameEn },
  }));
  return shareable(
    call,
    pageThrough(call, items, (item) => item.code, query),
  );
}
