import type { Lang } from "../../app/domain/case-kind.ts";
import { maskPersonal } from "../../app/domain/redaction.ts";
import type { Chance } from "./chance.ts";
import type { Place } from "./ground.ts";
import { closings, openings } from "./phrases.ts";
import type { Sender } from "./senders.ts";
import { type Pair, type Setting, type Story, tell } from "./story.ts";

/** What a story is told with: its place, its numbers and its day. */
export function settingOf(chance: Chance, story: Story, place: Place | null, day: string): Setting {
  const slots: Record<string, number> = {};
  for (const [name, [min, max]] of Object.entries(story.slots ?? {})) slots[name] = chance.int(min, max);
  const nowhere: Pair = ["", ""];
  return {
    commune: place?.commune ?? nowhere,
    province: place?.province ?? nowhere,
    shortProvince: place?.shortProvince ?? nowhere,
    slots,
    choice: chance.int(0, 9999),
    day,
  };
}

/** The texts of a submission, and what an editor makes of them. */
export function wordsOf(chance: Chance, story: Story, setting: Setting, sender: Sender, lang: Lang) {
  const opening = chance.happens(0.4) ? chance.pick(openings) : null;
  const closing = chance.happens(0.4) ? chance.pick(closings) : null;
  const number = sender.phone && chance.happens(0.08) ? sender.phone : null;
  const reachMe: Pair | null = number
    ? [`Cần thêm thông tin, xin gọi số ${number}.`, `For anything else, call me on ${number}.`]
    : null;
  const contentIn = (language: Lang) =>
    [opening, story.content, closing, reachMe]
      .filter((pair) => pair !== null)
      .map((pair) => tell(pair, language, setting))
      .join(" ");
  // The stories name nobody; a number is the one thing in them that an editor masks.
  const mask = (text: string) => (number ? maskPersonal(text) : text);
  const questionIn = (language: Lang) =>
    mask([contentIn(language), ...detailTexts(story).map((pair) => tell(pair, language, setting))].join("\n\n"));
  const [titleVi, titleEn] = [tell(story.title, "vi", setting), tell(story.title, "en", setting)];
  return {
    title: lang === "vi" ? titleVi : titleEn,
    content: contentIn(lang),
    published: { titleVi, titleEn, questionVi: questionIn("vi"), questionEn: questionIn("en") },
  };
}

function detailTexts(story: Story): Pair[] {
  if (story.kind === "proposal") return [story.suggestion];
  if (story.kind === "barrier") return [story.burden, story.suggestion];
  if (story.kind === "initiative") return [story.solution, story.benefit];
  return [];
}
