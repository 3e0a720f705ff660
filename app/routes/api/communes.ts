import { type Commune, listCommunes, searchPlaces } from "../../../db/places.ts";
import { type Call, endpoint, limit, readQuery, refuse, shareable } from "../../http/api-call.ts";
import { communesQuery } from "../../http/api-inputs.ts";
import { pageThrough } from "../../http/api-lists.ts";

const answer = endpoint({ GET: list }, { open: true });
export const loader = answer;
export const action = answer;

/** More than any province has communes of one name. */
const MOST_MATCHES = 300;

/** The communes of a province, or those whose name of today or before 1/7/2025 holds the words typed. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const query = readQuery(call, communesQuery);
  const { read } = call.portal.store;
  if (query.q === "" && query.province === undefined) {
    return refuse(call, "input", { errors: { province: "province-or-words" } });
  }
  const items =
    query.q === ""
      ? (await listCommunes(read, query.province ?? "")).map((commune) => communeJson(commune, null))
      : (await searchPlaces(read, query.q, MOST_MATCHES))
          .filter(({ commune }) => query.province === undefined || commune.provinceCode === query.province)
          .map(({ commune, formerName }) => communeJson(commune, formerName));
  return shareable(
    call,
    pageThrough(call, items, (item) => item.code, query),
  );
}

function communeJson({ code, kind, nameVi, nameEn, provinceCode }: Commune, formerName: string | null) {
  return { code, kind, name: { vi: nameVi, en: nameEn }, provinceCode, formerName };
}
