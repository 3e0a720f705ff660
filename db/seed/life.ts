import type { Submission } from "../../app/domain/forms.ts";
import { localDate } from "../../app/domain/calendar.ts";
import { dueAt } from "../../app/domain/deadlines.ts";
import type { Chance } from "./chance.ts";
import { at } from "./chance.ts";
import type { Fate } from "./fate.ts";
import type { Ground } from "./ground.ts";
import { homeMoment, officeMoment } from "./office-hours.ts";
import { draftOf, outcomeOf, type ToldEnding } from "./outcomes.ts";
import type { Misfit } from "./story.ts";
import type { By, PublishedWords, Step } from "./steps.ts";
import { smallTalk } from "./small-talk.ts";

/** A case as the life of it needs it. */
export interface Subject {
  readonly ground: Ground;
  readonly chance: Chance;
  readonly fate: Fate;
  readonly answers: Submission;
  readonly receivedAt: Date;
  readonly title: string;
  readonly field: string;
  readonly bottleneck: string;
  readonly agency: string;
  /** An agency that triage may take for the right one. */
  readonly wrongAgency: string;
  readonly words: Pick<PublishedWords, "titleVi" | "titleEn" | "questionVi" | "questionEn">;
  readonly ending: ToldEnding;
  readonly ask: readonly [question: string, reply: string];
  readonly misfit: Misfit | null;
}

const MINUTE_MS = 60_000;
/** How much of a feedback's time each kind of case takes in an agency. */
const paceOf = { feedback: 1, proposal: 1.05, barrier: 0.72, initiative: 1.7 } as const;

/** The steps of a case, one after the other, as long as one cares to read. */
export function* lifeOf(subject: Subject): Generator<Step> {
  const { chance, fate, ground } = subject;
  const triage: By = { desk: "triage", person: chance.int(0, 1) };
  const later = (from: Date, days: number) => officeMoment(chance, from, days, ground.calendar);
  let time = subject.receivedAt;

  if (fate.turn === "robot") return;
  if (fate.turn === "held") {
    time = later(time, chance.next() * 1.5);
    yield { act: "release", at: time, by: triage };
  }
  if (fate.turn === "withdrawn" && chance.happens(0.5)) {
    yield withdrawal(subject, time);
    return;
  }
  if (fate.turn === "misfit" && subject.misfit) {
    const { reasonCode, reason } = subject.misfit;
    yield { act: "decline", reasonCode, reason, at: later(time, 0.4 + chance.next() * 2.2), by: triage };
    return;
  }
  if (fate.turn === "twin") {
    yield { act: "merge", at: later(time, 1 + chance.next() * 1.5), by: triage };
    return;
  }

  time = later(time, chance.next() * 1.6);
  const { title, field, bottleneck } = subject;
  yield { act: "classify", title, field, bottleneck, at: time, by: triage };
  if (fate.turn === "asked-early") {
    time = yield* conversation(subject, time, triage);
  }
  if (fate.turn === "not-ours") {
    time = yield* wrongDoor(subject, time, triage);
  }
  time = later(time, chance.next() * 0.8);
  yield { act: "assign", agency: subject.agency, ...assignNote(subject), at: time, by: triage };
  if (fate.turn === "withdrawn") {
    yield withdrawal(subject, time);
    return;
  }
  yield* agencyWork(subject, time);
}

function* wrongDoor(subject: Subject, from: Date, triage: By): Generator<Step, Date> {
  const { chance, ground, wrongAgency, agency } = subject;
  const assigned = officeMoment(chance, from, chance.next() * 0.5, ground.calendar);
  yield { act: "assign", agency: wrongAgency, at: assigned, by: triage };
  const refused = officeMoment(chance, assigned, 0.8 + chance.next() * 1.8, ground.calendar);
  const competentBody = ground.agencies.get(agency)?.nameVi ?? "";
  const reason = smallTalk.notOurs(chance, ground.agencies.get(wrongAgency)?.nameVi ?? "", competentBody);
  const basis = smallTalk.competence(agency);
  yield { act: "refuse", reason, competent: agency, basis, at: refused, by: { desk: "officer", agency: wrongAgency } };
  return refused;
}

