import { z } from "zod";
import type { Actor } from "../../domain/actor.ts";
import { localDate } from "../../domain/calendar.ts";
import { isoDate, line } from "../../domain/fields.ts";
import { InputRefusal, Refusal } from "../../domain/refusal.ts";
import { nextClockVersion } from "../../../db/clock-rules.ts";
import type { Tx } from "../../../db/store.server.ts";
import { mustManage } from "./change-office.ts";

/** What every change of the rules of clocks says. */
export const clockRuleInput = {
  /** The number of changes that its writer had before them. */
  version: z.coerce.number().int(),
  /** The first day on which it counts: a day to come. */
  from: isoDate,
  /** By what it is so: a decision, a notice, a commitment of service. */
  basisVi: line(300, 5),
  basisEn: line(300, 5),
};

/**
 * Lets pass who may change the rules of clocks and has read them as they are,
 * and holds them. Nothing that runs today changes: a rule begins tomorrow at
 * the earliest.
 */
export async function mustChangeClocks(
  tx: Tx,
  actor: Actor,
  input: { readonly version: number; readonly from: string },
  now: Date,
): Promise<string> {
  mustManage(actor, "manage-clocks");
  const today = localDate(now);
  if (input.from <= today) throw new InputRefusal({ from: "past" });
  if ((await nextClockVersion(tx)) !== input.version + 1) throw new Refusal("stale");
  return today;
}
