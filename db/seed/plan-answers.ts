import type { Kind, Lang } from "../../app/domain/case-kind.ts";
import { type Submission, submissionSchemas } from "../../app/domain/forms.ts";
import type { Chance } from "./chance.ts";
import type { Fate } from "./fate.ts";
import type { Ground, Place } from "./ground.ts";
import { robots } from "./phrases.ts";
import type { wordsOf } from "./plan-words.ts";
import type { Sender } from "./senders.ts";
import { type Misfit, type Pair, type Setting, type Story, tell } from "./story.ts";

interface Writing {
  readonly story: Story;
  readonly setting: Setting;
  readonly place: Place | null;
  readonly sender: Sender;
  readonly lang: Lang;
  readonly words: ReturnType<typeof wordsOf>;
  readonly misfit: Misfit | null;
  readonly fate: Fate;
  readonly ground: Ground;
}

/** What is filled into the form. */
export function answersOf(chance: Chance, writing: Writing): Submission {
  const { story, setting, place, sender, lang, words, misfit, fate, ground } = writing;
  const unlike = misfit ?? (fate.turn === "robot" ? robots.text(setting.choice) : null);
  const kind: Kind = unlike ? "feedback" : story.kind;
  const given: Record<string, unknown> = {
    kind,
    lang,
    content: unlike?.content ?? words.content,
    publishConsent: fate.until !== null || chance.happens(0.84) ? "yes" : "no",
    ...sender,
    ...(unlike ? {} : detailsOf(story, setting, lang, ground)),
    ...(chance.happens(0.6) ? { title: unlike?.title ?? words.title } : {}),
    ...(!unlike && chance.happens(0.6) ? { field: story.field } : {}),
  };
  if (place && chance.happens(0.94)) given["communeCode"] = place.communeCode;
  else if (place) given["provinceCode"] = place.provinceCode;
  return submissionSchemas[kind].parse(given);
}

function detailsOf(story: Story, setting: Setting, lang: Lang, ground: Ground): Record<string, string> {
  const say = (pair: Pair) => tell(pair, lang, setting);
  switch (story.kind) {
    case "feedback":
      return {};
    case "proposal":
      return { suggestion: say(story.suggestion) };
    case "barrier":
      return {
        legalDocument: say(story.legalDocument),
        ...(story.legalProvision ? { legalProvision: say(story.legalProvision) } : {}),
        ...(story.provisions ? { provisions: say(story.provisions) } : {}),
        ...(story.hours ? { hoursPerYear: say([story.hours, story.hours]) } : {}),
        ...(story.money ? { moneyPerYear: say([story.money, story.money]) } : {}),
        ...(story.sector ? { sector: story.sector } : {}),
        obstacleClass: `206-2025.${story.obstacleClass}`,
        burden: say(story.burden),
        suggestion: say(story.suggestion),
      };
    case "initiative": {
      const [before, since] = story.technology ?? [];
      const codes = [`21-2026.${since}`, `1131-2025.${before}`];
      const technology = codes.find((code) => ground.termInForce("technology", code, setting.day));
      return {
        solution: say(story.solution),
        benefit: say(story.benefit),
        readiness: String(story.readiness),
        ...(technology ? { technology } : {}),
      };
    }
  }
}
