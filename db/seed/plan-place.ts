import { at, hashText } from "./chance.ts";
import { pinAt } from "./fate.ts";
import type { Ground, Place } from "./ground.ts";
import type { Story } from "./story.ts";

interface Choices {
  readonly ground: Ground;
  readonly stories: readonly Story[];
  readonly cases: number;
}

/** Where a story happens; null where it needs no place. */
export function placeOf({ ground, stories, cases }: Choices, story: Story, index: number): Place | null {
  if (story.where === "nowhere") return null;
  const pin = pinAt(index, cases);
  const home = story.to === "province" ? pin?.home : undefined;
  const all = ground.places(story.where);
  const provinces = home ? all.filter(([first]) => `UBND-${first?.provinceCode}` === home) : all;
  // Stories that a province answers go round all provinces together; the others each at its own pace.
  const shared = stories.filter((other) => other.to === "province" && other.where === "any");
  const round = Math.floor(index / stories.length);
  const turn =
    story.to === "province" && story.where === "any"
      ? round * shared.length + shared.indexOf(story)
      : round * 5 + hashText(story.id) + (pin ? index : 0);
  const places = at(provinces, turn);
  return at(places, hashText(`${story.id}/${index}`));
}

/** The agency that answers for it. */
export function agencyOf(ground: Ground, story: Story, place: Place | null): string {
  const code = story.to === "province" ? `UBND-${place?.provinceCode ?? ""}` : story.to;
  if (!ground.agencies.has(code)) throw new Error(`the story ${story.id} names the unknown agency ${code}`);
  return code;
}

/** An agency to which it could be sent by mistake. */
export function wrongAgencyOf(ground: Ground, agency: string, place: Place | null): string {
  const local = `UBND-${place?.provinceCode ?? ""}`;
  if (agency !== local && ground.agencies.has(local)) return local;
  return agency === "BKHCN" ? "VPCP" : "BKHCN";
}
