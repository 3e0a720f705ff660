import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, afterAll, describe, expect, test } from "vitest";
import { statuses } from "../../app/domain/case-status.ts";
import { type Actor, roles } from "../../app/domain/actor.ts";
import { caseActs } from "../../app/domain/acts.ts";
import { InputRefusal, Refusal } from "../../app/domain/refusal.ts";
import { decidedByArbiter, inArbitration } from "./arbitration.ts";
import { askedAbout, promisedFor } from "./answering-commands.ts";
import { type CaseCommand, caseCommands } from "./case-commands.ts";
import { askExtension } from "../../app/commands/ask-extension.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { caseIn, dump, hire, type People, step } from "./journey.ts";
import { publishing } from "./publishing-states.ts";
import { openWorld, type SubmittedCase, thePublic, theSystem, type World } from "./world.ts";

const folder = new URL("../../app/commands/", import.meta.url);
const commandFiles = readdirSync(folder).filter((name) => name.endsWith(".ts"));
/** These file new cases, and have none to open. */
const filing = ["submit-case.ts", "file-table.ts", "file-open311-request.ts"];
/** What another system writes on a case that it filed, handed on to the submitter's own commands; open311-updates.test.ts holds who may. */
const handingOn = ["add-open311-update.ts"];
/** Belongs to whoever has just acted, whatever the role and the state; undo.test.ts holds when. */
const undoing = ["undo-act.ts"];
/** Every other command that touches cases opens one. */
const onCases = commandFiles.filter((name) => {
  const source = readFileSync(new URL(name, folder), "utf8");
  return /db\/cases\.ts"|open-case\.ts"/.test(source) && ![...filing, ...handingOn, ...undoing].includes(name);
});

test("every command on a case has its row, and every act on a case its command", () => {
  expect(onCases.map((name) => name.replace(/\.ts$/, "")).sort()).toEqual(Object.keys(caseCommands).sort());
  const acts = Object.values(caseCommands).map(({ act }) => act);
  expect([...acts, "view", "undo"].sort()).toEqual([...caseActs].sort());
});

class Done extends Error {}

/** A case whose leading case has its answer, which its sender has not been given yet. */
async function mergedUnderAnswer(world: World, people: People): Promise<SubmittedCase> {
  const lead = await caseIn(world, people, "awaiting_approval");
  const filed = await world.submit();
  await world.run(mergeCase, people.triage, { code: filed.code, leadCode: lead.code });
  await step(world, people, lead, "answered");
  return filed;
}

/**
 * One world for the whole file: every attempt is rolled back, and each test
 * holds the database against what it was before.
 */
async function setUp() {
  const world = await openWorld();
  const people = await hire(world);
  const cases = new Map<string, SubmittedCase>();
  for (const status of statuses) cases.set(status, await caseIn(world, people, status));
  cases.set("merged", await mergedUnderAnswer(world, people));
  cases.set("held", await world.submit("feedback", { heldReason: "too-fast" }));
  for (const [state, filed] of Object.entries(await publishing(world, people))) cases.set(state, filed);
  cases.set("hidden", await caseIn(world, people, "in_progress", "feedback", { answers: { hideIdentity: "yes" } }));
  cases.set("arbitration", await inArbitration(world, people));
  cases.set("decided", await decidedByArbiter(world, people));
  cases.set("promised", await promisedFor(world, people, "2027-03-31"));
  cases.set("overdue", await promisedFor(world, people, "2026-11-30"));
  const { filed: consulted, consultId } = await askedAbout(world, people, "BTP");
  cases.set("asked", consulted);
  const extending = await caseIn(world, people, "in_progress");
  const wish = { code: extending.code, days: 5, reason: "Còn chờ kết quả kiểm tra thực địa." };
  await world.run(askExtension, people.officer, wish);
  cases.set("extension", extending);
  const lead = await world.submit();
  const free = await world.agency("BYT");
  const actors: { name: string; own: boolean; actor: Actor }[] = [
    { name: "system", own: false, actor: theSystem },
    { name: "public", own: false, actor: thePublic },
    { name: "submitter", own: false, actor: lead.submitter },
  ];
  for (const role of roles) {
    actors.push({ name: role, own: true, actor: await world.staff(role, "BKHCN") });
    actors.push({ name: role, own: false, actor: await world.staff(role, "BTP") });
  }
  const beside = await caseIn(world, people, "assigned");
  // Every question has lapsed and every time to object is over.
  world.tick(90);
  return {
    world,
    people,
    cases,
    actors,
    around: { freeAgencyId: free.id, leadCode: lead.code, besideCode: beside.code, consultId },
  };
}

let set: Awaited<ReturnType<typeof setUp>>;
beforeAll(async () => {
  set = await setUp();
});
afterAll(() => set.world.close());

/** What comes of a command: "allowed", the code of the refusal, or "input". Nothing of it stays. */
async function attempt(command: CaseCommand, actor: Actor, ref: { code: string; version?: number }): Promise<string> {
  const run = command.run(set.around);
  try {
    await set.world.store.write(async (tx) => {
      await run(tx, actor, ref, set.world.now());
      throw new Done();
    });
  } catch (failure) {
    if (failure instanceof Done) return "allowed";
    if (failure instanceof Refusal) return failure.code;
    if (failure instanceof InputRefusal) return "input";
    throw failure;
  }
  throw new Error("the attempt was not rolled back");
}

