import { readFileSync } from "node:fs";
import { z } from "zod";
import { isoDate, line } from "../app/domain/fields.ts";
import { agencyKinds } from "../app/commands/save-agency.ts";
import { agencySearchText } from "../app/domain/folded-match.ts";
import { findAgencyByCode } from "../db/agencies.ts";
import { aboveOf, placeBelow } from "../db/agency-tree.ts";
import { openPortal } from "./open-portal.ts";

const agenciesFile = z
  .array(
    z.object({
      code: line(40),
      kind: z.enum(agencyKinds),
      /** The code of the agency above it, which the file names first or the portal has. */
      parent: line(40).nullable().default(null),
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
      "Usage: agencies import FILE (JSON list of code, kind, nameVi, nameEn, abbreviation, parent, validFrom, validTo)",
    );
  const given = agenciesFile.parse(JSON.parse(readFileSync(file, "utf8")));
  const { store } = await openPortal();
  await store.write(async (tx) => {
    const { agencies } = tx.tables;
    for (const { parent: parentCode, ...agency } of given) {
      const search = agencySearchText(agency);
      const known = await findAgencyByCode(tx, agency.code);
      const parent = parentCode === null ? null : await findAgencyByCode(tx, parentCode);
      if (parentCode !== null && parent === null) throw new Error(`${agency.code}: there is no agency ${parentCode}`);
      // What the file does not place stays where it is.
      const place = parent ? { parentId: parent.id, above: aboveOf(parent) } : {};
      const values = { ...agency, ...place, search, version: (known?.version ?? 0) + 1 };
      await tx.insert(agencies).values(values).onConflictDoUpdate({ target: agencies.code, set: values });
      const saved = await findAgencyByCode(tx, agency.code);
      if (saved) await placeBelow(tx, saved);
    }
  });
  await store.close();
  console.log(
    args.includes("--json") ? JSON.stringify({ imported: given.length }) : `${given.length} agencies imported.`,
  );
}
