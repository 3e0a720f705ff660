import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { type Kind, kinds } from "../../app/domain/case-kind.ts";
import type { Status } from "../../app/domain/case-status.ts";
import { deskStays, totalClock } from "../../app/domain/desks.ts";
import type { Actor } from "../../app/domain/actor.ts";
import { type CaseAct, caseActs } from "../../app/domain/acts.ts";
import { InputRefusal, Refusal } from "../../app/domain/refusal.ts";
import { deskEventOf } from "../../db/case-views.ts";
import type { CaseRow } from "../../db/cases.ts";
import { loadCalendar, loadRule } from "../../db/deadline-settings.ts";
import { caseStream, type EventRow, listEvents } from "../../db/events.ts";
import { dayCounter } from "../domain/day-counter.ts";
import { type Crowd, doings, gather, type Turn, usualNext } from "./histories.ts";
import { openWorld, type SubmittedCase, theSystem, type World } from "./world.ts";

const HISTORIES = 100;
const ACTS = 12;

const file = z.object({ days: z.array(z.object({ date: z.string(), kind: z.string() })) });
const shipped = file.parse(
  JSON.parse(readFileSync(new URL("../../db/reference/calendar.json", import.meta.url), "utf8")),
);
const pick = (kind: string) => shipped.days.filter((day) => day.kind === kind).map(({ date }) => date);
const count = dayCounter(pick("off"), pick("working"));

/** The same throws for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Who gives an act most likely: of the agency where the case lies, or anybody at all. */
function actorFor(act: CaseAct, row: CaseRow, { crowd, filed, roll }: Turn): Actor {
  const one = <T>(list: readonly T[]): T => {
    const found = list[roll(list.length)];
    if (found === undefined) throw new Error("nobody is there");
    return found;
  };
  if (roll(12) === 0)
    return one([crowd.triage, crowd.arbiter, ...crowd.officers, ...crowd.leaders, ...crowd.strangers]);
  const at = (people: Crowd["officers"], id: number | null) => people.filter(({ agencyId }) => agencyId === id);
  if (["reply", "dispute", "rate", "withdraw"].includes(act)) return filed.submitter;
  if (["lapse", "close", "warn"].includes(act)) return theSystem;
  if (["assign", "merge", "unmerge", "decline"].includes(act)) return crowd.triage;
  if (act === "arbitrate") return crowd.arbiter;
  if (act === "ask" && row.status === "submitted") return crowd.triage;
  const lead = at(crowd.leaders, row.agencyId);
  if (["extend", "refuse-extension", "approve", "return", "delegate"].includes(act)) return lead[0] ?? crowd.triage;
  if (act === "reopen" || act === "uphold") return one([theSystem, crowd.arbiter, lead[1] ?? crowd.arbiter]);
  if (act === "undo") return one([crowd.triage, ...at(crowd.officers, row.unitId ?? row.agencyId)]);
  const desk = act === "refuse" ? row.agencyId : (row.unitId ?? row.agencyId);
  return at(crowd.officers, desk)[0] ?? crowd.triage;
}

/** Minutes until the next act: at once, within the hour, or some days on. */
function pause(roll: (below: number) => number): number {
  const longest = [0, 1, 60, 24 * 60, 2 * 24 * 60, 3 * 24 * 60, 4 * 24 * 60, 40 * 24 * 60][roll(8)] ?? 0;
  return (roll(1000) / 1000) * longest;
}

/** What the row of a case may never show after an act, against what it was before it; an empty text when all is well. */
async function wrongAfter(world: World, act: CaseAct, before: CaseRow, after: CaseRow): Promise<string> {
  for (const name of ["receivedAt", "ruleId", "calendarVersion"] as const) {
    if (String(before[name]) !== String(after[name])) return `${act} moved ${name}`;
  }
  const undone = act === "undo";
  if (before.extendedUnits !== after.extendedUnits && act !== "extend") return `${act} extended without a signature`;
  const moved = before.dueAt.getTime() !== after.dueAt.getTime();
  const resumed = act === "reply" || act === "lapse";
  if (moved && act !== "extend" && !resumed && !undone) return `${act} moved the promised date`;
  if (moved && after.dueAt < before.dueAt && !undone) return `${act} brought the date forward`;
  const rule = await loadRule(world.store.read, after.ruleId);
  const due = count.due(rule.unit, after.receivedAt, rule.amount + after.extendedUnits + after.pausedUnits);
  return due.getTime() === after.dueAt.getTime() ? "" : `${act} left another date than the facts give`;
}

const owed: readonly Status[] = ["submitted", "waiting", "assigned", "in_progress", "awaiting_approval", "disputed"];

