import type { Kind, Lang } from "../../domain/case-kind.ts";
import { type AskingStep, askingSteps } from "../../domain/form-steps.ts";

/** What a step's page can be: the four steps, the list of places found, and everything on one page. */
export type View = AskingStep | "place" | "check" | "all";

/** The name of the field that people do not see. */
export const TRAP = "website";

/** The address of a view; the first step is the address of the kind itself. */
export function address(lang: Lang, kind: Kind, view: View, returns = false): string {
  const query = new URLSearchParams();
  if (view !== "content") query.set("step", view);
  if (returns && view !== "check") query.set("return", "check");
  const text = query.toString();
  return `/${lang}/submit/${kind}${text && `?${text}`}`;
}

export function viewOf(raw: string | null | undefined): View {
  const views: readonly View[] = [...askingSteps, "place", "check", "all"];
  return views.find((known) => known === raw) ?? "content";
}

/** The view after a step that is right. */
export function nextView(step: AskingStep, returns: boolean): View {
  if (returns) return "check";
  return askingSteps[askingSteps.indexOf(step) + 1] ?? "check";
}
