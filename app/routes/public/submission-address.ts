import type { Kind, Lang } from "../../domain/case-kind.ts";
import { firstStep, flowOf, stepsOf } from "../../domain/form-steps.ts";
import type { StepName } from "../../domain/forms.ts";

/**
 * What a page of the form can be: a step, the list of tasks, the list of places
 * found, the code of a draft kept for later, the check page, and everything on
 * one page.
 */
export type View = StepName | "tasks" | "place" | "saved" | "check" | "all";

/** The page with which a kind opens: its list of tasks, or its first step. */
export const openingView = (kind: Kind): View => (flowOf(kind) === "tasks" ? "tasks" : firstStep(kind));

/** The name of the field that people do not see. */
export const TRAP = "website";

/** What the names of hidden fields begin with that carry prints of shared answers. */
export const SEEN = "seen.";

/** The address of a view; the opening one is the address of the kind itself. */
export function address(lang: Lang, kind: Kind, view: View, returns = false): string {
  const query = new URLSearchParams();
  if (view !== openingView(kind)) query.set("step", view);
  if (returns && view !== "check") query.set("return", "check");
  const text = query.toString();
  return `/${lang}/submit/${kind}${text && `?${text}`}`;
}

/** The page of published cases near to the draft; it leads on to the check page when there are none. */
export function similarAddress(lang: Lang, kind: Kind): string {
  return `/${lang}/submit/${kind}/similar`;
}

/** The page on which files are added. */
export function filesAddress(lang: Lang, kind: Kind, returns = false, after?: StepName): string {
  const query = returns ? "?return=check" : after ? `?after=${after}` : "";
  return `/${lang}/submit/${kind}/files${query}`;
}

export function viewOf(kind: Kind, raw: string | null | undefined): View {
  const views: readonly View[] = [...stepsOf(kind), "place", "saved", "check", "all"];
  return views.find((known) => known === raw) ?? openingView(kind);
}

/** The step to which a view belongs; null for those that ask nothing. */
export function stepOfView(kind: Kind, view: View): StepName | null {
  const name = view === "place" ? "where" : view;
  return stepsOf(kind).find((step) => step === name) ?? null;
}

/** The view after a step that is right. */
export function nextView(kind: Kind, step: StepName, returns: boolean): View {
  if (returns) return "check";
  if (flowOf(kind) === "tasks") return "tasks";
  const steps = stepsOf(kind);
  return steps[steps.indexOf(step) + 1] ?? "check";
}

/** The view before; null before the first. */
export function viewBefore(kind: Kind, view: View): View | null {
  if (view === "place") return "where";
  if (flowOf(kind) === "tasks") return view === "tasks" ? null : "tasks";
  const steps = stepsOf(kind);
  const step = stepOfView(kind, view);
  return (step === null ? steps.at(-1) : steps[steps.indexOf(step) - 1]) ?? null;
}

/** The page that shows everything written so far, to be printed. */
export const dossierAddress = (lang: Lang, kind: Kind): string => `/${lang}/submit/${kind}/dossier`;

/** The page on which a draft is shared with colleagues. */
export const shareAddress = (lang: Lang, kind: Kind): string => `/${lang}/submit/${kind}/share`;

/** The page on which many barriers are sent as one table, its check page and its codes. */
export const tableAddress = (lang: Lang, step?: "check" | "done"): string =>
  `/${lang}/submit/barrier/table${step ? `?step=${step}` : ""}`;
