import type { Lang } from "../../app/domain/case-kind.ts";
import type { Outcome } from "../../app/domain/outcome.ts";
import { type Ending, type Pair, type Setting, tell, weekdayNear } from "./story.ts";

/** An ending of a story at the place and with the numbers of one case. */
export type ToldEnding = Ending & { readonly setting: Omit<Setting, "day"> };

/** The answer and its outcome in one language; dates count from the day of the answer. */
export function outcomeOf(ending: ToldEnding, lang: Lang, day: string): { body: string; outcome: Outcome } {
  const say = (pair: Pair) => tell(pair, lang, { ...ending.setting, day });
  const body = say(ending.body);
  switch (ending.kind) {
    case "solved": {
      const [before, after] = [say([ending.before, ending.before]), say([ending.after, ending.after])];
      const changedOn = weekdayNear(day, -changedBefore(ending));
      const { whatChanged, measure, unit, evidence } = ending;
      return {
        body,
        outcome: {
          kind: "solved",
          whatChanged: say(whatChanged),
          measure: say(measure),
          unit: say(unit),
          before: lang === "vi" ? before.replace(/(\d)\.(\d{1,2})(?!\d)/g, "$1,$2") : before,
          after: lang === "vi" ? after.replace(/(\d)\.(\d{1,2})(?!\d)/g, "$1,$2") : after,
          evidence: say(evidence),
          changedOn,
        },
      };
    }
    case "explained":
      return { body, outcome: { kind: "explained", legalBasis: say(ending.legalBasis) } };
    case "not_accepted":
      return {
        body,
        outcome: { kind: "not_accepted", reasons: say(ending.reasons), legalBasis: say(ending.legalBasis) },
      };
    case "referred":
      return {
        body,
        outcome: { kind: "referred", referredTo: say(ending.referredTo), legalBasis: say(ending.legalBasis) },
      };
    case "commitment": {
      const promisedOn = weekdayNear(day, ending.months * 30);
      return {
        body,
        outcome: { kind: "commitment", promise: say(ending.promise), owner: say(ending.owner), promisedOn },
      };
    }
  }
}

/** The beginning of an answer, as an officer leaves it overnight. */
export function draftOf(ending: ToldEnding, day: string): { body: string; outcome: Record<string, string> } {
  const { body, outcome } = outcomeOf(ending, "vi", day);
  const [first = body] = body.split(/(?<=\.)\s/);
  return { body: first, outcome: { kind: outcome.kind } };
}

/** How many days before the answer the change came: the last day of the past that the answer names. */
function changedBefore({ body, setting }: ToldEnding): number {
  const named = [...body[0].matchAll(/\{d-(\d+)\}/g)].map((match) => Number(match[1]));
  return named.length > 0 ? Math.min(...named) : 1 + (setting.choice % 4);
}