const publishable = [
  "assigned",
  "in_progress",
  "awaiting_approval",
  "answered",
  "disputed",
  "closed",
  "published",
  "promised",
  "overdue",
  "asked",
  "hidden",
  "extension",
  "proposed",
  "scheduled",
  "objected",
];

/** Who knows that a case exists, written a second time by hand. */
function sees(name: string, own: boolean, state: string, hasAgency: boolean): boolean {
  if (name === "triage" || name === "monitor" || name === "system") return true;
  if (name === "submitter") return own;
  if (name === "arbiter" && (state === "arbitration" || state === "decided")) return true;
  if (name === "arbiter") return state === "disputed";
  if (name === "officer" || name === "leader") return own ? hasAgency && state !== "held" : state === "asked";
  return name === "editor" && (publishable.includes(state) || state === "decided");
}

/** Who answers is for the arbiter to say: what comes of an act that would send the case on without them. */
function withArbiter(act: string, name: string, state: string): string | undefined {
  if (state === "arbitration" && (act === "ask" || act === "mark-points") && name === "triage") return "allowed";
  if (state === "arbitration" && (act === "assign" || act === "reroute")) return "with-arbiter";
  if (state === "arbitration" && act === "decline") return name === "arbiter" ? "allowed" : "with-arbiter";
  if (state === "decided" && (act === "assign" || act === "refuse")) return "arbiter-decided";
  return undefined;
}

/** The state that a case of a property is in, unless a command has a word on the property. */
const alike: Readonly<Record<string, string>> = {
  hidden: "in_progress",
  extension: "in_progress",
  arbitration: "submitted",
  decided: "in_progress",
  asked: "in_progress",
  promised: "answered",
  overdue: "answered",
  proposed: "assigned",
  scheduled: "assigned",
  objected: "published",
};

describe.each(Object.entries(caseCommands))("%s", (_file, command) => {
  test("is allowed, forbidden or not found as the matrix says, by every role and relation in every state", async () => {
    const before = await dump(set.world);
    for (const [state, filed] of set.cases) {
      const row = await set.world.find(filed.code);
      const everybody = [...set.actors, { name: "submitter", own: true, actor: filed.submitter }];
      for (const { name, own, actor } of everybody) {
        const seen = sees(name, own, state, row.agencyId !== null);
        const asOwn = own ? `own ${name}` : "";
        // Who is only asked about a case answers that; they may show that they have it open, and step out of it.
        const asAsked = !own && state === "asked" ? `asked ${name}` : "";
        const alsoAsked = asAsked !== "" && (command.act === "attend" || command.act === "declare-conflict");
        const theirs =
          command.who.some((who) => who === name || who === asOwn || who === asAsked) ||
          (alsoAsked && command.who.some((who) => who === `own ${name}`));
        const asksAtTriage = (command.act === "ask" || command.act === "mark-points") && name === "triage";
        // A hidden sender changes who may open it, and nothing else.
        const also = command.also?.who === name ? command.also.possible : null;
        const kept =
          [...command.possible, ...(also ?? [])].some((one) => one === state) ||
          (state === "extension" && command.act === "ask-extension");
        const like = kept ? state : (alike[state] ?? state);
        const states = asksAtTriage ? ["submitted"] : (also ?? command.possible);
        const possible = states.some((one) => one === like);
        const reached = withArbiter(command.act, name, state) ?? (possible ? "allowed" : "wrong-state");
        const closed = command.act === "reveal" && state === "hidden";
        const expected = !seen ? "not-found" : (theirs || asksAtTriage || also) && !closed ? reached : "forbidden";
        // The one rating of a closed case is given already.
        const rated = command.act === "rate" && state === "closed" && expected === "wrong-state";
        const result = await attempt(command, actor, { code: filed.code });
        expect(`${name}, own ${own}, ${state}: ${result}`).toBe(
          `${name}, own ${own}, ${state}: ${rated ? "already-exists" : expected}`,
        );
      }
    }
    expect(await dump(set.world)).toEqual(before);
  });

  test("is stale with another version than the case has, and not found without a case", async () => {
    const before = await dump(set.world);
    const state = command.possible[0] ?? "";
    const filed = set.cases.get(state);
    if (!filed) throw new Error(`no case is ${state}`);
    const able = [...set.actors, { name: "submitter", own: true, actor: filed.submitter }].find(({ name, own }) =>
      command.who.some((who) => who === name || who === (own ? `own ${name}` : `asked ${name}`)),
    );
    if (!able) throw new Error("nobody may give this command");
    const { version } = await set.world.find(filed.code);
    expect(await attempt(command, able.actor, { code: filed.code, version })).toBe("allowed");
    // A draft, a presence and watching make no version of the case and ask for none; nor does another system's report.
    const old = ["draft", "attend", "watch", "report-task"].includes(command.act) ? "allowed" : "stale";
    expect(await attempt(command, able.actor, { code: filed.code, version: version - 1 })).toBe(old);
    expect(await attempt(command, able.actor, { code: filed.code, version: version + 1 })).toBe(old);
    expect(await attempt(command, able.actor, { code: "PA-2222-2222" })).toBe("not-found");
    expect(await attempt(command, able.actor, { code: "" })).toBe("not-found");
    expect(await dump(set.world)).toEqual(before);
  });
});
