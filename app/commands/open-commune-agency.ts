import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { line } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { agencySearchText } from "../domain/folded-match.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { type Agency, insertAgency, provinceAgency } from "../../db/agencies.ts";
import { aboveOf } from "../../db/agency-tree.ts";
import { agencyStream } from "../../db/events.ts";
import { findCommune } from "../../db/places.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const openCommuneInput = z.object({ communeCode: line(10) });

/** The English of the kinds of communes in the name of a People's Committee. */
const kindEn: Readonly<Record<string, string>> = { ward: "Ward", commune: "Commune", special_zone: "Special Zone" };

/** Makes the People's Committee of a commune a unit of its province, with the name that the list of communes has; again, the same one. */
export async function openCommuneAgency(
  tx: Tx,
  actor: Actor,
  { communeCode }: z.infer<typeof openCommuneInput>,
  now: Date,
): Promise<Agency> {
  mustManage(actor, "manage-agencies");
  const commune = await findCommune(tx, communeCode);
  const province = commune && (await provinceAgency(tx, commune.provinceCode, localDate(now)));
  if (!commune || !province) throw new InputRefusal({ communeCode: "wrong" });
  const names = {
    code: `UBND-${commune.code}`,
    nameVi: `Ủy ban nhân dân ${lowerFirst(commune.nameVi)}, ${province.nameVi.replace(/^Ủy ban nhân dân /, "")}`,
    nameEn: `People's Committee of ${englishOf(commune)}`,
    abbreviation: `UBND ${commune.nameVi}`.slice(0, 40),
  };
  const added = await insertAgency(tx, {
    ...names,
    kind: "commune",
    parentId: province.id,
    above: aboveOf(province),
    succeeded: province.succeeded,
    provinceCode: commune.provinceCode,
    communeCode: commune.code,
    search: agencySearchText(names),
    validFrom: commune.validFrom,
    validTo: commune.validTo,
    version: 1,
  });
  if (!added) throw new InputRefusal({ communeCode: "taken" });
  const { id, code, nameVi, nameEn, validFrom, validTo } = added;
  await recordOfficeEvent(tx, actor, agencyStream(id), "agency-add", { code, nameVi, nameEn, validFrom, validTo }, now);
  return added;
}

function englishOf({ nameEn, kind }: { nameEn: string; kind: string }): string {
  const word = kindEn[kind];
  return word && !nameEn.includes(word) ? `${nameEn} ${word}` : nameEn;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