/** A question and what became of it; returns when the clock ran on. */
function* conversation(subject: Subject, from: Date, by: By): Generator<Step, Date> {
  const { chance, ground, fate, answers } = subject;
  const asked = officeMoment(chance, from, 0.5 + chance.next() * 2, ground.calendar);
  yield { act: "ask", question: subject.ask[0], at: asked, by };
  const limit = dueAt(ground.rule("supplement", answers.kind, localDate(asked)), asked, ground.calendar);
  if (fate.turn === "lapsed") {
    const lapsed = new Date(limit.getTime() + chance.int(2, 29) * 1000);
    yield { act: "lapse", at: lapsed, by: { desk: "system" } };
    return lapsed;
  }
  const wished = homeMoment(
    chance,
    localDate(new Date(asked.getTime() + (1 + chance.next() * 5) * 24 * 60 * MINUTE_MS)),
  );
  const replied = wished < limit ? wished : new Date(limit.getTime() - chance.int(40, 400) * MINUTE_MS);
  yield { act: "reply", reply: subject.ask[1], at: replied, by: { desk: "submitter" } };
  return replied;
}

function* agencyWork(subject: Subject, from: Date): Generator<Step> {
  const { chance, ground, fate, answers, agency, ending } = subject;
  const officer: By = { desk: "officer", agency };
  const leader: By = { desk: "leader", agency };
  const speed = fate.slow ? 2.4 + chance.next() : 0.7 + chance.next() * 0.6;
  const pace = paceOf[answers.kind] * (fate.until === null ? speed : 0.5);
  const later = (moment: Date, days: number) => officeMoment(chance, moment, days, ground.calendar);

  let time = later(from, 0.2 + chance.next() * 1.6);
  yield { act: "accept", at: time, by: officer };
  if (fate.turn === "asked" || fate.turn === "lapsed") time = yield* conversation(subject, time, officer);
  // What is disputed is published once that is decided.
  const early = fate.until !== "publish" && fate.until !== "propose-publication" && fate.turn !== "disputed";
  if (early && answers.publishConsent === "yes" && chance.happens(0.12)) {
    const since = time;
    time = later(since, 0.3 + chance.next());
    yield* twoEditors(subject, subject.words, since, time);
  }
  if (chance.happens(0.22)) {
    time = later(time, pace * (0.5 + chance.next()));
    yield { act: "note", note: chance.pick(smallTalk.notes), at: time, by: officer };
  }
  const day = () => localDate(time);
  if (chance.happens(0.3) || fate.until === "draft") {
    time = later(time, pace * (1 + chance.next() * 2));
    yield { act: "draft", ...draftOf(ending, day()), at: time, by: officer };
  }
  time = later(time, pace * (2 + chance.next() * 4));
  yield { act: "answer", ...outcomeOf(ending, "vi", day()), at: time, by: officer };
  if (fate.turn === "sent-back") {
    time = later(time, 0.3 + chance.next() * 1.2);
    yield { act: "return", reason: chance.pick(smallTalk.sentBack), at: time, by: leader };
    time = later(time, 0.4 + chance.next() * 2);
    yield { act: "answer", ...outcomeOf(ending, "vi", day()), at: time, by: officer };
  }
  let answeredOn = day();
  time = later(time, 0.2 + chance.next() * 1.5);
  yield { act: "approve", at: time, by: leader };
  if (fate.turn === "disputed") {
    const { reopened, at: decided } = yield* dispute(subject, time);
    if (!reopened) {
      yield* publication(subject, decided, answeredOn);
      return;
    }
    time = later(decided, pace * (1 + chance.next() * 2));
    yield { act: "answer", ...outcomeOf(ending, "vi", day()), at: time, by: officer };
    answeredOn = day();
    time = later(time, 0.2 + chance.next() * 1.5);
    yield { act: "approve", at: time, by: leader };
  }
  yield* afterwards(subject, time, answeredOn);
}

