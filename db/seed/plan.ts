import { addDays, isWorkingDay, localDate } from "../../app/domain/calendar.ts";
import type { Kind, Lang } from "../../app/domain/case-kind.ts";
import { type Submission, submissionSchemas } from "../../app/domain/forms.ts";
import { maskPersonal } from "../../app/domain/redaction.ts";
import { at, type Chance, hashText, makeChance, shuffled } from "./chance.ts";
import { type Fate, type Pin, pinsAmong, usualFate } from "./fate.ts";
import type { Ground, Place } from "./ground.ts";
import { lifeOf } from "./life.ts";
import { homeMoment } from "./office-hours.ts";
import type { ToldEnding } from "./outcomes.ts";
import { closings, genericQuestions, openings, robots } from "./phrases.ts";
import { makeSender, type Sender } from "./senders.ts";
import type { CasePlan, Step } from "./steps.ts";
import { type Misfit, type Pair, type Setting, type Story, tell } from "./story.ts";

/** What decides a set of cases. The same choices give the same cases, whoever stores them. */
export interface SeedChoices {
  readonly seed: string;
  readonly cases: number;
  readonly now: Date;
  readonly ground: Ground;
  readonly stories: readonly Story[];
  readonly misfits: readonly Misfit[];
}

const DAY_MS = 24 * 3600 * 1000;
/** How far back the first cases lie. */
const SPAN_DAYS = 152;
/** Before this day the reference data names no provinces of today. */
const FIRST_DAY = Date.parse("2025-07-01T17:00:00Z");

/** Plans the cases one by one; each can be planned alone. */
export function makePlanner(choices: SeedChoices): (index: number) => CasePlan {
  const storyAt = storyOrder(choices);
  return (index) => planCase(choices, storyAt, index);
}

type StoryAt = (index: number) => Story;

/** Every story once before any comes again, in an order that differs each time round. */
function storyOrder({ seed, stories }: SeedChoices): StoryAt {
  const orders = new Map<number, Story[]>();
  return (index) => {
    const round = Math.floor(index / stories.length);
    let order = orders.get(round);
    if (!order) {
      if (orders.size > 8) orders.clear();
      order = shuffled(stories, makeChance(`${seed}/round/${round}`));
      orders.set(round, order);
    }
    return at(order, index);
  };
}

function planCase(choices: SeedChoices, storyAt: StoryAt, index: number): CasePlan {
  const fate = fateOf(choices, index);
  if (fate.age === null) return draftCase(choices, storyAt, index, fate, filedAt(choices, index));
  // A long holiday can keep a case from the step where it is to stand: then it was filed earlier.
  for (let age = fate.age; ; age += 3) {
    const filed = new Date(choices.now.getTime() - age * DAY_MS);
    const plan = draftCase(choices, storyAt, index, fate, filed);
    if (fate.until === "submit" || plan.steps.at(-1)?.act === fate.until || age > fate.age + 60) return plan;
  }
}

function fateOf(choices: SeedChoices, index: number): Fate & { age: number | null } {
  const { seed, cases } = choices;
  const pinned = pinAt(index, cases);
  if (pinned) return pinned;
  const fate = usualFate(makeChance(`${seed}/fate/${index}`));
  const before = index === 0 || fate.turn !== "twin" ? null : fateOf(choices, index - 1);
  const alone = fate.turn === "twin" && (before === null || !canLead(before));
  return { ...fate, turn: alone ? "plain" : fate.turn, age: null };
}

/** The last cases are the pinned ones. */
function pinAt(index: number, cases: number): Pin | undefined {
  const pins = pinsAmong(cases);
  return index < cases - pins.length ? undefined : pins[index - cases + pins.length];
}

const canLead = (fate: Fate): boolean => !["twin", "misfit", "withdrawn", "robot"].includes(fate.turn);

/** The day of filing: the later, the more are filed. */
function filedAt({ seed, cases, now }: SeedChoices, index: number): Date {
  const chance = makeChance(`${seed}/filed/${index}`);
  const share = ((index + chance.next()) / Math.max(cases - pinsAmong(cases).length, 1)) ** 0.72;
  const start = Math.max(now.getTime() - SPAN_DAYS * DAY_MS, FIRST_DAY);
  return new Date(start + Math.min(share, 1) * (now.getTime() - start));
}

