import { isOpen } from "../../domain/case-status.ts";
import { standingBody } from "../../../db/agencies.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { activeStaff } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";
import { tellStaff } from "./tell-deciders.ts";

/** Tells the desk at which a case lies that the last of its parts is settled. */
export async function tellPartsDone(tx: Tx, parent: CaseRow, now: Date): Promise<void> {
  if (!isOpen(parent.status)) return;
  const desk = parent.unitId ?? parent.agencyId;
  const people =
    desk === null
      ? await activeStaff(tx, (await standingBody(tx)).id, ["triage"])
      : await activeStaff(tx, desk, ["officer"]);
  await tellStaff(tx, parent, people, "parts-done", now);
}
