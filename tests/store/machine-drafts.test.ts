import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { approveSegments } from "../../app/commands/approve-segments.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { piecesIn, segmentState } from "../../app/domain/segment-state.ts";
import { readEnv } from "../../app/env.server.ts";
import { actorContext } from "../../app/http/context.ts";
import { draftByMachine } from "../../app/http/machine-drafts.ts";
import { loadTranslation } from "../../app/http/translation-page.ts";
import { translatorAt } from "../../app/http/translator.ts";
import { findPublication } from "../../db/publications.ts";
import { listSegments } from "../../db/segments.ts";
import { caseIn, hire, type People, publication, publish } from "./journey.ts";
import { OFFICE_URL, visit } from "./office-client.ts";
import { openWorld, type World } from "./world.ts";

type Asked = { from: string; to: string; texts: string[] };
/** A machine on a port of its own; what it answers is set by each test, and `hold` never answers. */
const machine = {
  url: "",
  asked: [] as Asked[],
  answer: (_asked: Asked): { status: number; body: string } | "hold" => "hold",
};
const translated = ({ texts }: Asked) => ({
  status: 200,
  body: JSON.stringify({ texts: texts.map((text) => `By machine: ${text}`) }),
});
const server = createServer((request, response) => {
  void (async () => {
    const asked: Asked = JSON.parse((await buffer(request)).toString());
    machine.asked.push(asked);
    const answer = machine.answer(asked);
    if (answer !== "hold") response.writeHead(answer.status, { Location: "/elsewhere" }).end(answer.body);
  })();
});

let world: World;
let people: People;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  machine.url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/translate`;
  world = await openWorld();
  people = await hire(world);
});
beforeEach(() => {
  machine.asked.length = 0;
  machine.answer = translated;
});
afterAll(async () => {
  await world.close();
  server.closeAllConnections();
  server.close();
});

/** The office as this person has it open, with the operator's machine or without any. */
function officeOf(actor: StaffActor, url: string | undefined = machine.url) {
  const given = { PUBLIC_URL: OFFICE_URL, HOST: "127.0.0.1", DATA_DIR: "/nowhere", TRANSLATOR_URL: url };
  const { context } = visit(world, {}, { env: readEnv(given) });
  context.set(actorContext, actor);
  return context;
}

async function untranslated() {
  const filed = await caseIn(world, people, "assigned");
  const texts = { questionVi: "Cổng báo lỗi. Xin xem lại.", titleEn: undefined, questionEn: undefined };
  await publish(world, people, { ...publication(filed.code), ...texts });
  return filed;
}
const segmentsOf = async (code: string) => listSegments(world.store.read, (await world.find(code)).id);

test("without an address of a machine there is none, nothing is offered and nobody is asked", async () => {
  const { code } = await untranslated();
  const context = officeOf(people.editor, "");
  expect(translatorAt(undefined)).toBeNull();
  expect(await draftByMachine(context, code)).toBeNull();
  expect((await loadTranslation(context, code))?.machine).toBe(false);
  expect(machine.asked).toEqual([]);
});

test("what it drafts is labelled, waits like any draft, and is approved by another than who asked", async () => {
  const { code } = await untranslated();
  const context = officeOf(people.editor);
  expect(await draftByMachine(context, code)).toBe(3);
  expect(machine.asked).toEqual([
    { from: "vi", to: "en", texts: expect.arrayContaining(["Cổng báo lỗi.", "Xin xem lại."]) },
  ]);
  const drafted = await segmentsOf(code);
  expect(drafted.map((one) => [segmentState(one), one.draftMachine, one.draftBy])).toEqual(
    drafted.map(() => ["draft", true, people.editor.staffId]),
  );
  const page = await loadTranslation(context, code);
  expect(page?.parts.flatMap(({ segments }) => segments.map((one) => one.machine))).toEqual([true, true, true]);
  expect(await findPublication(world.store.read, code)).toMatchObject({ titleEn: null, questionEn: null });

  await expect(world.run(approveSegments, people.editor, { code })).rejects.toMatchObject({ code: "own-work" });
  expect(await draftByMachine(context, code)).toBe(0);
  await world.run(approveSegments, people.secondEditor, { code });
  expect(await findPublication(world.store.read, code)).toMatchObject({
    questionEn: "By machine: Cổng báo lỗi. By machine: Xin xem lại.",
  });
  const shown = piecesIn("en", await segmentsOf(code));
  expect(shown.map(({ machine: label, mark }) => [label, mark])).toEqual(shown.map(() => [true, null]));
});

test("what a machine adds that may name somebody is not kept", async () => {
  const { code } = await untranslated();
  machine.answer = ({ texts }) => ({
    status: 200,
    body: JSON.stringify({
      texts: texts.map((text) => `${text === "Cổng báo lỗi." ? "Call 0912345678. " : ""}${text}`),
    }),
  });
  expect(await draftByMachine(officeOf(people.editor), code)).toBe(2);
  expect((await segmentsOf(code)).map(({ draft }) => draft ?? "").join()).not.toContain("0912345678");
});

test("whoever may not translate asks no machine, and nothing that is not published is sent to one", async () => {
  const { code } = await untranslated();
  const hidden = await caseIn(world, people, "assigned");
  expect(await draftByMachine(officeOf(people.officer), code)).toBeNull();
  expect(await draftByMachine(officeOf(people.editor), hidden.code)).toBeNull();
  expect(machine.asked).toEqual([]);
});

test.each([
  ["an error", () => ({ status: 500, body: "" })],
  ["too few texts", () => ({ status: 200, body: JSON.stringify({ texts: ["one"] }) })],
  ["something else", () => ({ status: 200, body: "<html>" })],
  ["another address", () => ({ status: 307, body: "" })],
  [
    "nothing but spaces",
    ({ texts }: Asked) => ({ status: 200, body: JSON.stringify({ texts: texts.map(() => " ") }) }),
  ],
] as const)("a machine that answers with %s leaves no draft", async (_name, answer) => {
  const { code } = await untranslated();
  machine.answer = answer;
  expect(await draftByMachine(officeOf(people.editor), code)).toBe(0);
  expect((await segmentsOf(code)).map(({ draft }) => draft)).toEqual([null, null, null]);
});

test("a machine that does not answer is given up", async () => {
  machine.answer = () => "hold";
  const waited = translatorAt(machine.url, 50)?.translate(["Xin xem lại."], "vi", "en");
  await expect(waited).rejects.toMatchObject({ name: "TimeoutError" });
});
