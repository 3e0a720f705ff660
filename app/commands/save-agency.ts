import { z } from "zod";
import { choice, isoDate, line, optional, rowId } from "../domain/fields.ts";
import { agencyMark, hasMark } from "../domain/marks.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { agencySearchText } from "../domain/folded-match.ts";
import { type Agency, findAgency, insertAgency, updateAgency } from "../../db/agencies.ts";
import { aboveOf, placeBelow } from "../../db/agency-tree.ts";
import { agencyStream } from "../../db/events.ts";
import { listProvinces } from "../../db/places.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const agencyKinds = [
  "standing_body",
  "ministry",
  "ministerial",
  "province",
  "department",
  "commune",
  "unit",
] as const;

export const saveAgencyInput = z.object({
  /** Left out for a new agency. */
  agencyId: optional(rowId),
  version: z.coerce.number().int().optional(),
  /** Short and for good: cases, accounts and the API name the agency by it. */
  code: z
    .string({ error: "empty" })
    .trim()
    .min(1, "empty")
    .regex(/^[A-Z0-9][A-Z0-9-]{1,19}$/, "wrong"),
  kind: choice(agencyKinds),
  /** The agency above it. */
  parentId: optional(rowId),
  nameVi: line(200, 3),
  nameEn: line(200, 3),
  abbreviation: line(40),
  provinceCode: optional(line(2)),
  validFrom: isoDate,
  validTo: optional(isoDate),
});
type Input = z.infer<typeof saveAgencyInput>;

/**
 * Adds an agency, renames it or says until when it exists. Events and
 * publications keep the names of their time; an agency that has ended gets no
 * new cases. The standing body cannot end.
 */
export async function saveAgency(tx: Tx, actor: Actor, input: Input, now: Date): Promise<Agency> {
  mustManage(actor, "manage-agencies");
  const { agencyId, version, code, parentId, ...rest } = input;
  if (rest.validTo && rest.validTo < rest.validFrom) throw new InputRefusal({ validTo: "before" });
  const provinces = rest.provinceCode ? await listProvinces(tx) : [];
  if (rest.provinceCode && !provinces.some((province) => province.code === rest.provinceCode)) {
    throw new InputRefusal({ provinceCode: "wrong" });
  }
  const { provinceCode = null, validTo = null } = rest;
  const search = agencySearchText({ ...rest, code });
  const place = await placeOf(tx, agencyId ?? null, parentId ?? null);
  const values = { ...rest, ...place, provinceCode, validTo, search };
  if (agencyId === undefined) {
    const added = await insertAgency(tx, { ...values, code, version: 1 });
    if (!added) throw new InputRefusal({ code: "taken" });
    await recordOfficeEvent(tx, actor, agencyStream(added.id), "agency-add", dataOf(added), now);
    return added;
  }
  const row = await findAgency(tx, agencyId);
  if (!row) throw new Refusal("not-found");
  if (row.version !== version) throw new Refusal("stale");
  if (row.kind === "standing_body" && (validTo !== null || rest.kind !== "standing_body")) {
    throw new InputRefusal({ validTo: "standing-body" });
  }
  const saved = await updateAgency(tx, row, values);
  if (!saved) throw new Refusal("stale");
  if (saved.above !== row.above) await placeBelow(tx, saved);
  await recordOfficeEvent(tx, actor, agencyStream(row.id), "agency-change", dataOf(saved), now);
  return saved;
}

/** Where an agency lies: never below itself. */
async function placeOf(tx: Tx, agencyId: number | null, parentId: number | null) {
  if (parentId === null) return { parentId, above: "" };
  const parent = await findAgency(tx, parentId);
  if (!parent) throw new InputRefusal({ parentId: "wrong" });
  const above = aboveOf(parent);
  if (agencyId !== null && hasMark(above, agencyMark(agencyId))) throw new InputRefusal({ parentId: "itself" });
  return { parentId, above };
}

function dataOf({ code, nameVi, nameEn, validFrom, validTo }: Agency) {
  return { code, nameVi, nameEn, validFrom, validTo };
}
