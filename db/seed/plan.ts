import { addDays, isWorkingDay, localDate } from "../../app/domain/calendar.ts";
import type { Lang } from "../../app/domain/case-kind.ts";
import { at, type Chance, hashText, makeChance, shuffled } from "./chance.ts";
import { type Fate, pinAt, pinsAmong, usualFate } from "./fate.ts";
import type { Ground } from "./ground.ts";
import { lifeOf } from "./life.ts";
import { homeMoment } from "./office-hours.ts";
import type { ToldEnding } from "./outcomes.ts";
import { genericQuestions, robots } from "./phrases.ts";
import { answersOf } from "./plan-answers.ts";
import { agencyOf, placeOf, wrongAgencyOf } from "./plan-place.ts";
import { settingOf, wordsOf } from "./plan-words.ts";
import { makeSender } from "./senders.ts";
import type { CasePlan, Step } from "./steps.ts";
import type { Misfit, Setting, Story } from "./story.ts";

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

function endingOf(chance: Chance, story: Story, setting: Setting): ToldEnding {
  const { day: _day, ...rest } = setting;
  return { ...chance.pick(story.endings), setting: rest };
}

function heldFor(fate: Fate, chance: Chance): CasePlan["heldReason"] {
  if (fate.turn === "robot") return chance.happens(0.6) ? "honeypot" : "too-fast";
  return fate.turn === "held" ? "too-fast" : null;
}