/** The minutes in which something was owed, and those in which the submitter had a question, counted from the states alone. */
function elapsed(events: readonly EventRow[], now: Date): { owed: number; paused: number } {
  const minute = (at: Date) => Math.floor(at.getTime() / 60_000);
  const moves = events.filter(({ toStatus }) => toStatus !== null);
  // A merge that was taken back did not happen, as far as the clock goes.
  const kept = moves.filter(({ toStatus }, place) => {
    const next = moves[place + 1]?.toStatus;
    return !(toStatus === "merged" && next && owed.includes(next) && next !== "disputed");
  });
  let [sum, paused] = [0, 0];
  for (const [place, { at, toStatus }] of kept.entries()) {
    if (toStatus === null || !owed.includes(toStatus)) continue;
    const minutes = minute(kept[place + 1]?.at ?? now) - minute(at);
    sum += minutes;
    if (toStatus === "waiting") paused += minutes;
  }
  return { owed: sum, paused };
}

/** What is wrong with the spans of a history; an empty text when they add up. */
async function wrongSpans(world: World, filed: SubmittedCase): Promise<string> {
  const events = await listEvents(world.store.read, caseStream(filed.id));
  const row = await world.find(filed.code);
  const calendar = await loadCalendar(world.store.read, row.calendarVersion);
  const stays = deskStays(events.map(deskEventOf), world.now(), calendar);
  const total = totalClock(events.map(deskEventOf), world.now());
  const real = elapsed(events, world.now());
  const sum = (desk: string) =>
    stays.filter((stay) => stay.desk === desk).reduce((all, { minutes }) => all + minutes, 0);
  const [held, paused] = [sum("agency"), sum("submitter")];
  if (held + paused !== real.owed) return `spans ${held} + pauses ${paused} are not ${real.owed}`;
  if (paused !== real.paused || total.paused !== real.paused) return `pauses ${paused} are not ${real.paused}`;
  if (total.minutes !== real.owed) return `the total clock shows ${total.minutes} and not ${real.owed}`;
  const here = stays.at(-1);
  const open = here?.until === null && here.desk === "agency" ? here : null;
  if (open && open.allowanceDueAt?.getTime() !== row.allowanceDueAt?.getTime())
    return "the allowance is not in the history";
  return stays.every(({ minutes }) => minutes >= 0) ? "" : "a span is negative";
}

test(`${HISTORIES} random histories keep every clock, whoever does whatever`, async () => {
  await using world = await openWorld();
  const crowd = await gather(world);
  const roll = dice(4);
  const done = new Map<string, number>();
  const wrong: string[] = [];
  let lead = await world.submit();
  for (let history = 0; history < HISTORIES; history += 1) {
    world.at(new Date(Date.UTC(2026, 9, 1 + roll(150), roll(24), roll(60), roll(60))).toISOString());
    const kind: Kind = kinds[roll(kinds.length)] ?? "feedback";
    if (roll(4) === 0) lead = await world.submit();
    const filed = await world.submit(kind);
    const turn: Turn = { crowd, filed, leadCode: lead.code, roll };
    let row = await world.find(filed.code);
    for (let act = 0; act < ACTS; act += 1) {
      world.tick(pause(roll) / 1440);
      const likely = usualNext(row);
      const name = (roll(10) === 0 ? caseActs[roll(caseActs.length)] : likely[roll(likely.length)]) ?? "note";
      const command = doings[name]?.(turn);
      if (!command) continue;
      // Timers come when their time is over.
      if (name === "lapse" || name === "close") world.tick(30);
      const actor = actorFor(name, row, turn);
      const allowed = await attempt(() => world.run(command, actor, { code: filed.code }));
      if (allowed) done.set(name, (done.get(name) ?? 0) + 1);
      const after = await world.find(filed.code);
      const found = allowed
        ? await wrongAfter(world, name, row, after)
        : after.version === row.version
          ? ""
          : "refused";
      if (found) wrong.push(`history ${history}, act ${act}: ${found}`);
      row = after;
    }
    const found = await wrongSpans(world, filed);
    if (found) wrong.push(`history ${history}: ${found}`);
  }
  expect(wrong).toEqual([]);
  const wanted = ["assign", "refuse", "arbitrate", "ask", "reply", "lapse", "ask-extension", "extend", "delegate"];
  const later = ["hand-back", "answer", "approve", "dispute", "reopen", "merge", "unmerge", "undo"];
  expect([...wanted, ...later].filter((name) => !done.has(name))).toEqual([]);
});

async function attempt(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (failure) {
    if (failure instanceof Refusal || failure instanceof InputRefusal) return false;
    throw failure;
  }
}
