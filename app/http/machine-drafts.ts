import type { RouterContextProvider } from "react-router";
import { findCase, scopeOf } from "../../db/cases.ts";
import { publicationOfCase } from "../../db/publications.ts";
import { numberedSegments } from "../../db/segments.ts";
import { keepMachineDrafts } from "../commands/steps/keep-machine-drafts.ts";
import { otherLanguage } from "../domain/case-kind.ts";
import { may } from "../domain/permissions.ts";
import { segmentState } from "../domain/segment-state.ts";
import { isTranslatable } from "../domain/segments.ts";
import { actorContext, portalContext } from "./context.ts";
import { describeError, perform } from "./perform.ts";
import { translatorAt } from "./translator.ts";

/** As many sentences as one press asks for. */
const AT_ONCE = 50;

/**
 * Lets the operator's machine draft what has no translation yet; how many
 * drafts it made, null for whoever may not ask. The machine is asked before the
 * transaction, and only about what is public; when it does not answer, nothing is drafted.
 */
export async function draftByMachine(context: Readonly<RouterContextProvider>, code: string): Promise<number | null> {
  const { store, env, log } = context.get(portalContext);
  const actor = context.get(actorContext);
  const translator = translatorAt(env.TRANSLATOR_URL);
  const row = await findCase(store.read, code);
  const publication = row && (await publicationOfCase(store.read, row.id));
  if (!translator || !publication || !may(actor, "translate", scopeOf(row))) return null;
  const open = (await numberedSegments(store.read, publication))
    .filter((one) => isTranslatable(one.source) && segmentState(one) === "none" && one.draft === null)
    .slice(0, AT_ONCE);
  const drafts: Record<string, string> = {};
  for (const lang of ["vi", "en"] as const) {
    const own = open.filter((one) => one.lang === lang);
    if (own.length === 0) continue;
    try {
      const said = await translator.translate(
        own.map(({ source }) => source),
        lang,
        otherLanguage[lang],
      );
      for (const [index, one] of own.entries()) drafts[one.id] = said[index] ?? "";
    } catch (error) {
      log.error(describeError(error), "the translator did not answer");
    }
  }
  if (Object.keys(drafts).length === 0) return 0;
  const kept = await perform(context, keepMachineDrafts, { code, version: row.version, drafts });
  return kept.ok ? kept.value : 0;
}
