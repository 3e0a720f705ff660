import { findCase } from "../../../db/cases.ts";
import { noteLateDispute } from "../../../db/disputes.ts";
import { staffOfRole } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";
import { changeCase } from "./change-case.ts";
import { tellStaff } from "./tell-deciders.ts";

/** Notes on a case that its dispute is past its date, and tells monitors and arbiters; nothing when that was done or the dispute is decided. */
export async function tellLateDispute(
  tx: Tx,
  late: { readonly id: number; readonly code: string },
  now: Date,
): Promise<void> {
  const row = await findCase(tx, late.code);
  if (!row || !(await noteLateDispute(tx, late.id, now))) return;
  const changed = await changeCase(tx, { kind: "system" }, row, { type: "dispute-late" }, now);
  const people = [...(await staffOfRole(tx, "monitor")), ...(await staffOfRole(tx, "arbiter"))];
  await tellStaff(tx, changed, people, "dispute-late", now);
}