/** The submitter says what is wrong with the answer, and the arbiter decides. */
function* dispute(subject: Subject, approvedAt: Date): Generator<Step, { reopened: boolean; at: Date }> {
  const { chance, ground, fate } = subject;
  const day = localDate(new Date(approvedAt.getTime() + (1 + chance.next() * 4) * 24 * 60 * MINUTE_MS));
  const disputed = homeMoment(chance, day);
  yield { act: "dispute", ...chance.pick(smallTalk.disputes), at: disputed, by: { desk: "submitter" } };
  const decided = officeMoment(chance, disputed, 2 + chance.next() * 5, ground.calendar);
  const reopened = fate.until === "reopen" || (fate.until !== "uphold" && chance.happens(0.5));
  const reason = chance.pick(reopened ? smallTalk.reopened : smallTalk.upheld);
  yield { act: reopened ? "reopen" : "uphold", reason, at: decided, by: { desk: "arbiter" } };
  return { reopened, at: decided };
}

/** Publication of an answered case, where its sender agreed; returns when that was done. */
function* publication(subject: Subject, from: Date, answeredOn: string): Generator<Step, Date> {
  const { chance, ground, answers, ending } = subject;
  if (answers.publishConsent !== "yes") return from;
  const time = officeMoment(chance, from, 0.3 + chance.next() * 2.5, ground.calendar);
  const vi = outcomeOf(ending, "vi", answeredOn);
  const en = outcomeOf(ending, "en", answeredOn);
  const answer = { answerVi: vi.body, answerEn: en.body, outcomeVi: vi.outcome, outcomeEn: en.outcome };
  yield* twoEditors(subject, { ...subject.words, ...answer }, from, time);
  return time;
}

/** One editor proposes what stands since a moment, the other publishes a little later. */
function* twoEditors({ chance }: Subject, words: PublishedWords, since: Date, time: Date): Generator<Step> {
  const person = chance.int(0, 1);
  const proposed = new Date(Math.max(since.getTime() + MINUTE_MS, time.getTime() - 20 * MINUTE_MS));
  yield { act: "propose-publication", words, at: proposed, by: { desk: "editor", person } };
  yield { act: "publish", at: time, by: { desk: "editor", person: 1 - person } };
}

/** Publication, rating and closing of an answered case. */
function* afterwards(subject: Subject, approvedAt: Date, answeredOn: string): Generator<Step> {
  const { chance, ground, answers, ending, fate } = subject;
  const time = yield* publication(subject, approvedAt, answeredOn);
  const limit = dueAt(ground.rule("close", answers.kind, localDate(approvedAt)), approvedAt, ground.calendar);
  if (chance.happens(0.6) || fate.until === "rate") {
    const day = localDate(new Date(time.getTime() + (0.2 + chance.next() * 7) * 24 * 60 * MINUTE_MS));
    const wished = homeMoment(chance, day);
    const rating = smallTalk.rating(chance, ending.kind, fate.slow);
    const rated = wished > time ? wished : new Date(time.getTime() + chance.int(30, 300) * MINUTE_MS);
    if (rated < limit) {
      yield { act: "rate", ...rating, at: rated, by: { desk: "submitter" } };
      if (rating.solved === "yes") return;
    }
  }
  yield { act: "close", at: new Date(limit.getTime() + chance.int(2, 29) * 1000), by: { desk: "system" } };
}

function withdrawal(subject: Subject, from: Date): Step {
  const { chance } = subject;
  const reason = chance.happens(0.7) ? { reason: at(smallTalk.withdrawn, chance.int(0, 99)) } : {};
  const day = localDate(new Date(from.getTime() + (1 + chance.next() * 2) * 24 * 60 * MINUTE_MS));
  return { act: "withdraw", ...reason, at: homeMoment(chance, day), by: { desk: "submitter" } };
}

function assignNote(subject: Subject): { note?: string } {
  return subject.chance.happens(0.35) ? { note: subject.chance.pick(smallTalk.assignNotes) } : {};
}