function draftCase(choices: SeedChoices, storyAt: StoryAt, index: number, fate: Fate, filed: Date): CasePlan {
  const { seed, ground, now } = choices;
  const chance = makeChance(`${seed}/case/${index}`);
  const codes = makeChance(`${seed}/code/${index}`);
  const isTwin = fate.turn === "twin";
  const topic = isTwin ? index - 1 : index;
  const story = storyOf(choices, storyAt, topic);
  const place = placeOf(choices, story, topic);
  const receivedAt = isTwin
    ? momentOfTwin(chance, planCase(choices, storyAt, index - 1).receivedAt, now)
    : momentOfFiling(chance, filed, choices);
  const misfit = fate.turn === "misfit" ? at(choices.misfits, index + hashText(seed)) : null;
  const role = chance.pick(misfit?.from ?? story.from);
  const sender = fate.turn === "robot" ? robots.sender(index) : makeSender(chance, role, index + 1);
  const lang: Lang = role === "overseas" && !misfit && chance.happens(0.6) ? "en" : "vi";
  const setting = settingOf(chance, story, place, localDate(receivedAt));
  const words = wordsOf(chance, story, setting, sender, lang);
  const answers = answersOf(chance, { story, setting, place, sender, lang, words, misfit, fate, ground });
  const consent = answers.publishConsent === "yes" ? words.published : null;
  const plan = { index, answers, heldReason: heldFor(fate, chance), receivedAt, codeBytes: () => codes.bytes(7) };
  const agency = agencyOf(ground, story, place);
  const life = lifeOf({
    ground,
    chance,
    fate,
    answers,
    receivedAt,
    title: misfit?.title ?? words.title,
    field: story.field,
    bottleneck: story.bottleneck,
    agency,
    wrongAgency: wrongAgencyOf(ground, agency, place),
    words: consent ?? words.published,
    ending: endingOf(chance, story, setting),
    ask: story.ask ?? chance.pick(genericQuestions),
    misfit,
  });
  return { ...plan, steps: stepsUntil(life, now, fate.until) };
}

function stepsUntil(life: Generator<Step>, now: Date, until: string | null): Step[] {
  const steps: Step[] = [];
  if (until === "submit") return steps;
  for (const step of life) {
    if (step.at > now) break;
    steps.push(step);
    if (step.act === until) break;
  }
  return steps;
}

/** Pinned cases show quick procedures, at their agency if they name one; an initiative's would take too long. */
function storyOf({ stories, cases }: SeedChoices, storyAt: StoryAt, index: number): Story {
  const pin = pinAt(index, cases);
  if (!pin) return storyAt(index);
  const quick = stories.filter((story) => story.kind !== "initiative");
  const { home } = pin;
  if (!home) return at(quick, index * 7);
  const fitting = home.startsWith("UBND")
    ? quick.filter((story) => story.to === "province" && story.where === "any")
    : quick.filter((story) => story.to === home);
  return at(fitting, index);
}

function momentOfFiling(chance: Chance, filed: Date, { ground, now }: SeedChoices): Date {
  let day = localDate(filed);
  if (!isWorkingDay(day, ground.calendar) && chance.happens(0.5)) day = addDays(day, -1);
  const moment = homeMoment(chance, day);
  return moment < now ? moment : new Date(moment.getTime() - DAY_MS);
}

/** Some hours after the leading case; when that is not yet, between then and now. */
function momentOfTwin(chance: Chance, lead: Date, now: Date): Date {
  const wished = new Date(lead.getTime() + chance.int(60, 2400) * 60_000);
  return wished < now ? wished : new Date(Math.floor((lead.getTime() + now.getTime()) / 2000) * 1000);
}

function placeOf({ ground, stories, cases }: SeedChoices, story: Story, index: number): Place | null {
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

function settingOf(chance: Chance, story: Story, place: Place | null, day: string): Setting {
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
function wordsOf(chance: Chance, story: Story, setting: Setting, sender: Sender, lang: Lang) {
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

function answersOf(chance: Chance, writing: Writing): Submission {
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

function endingOf(chance: Chance, story: Story, setting: Setting): ToldEnding {
  const { day: _day, ...rest } = setting;
  return { ...chance.pick(story.endings), setting: rest };
}

function heldFor(fate: Fate, chance: Chance): CasePlan["heldReason"] {
  if (fate.turn === "robot") return chance.happens(0.6) ? "honeypot" : "too-fast";
  return fate.turn === "held" ? "too-fast" : null;
}

function agencyOf(ground: Ground, story: Story, place: Place | null): string {
  const code = story.to === "province" ? `UBND-${place?.provinceCode ?? ""}` : story.to;
  if (!ground.agencies.has(code)) throw new Error(`the story ${story.id} names the unknown agency ${code}`);
  return code;
}

function wrongAgencyOf(ground: Ground, agency: string, place: Place | null): string {
  const local = `UBND-${place?.provinceCode ?? ""}`;
  if (agency !== local && ground.agencies.has(local)) return local;
  return agency === "BKHCN" ? "VPCP" : "BKHCN";
}
