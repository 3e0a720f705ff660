import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { choice, optional } from "../domain/fields.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { planSteps, stepNumbers, tellings } from "../domain/warning-plan.ts";
import type { WarningStep } from "../domain/warnings.ts";
import { planWarnings } from "../../db/clock-rules.ts";
import { clockStream } from "../../db/events.ts";
import type { Tx } from "../../db/store.server.ts";
import { recordOfficeEvent } from "./steps/change-office.ts";
import { clockRuleInput, mustChangeClocks } from "./steps/change-clock-rules.ts";

const day = z.coerce.number({ error: "wrong" }).int("wrong").min(-30, "too-many").max(90, "too-many");

/** The places of the form: working days after the promised day (before it, with a minus), and who is told. */
export const setWarningsInput = z.object({
  ...clockRuleInput,
  days: z.record(z.string(), optional(day)).default({}),
  tells: z.record(z.string(), optional(choice(tellings))).default({}),
});

/**
 * Sets the steps by which warnings climb, for cases received from a day to come
 * on. A case that runs keeps the steps under which it was received.
 */
export async function setWarningSteps(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof setWarningsInput>,
  now: Date,
): Promise<readonly WarningStep[]> {
  const today = await mustChangeClocks(tx, actor, input, now);
  const planned = planSteps(
    stepNumbers.map((place) => ({ afterDays: input.days[`d${place}`], tells: input.tells[`t${place}`] })),
  );
  if ("fault" in planned) {
    const { at, rule } = planned.fault;
    const name = at === null ? "days.d1" : `${rule === "tells" ? "tells.t" : "days.d"}${at + 1}`;
    throw new InputRefusal({ [name]: rule });
  }
  const { from, basisVi, basisEn } = input;
  await planWarnings(tx, planned.steps, { validFrom: from, basisVi, basisEn }, today);
  const climbs = planned.steps.map(({ afterDays, tells }) => `${afterDays}:${tells.join("+")}`).join(" ");
  await recordOfficeEvent(tx, actor, clockStream, "warnings-set", { from, steps: climbs }, now);
  return planned.steps;
}
