import { type WarningAudience, warningAudiences, type WarningStep } from "./warnings.ts";

/** As many steps as a form has places for. */
export const MOST_STEPS = 8;
export const stepNumbers = Array.from({ length: MOST_STEPS }, (_place, at) => at + 1);

/** Whom one step can tell. */
export const tellings = ["desk", "desk head", "head", "head monitor", "desk head monitor", "monitor"] as const;
export type Telling = (typeof tellings)[number];

/** One place of the form: on which working day after the promised one, and whom; without a day there is no step. */
export interface TypedStep {
  readonly afterDays: number | undefined;
  readonly tells: Telling | undefined;
}

/** Why steps cannot be used: the place that is wrong, or none where they are wrong together. */
export type StepFault =
  | { readonly at: number; readonly rule: "tells" | "same-day" }
  | { readonly at: null; readonly rule: "empty" | "no-head" | "no-monitor" };

/**
 * The steps in the order of their days, numbered from one. Whoever sets them
 * cannot leave out the head of the agency or the monitor: a warning that climbs
 * to nobody is none.
 */
export function planSteps(typed: readonly TypedStep[]): { steps: WarningStep[] } | { fault: StepFault } {
  const used = typed.map((step, at) => ({ ...step, at })).filter(({ afterDays }) => afterDays !== undefined);
  if (used.length === 0) return { fault: { at: null, rule: "empty" } };
  const silent = used.find(({ tells }) => tells === undefined);
  if (silent) return { fault: { at: silent.at, rule: "tells" } };
  const twice = used.find(({ afterDays, at }) => used.some((one) => one.at < at && one.afterDays === afterDays));
  if (twice) return { fault: { at: twice.at, rule: "same-day" } };
  const steps = used
    .sort((one, other) => (one.afterDays ?? 0) - (other.afterDays ?? 0))
    .map(({ afterDays, tells }, place) => {
      return { position: place + 1, afterDays: afterDays ?? 0, tells: audiencesOf(tells ?? "desk") };
    });
  const tellsSome = (audience: WarningAudience) => steps.some(({ tells }) => tells.includes(audience));
  if (!tellsSome("head")) return { fault: { at: null, rule: "no-head" } };
  if (!tellsSome("monitor")) return { fault: { at: null, rule: "no-monitor" } };
  return { steps };
}

function audiencesOf(tells: Telling): WarningAudience[] {
  const named = tells.split(" ");
  return warningAudiences.filter((audience) => named.includes(audience));
}
