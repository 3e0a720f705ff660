import { readFileSync } from "node:fs";
import { z } from "zod";
import { isoDate, line } from "../app/domain/fields.ts";
import { foldText } from "../app/domain/text.ts";
import { findAgencyByCode } from "../db/agencies.ts";
import { openPortal } from "./open-portal.ts";

const agenciesFile = z
  .array(
    z.object({
      code: line(40),
      kind: z.enum(["standing_body", "ministry", "ministerial", "province"]),
      nameVi: line(200),
      nameEn: line(200),
      abbreviation: line(40),
      provinceCode: line(2).nullable().default(null),
      validFrom: isoDate,
      validTo: isoDate.nullable().default(null),
    }),
  )
  .min(1)
  .max(10_000);

/** `agencies import FILE`: adds agencies and brings known ones, by code, up to date. Cases and events keep the names of their time. */
export async function agenciesImport(args: string[]): Promise<void> {
  const file = args.find((arg) => !arg.startsWith("--"));
  if (!file)
    throw new Error(
      "Usage: agencies import FILE (JSON list of code, kind, nameVi, nameEn, abbreviation, validFrom, validTo)",
    );
  const given = agenciesFile.parse(JSON.parse(readFileSync(file, "utf8")));
  const { store } = await openPortal();
  await store.write(async (tx) => {
    const { agencies } = tx.tables;
    for (const agency of given) {
      const search = foldText(`${agency.nameVi} ${agency.nameEn} ${agency.abbreviation} ${agency.code}`);
      const known = await findAgencyByCode(tx, agency.code);
      const values = { ...agency, search, version: (known?.version ?? 0) + 1 };
      await tx.insert(agencies).values(values).onConflictDoUpdate({ target: agencies.code, set: values });
    }
  });
  await store.close();
  console.log(
    args.includes("--json") ? JSON.stringify({ imported: given.length }) : `${given.length} agencies imported.`,
  );
}
