import { expect, test } from "vitest";
import { planSteps, type TypedStep } from "../../app/domain/warning-plan.ts";

const step = (afterDays?: number, tells?: TypedStep["tells"]): TypedStep => ({ afterDays, tells });

test("steps are put in the order of their days, whatever the order of the form", () => {
  const planned = planSteps([step(5, "head monitor"), step(), step(-2, "desk"), step(0, "desk head")]);
  expect(planned).toEqual({
    steps: [
      { position: 1, afterDays: -2, tells: ["desk"] },
      { position: 2, afterDays: 0, tells: ["desk", "head"] },
      { position: 3, afterDays: 5, tells: ["head", "monitor"] },
    ],
  });
});

test.each([
  ["nothing", [step(), step()], { at: null, rule: "empty" }],
  ["a step that tells nobody", [step(1, "head monitor"), step(2)], { at: 1, rule: "tells" }],
  ["two steps on one day", [step(1, "head monitor"), step(), step(1, "desk")], { at: 2, rule: "same-day" }],
  ["steps past the head", [step(1, "desk"), step(2, "monitor")], { at: null, rule: "no-head" }],
  ["steps past the monitor", [step(1, "desk head")], { at: null, rule: "no-monitor" }],
] as const)("%s is no plan", (_what, typed, fault) => {
  expect(planSteps(typed)).toEqual({ fault });
});
