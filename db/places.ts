import { and, asc, eq, isNull, like, sql } from "drizzle-orm";
import { InputRefusal } from "../app/domain/refusal.ts";
import { foldText } from "../app/domain/text.ts";
import { prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db } from "./store.server.ts";

export type Province = Tables["provinces"]["$inferSelect"];
export type Commune = Tables["communes"]["$inferSelect"];

export async function listProvinces(db: Db): Promise<Province[]> {
  const { provinces } = db.tables;
  return db.select().from(provinces).where(isNull(provinces.validTo)).orderBy(asc(provinces.code));
}

export async function listCommunes(db: Db, provinceCode: string): Promise<Commune[]> {
  const { communes } = db.tables;
  return db.select().from(communes).where(eq(communes.provinceCode, provinceCode)).orderBy(asc(communes.code));
}

export async function findCommune(db: Db, code: string): Promise<Commune | null> {
  const { communes } = db.tables;
  const query = prepared(db, "findCommune", () =>
    db
      .select()
      .from(communes)
      .where(eq(communes.code, sql.placeholder("code")))
      .prepare("find_commune"),
  );
  const [row] = await query.execute({ code });
  return row ?? null;
}

export interface PlaceMatch {
  readonly commune: Commune;
  readonly province: Province;
  /** The former name that was found, when it is not today's. */
  readonly formerName: string | null;
}

/** What people write short in an address, as the folded names have it. */
const shortForms = new Map([
  ["p", "phuong"],
  ["q", "quan"],
  ["tt", "thi tran"],
  ["tx", "thi xa"],
  ["tp", "thanh pho"],
  ["tphcm", "thanh pho ho chi minh"],
  ["hcm", "ho chi minh"],
  ["hn", "ha noi"],
]);

function addressWords(typed: string): string[] {
  const folded = foldText(typed.slice(0, 200)).replace(/\b([pq])(\d+)\b/g, "$1 $2");
  const words = folded.split(" ").filter(Boolean);
  return words.flatMap((word) => (shortForms.get(word) ?? word).split(" "));
}

/** Words as the beginnings of words in a text between spaces; a number stands for itself alone. */
const wordPattern = (words: string): string => `% ${words}${/\d$/.test(words) ? " " : ""}%`;

/**
 * Communes whose name of today or former name has words that begin with the
 * words typed, with or without accents, short or in full; names that have them
 * together come first. At most `limit`, each commune once.
 */
export async function searchPlaces(db: Db, typed: string, limit = 10): Promise<PlaceMatch[]> {
  const { placeNames, communes, provinces } = db.tables;
  const words = addressWords(typed);
  if (words.length === 0) return [];
  const text = sql`' ' || ${placeNames.search} || ' '`;
  const rows = await db
    .select({ commune: communes, province: provinces, name: placeNames.name, former: placeNames.former })
    .from(placeNames)
    .innerJoin(communes, eq(communes.code, placeNames.communeCode))
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .where(and(...words.map((word) => like(text, wordPattern(word)))))
    .orderBy(
      sql`case when ${text} like ${wordPattern(words.join(" "))} then 0 else 1 end`,
      asc(placeNames.former),
      asc(placeNames.id),
    )
    .limit(limit * 6);
  const seen = new Map<string, PlaceMatch>();
  for (const { commune, province, name, former } of rows) {
    if (!seen.has(commune.code)) seen.set(commune.code, { commune, province, formerName: former ? name : null });
  }
  return [...seen.values()].slice(0, limit);
}

/** A place as it may be stored: codes that exist and fit together. Anything else is refused beside its field. */
export async function checkPlace(
  db: Db,
  place: { provinceCode?: string | undefined; communeCode?: string | undefined },
): Promise<{ provinceCode: string | null; communeCode: string | null }> {
  const { provinces } = db.tables;
  if (place.communeCode) {
    const commune = await findCommune(db, place.communeCode);
    if (!commune) throw new InputRefusal({ communeCode: "wrong" });
    const elsewhere = place.provinceCode && place.provinceCode !== commune.provinceCode;
    if (elsewhere) throw new InputRefusal({ provinceCode: "elsewhere" });
    return { provinceCode: commune.provinceCode, communeCode: commune.code };
  }
  if (!place.provinceCode) return { provinceCode: null, communeCode: null };
  const query = prepared(db, "findProvince", () =>
    db
      .select({ code: provinces.code })
      .from(provinces)
      .where(eq(provinces.code, sql.placeholder("code")))
      .prepare("find_province"),
  );
  const [province] = await query.execute({ code: place.provinceCode });
  if (!province) throw new InputRefusal({ provinceCode: "wrong" });
  return { provinceCode: province.code, communeCode: null };
}
