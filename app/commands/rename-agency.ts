import { z } from "zod";
import { addDays, localDate } from "../domain/calendar.ts";
import { isoDate, line, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { agencySearchText } from "../domain/folded-match.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { type Agency, findAgency, updateAgency } from "../../db/agencies.ts";
import { insertName, listNames, markApplied } from "../../db/agency-tree.ts";
import { agencyStream } from "../../db/events.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const renameAgencyInput = z.object({
  agencyId: rowId,
  version: z.coerce.number().int(),
  nameVi: line(200, 3),
  nameEn: line(200, 3),
  abbreviation: line(40),
  /** The first day of the new name; a day to come takes effect by itself. */
  from: isoDate,
});
type Input = z.infer<typeof renameAgencyInput>;

/** An agency has another name from a day on. What was decided before keeps the name of its time. */
export async function renameAgency(tx: Tx, actor: Actor, input: Input, now: Date): Promise<Agency> {
  mustManage(actor, "manage-agencies");
  const { agencyId, version, from, nameVi, nameEn, abbreviation } = input;
  const row = await findAgency(tx, agencyId);
  if (!row) throw new Refusal("not-found");
  if (row.version !== version) throw new Refusal("stale");
  if (nameVi === row.nameVi && nameEn === row.nameEn && abbreviation === row.abbreviation)
    throw new InputRefusal({ nameVi: "unchanged" });
  const names = await listNames(tx, row.id);
  const newest = names.at(-1)?.validFrom ?? row.validFrom;
  // A name begins after the one before it, or the line of names has no order.
  if (from <= newest) throw new InputRefusal({ from: "not-after" });
  if (row.validTo !== null && from > row.validTo) throw new InputRefusal({ from: "after-end" });
  if (names.length === 0) await insertName(tx, row.id, { ...pick(row), validFrom: row.validFrom, applied: true });
  const isNow = from <= localDate(now);
  await insertName(tx, row.id, { nameVi, nameEn, abbreviation, validFrom: from, applied: isNow });
  const renamed = isNow ? { nameVi, nameEn, abbreviation } : {};
  const saved = await updateAgency(tx, row, { ...renamed, search: agencySearchText({ ...row, ...renamed }) });
  if (!saved) throw new Refusal("stale");
  const data = { nameVi, nameEn, from, until: addDays(from, -1), formerVi: row.nameVi, formerEn: row.nameEn };
  await recordOfficeEvent(tx, actor, agencyStream(row.id), "agency-rename", data, now);
  return saved;
}

export const applyNameInput = z.object({ agencyId: rowId, nameId: rowId });

/** A name decided before becomes the agency's on its day. */
export async function applyName(
  tx: Tx,
  actor: Actor,
  { agencyId, nameId }: z.infer<typeof applyNameInput>,
  now: Date,
): Promise<Agency> {
  if (actor.kind !== "system") throw new Refusal("forbidden");
  const row = await findAgency(tx, agencyId);
  const name = (await listNames(tx, agencyId)).find((one) => one.id === nameId);
  if (!row || !name || name.applied || name.validFrom > localDate(now)) throw new Refusal("wrong-state");
  await markApplied(tx, name.id);
  const names = pick(name);
  const saved = await updateAgency(tx, row, { ...names, search: agencySearchText({ ...row, ...names }) });
  if (!saved) throw new Refusal("stale");
  await recordOfficeEvent(tx, actor, agencyStream(row.id), "agency-name-begins", { from: name.validFrom }, now);
  return saved;
}

function pick({ nameVi, nameEn, abbreviation }: Pick<Agency, "nameVi" | "nameEn" | "abbreviation">) {
  return { nameVi, nameEn, abbreviation };
}
