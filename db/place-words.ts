import { inArray } from "drizzle-orm";
import type { Lang } from "../app/domain/case-kind.ts";
import type { Db } from "./store.server.ts";

interface Place {
  readonly provinceCode: string | null;
  readonly communeCode: string | null;
}

/** Names of the places of some cases, from small to large, in the language asked for; "" where a case has none. */
export async function placeWords(db: Db, places: readonly Place[], lang: Lang): Promise<(place: Place) => string> {
  const { communes, provinces } = db.tables;
  const communeCodes = codesOf(places.map((place) => place.communeCode));
  const provinceCodes = codesOf(places.map((place) => place.provinceCode));
  const communeRows =
    communeCodes.length === 0 ? [] : await db.select().from(communes).where(inArray(communes.code, communeCodes));
  const provinceRows =
    provinceCodes.length === 0 ? [] : await db.select().from(provinces).where(inArray(provinces.code, provinceCodes));
  const nameOf = (row: { nameVi: string; nameEn: string }) => (lang === "vi" ? row.nameVi : row.nameEn);
  const communeNames = new Map(communeRows.map((row) => [row.code, nameOf(row)]));
  const provinceNames = new Map(provinceRows.map((row) => [row.code, nameOf(row)]));
  return ({ communeCode, provinceCode }) =>
    [communeNames.get(communeCode ?? ""), provinceNames.get(provinceCode ?? "")].filter(Boolean).join(", ");
}

function codesOf(codes: readonly (string | null)[]): string[] {
  return [...new Set(codes.filter((code) => code !== null))];
}
