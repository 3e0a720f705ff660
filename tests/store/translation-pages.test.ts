import { afterAll, beforeAll, expect, test } from "vitest";
import { translateSegments } from "../../app/commands/translate-segments.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { isStale } from "../../app/domain/segment-state.ts";
import { actorContext, langContext } from "../../app/http/context.ts";
import { action as translationAction } from "../../app/routes/office/translation.tsx";
import { loader as casePage } from "../../app/routes/public/case.tsx";
import { submitterView } from "../../db/case-views.ts";
import { listSegments } from "../../db/segments.ts";
import { listWork } from "../../db/translation-work.ts";
import { openApi } from "./api-client.ts";
import { caseIn, hire, type People, publication, publish } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

const questionVi = "Biểu mẫu mở ngày 1 tháng 10. Cổng báo lỗi.";
const questionEn = "The form opened on 1 October. The portal failed.";

/** What an English reader of the public page is shown of the question. */
async function readInEnglish(code: string) {
  const { request, url, context } = visit(world, { path: `/en/cases/${code}` });
  context.set(langContext, "en");
  const page = await casePage({
    request,
    url,
    context,
    params: { lang: "en", code },
    pattern: "/:lang/cases/:code",
  } as const);
  return page.texts.question.map(({ text, lang, mark }) => [text, lang, mark]);
}

/** A press on the office's page of translation; the status with which it is answered, and why it was refused. */
async function press(actor: StaffActor, code: string, fields: Record<string, string>) {
  const { version } = await world.find(code);
  const form = { version: String(version), ...fields };
  const { request, url, context } = visit(world, { path: `/office/cases/${code}/translation`, form });
  context.set(actorContext, actor);
  const args = { request, url, context, params: { code }, pattern: "/office/cases/:code/translation" } as const;
  const answer = await translationAction(args);
  if (answer instanceof Response) return { status: answer.status, refusal: null };
  const { refusal, warnings } = answer.data;
  return { status: answer.init?.status, refusal, ...(warnings && refusal === null ? { warnings } : {}) };
}

test("an edited sentence is stale on the page and in the API at once, and its translator's own approval is refused", async () => {
  const { code, id } = await caseIn(world, people, "assigned");
  await publish(world, people, publication(code, { questionVi, questionEn }));
  expect((await readInEnglish(code)).map(([, , mark]) => mark)).toEqual([null, null]);

  await publish(world, people, publication(code, { questionVi: questionVi.replace("ngày 1", "ngày 2"), questionEn }));
  const stale = [
    ["Biểu mẫu mở ngày 2 tháng 10.", "vi", "stale"],
    ["The portal failed.", "en", null],
  ];
  expect(await readInEnglish(code)).toEqual(stale);
  const { body } = await openApi(world).get(`/api/v1/cases/${code}`);
  expect(body).toMatchObject({
    question: { en: null },
    translation: {
      stale: 1,
      texts: expect.arrayContaining([
        expect.objectContaining({ part: "question", source: "Biểu mẫu mở ngày 2 tháng 10.", state: "stale" }),
        expect.objectContaining({ part: "question", source: "Cổng báo lỗi.", state: "translated" }),
      ]),
    },
  });

  const changed = (await listSegments(world.store.read, id)).find(isStale);
  const drafted = {
    [`segments.${changed?.id}`]: "The form opened on 2 October.",
    [`confirmed.${changed?.id}`]: "yes",
    _act: "translate",
  };
  const unsure = {
    ...drafted,
    [`confirmed.${changed?.id}`]: "",
    [`segments.${changed?.id}`]: "The form opened in October.",
  };
  expect(await press(people.editor, code, unsure)).toMatchObject({
    status: 422,
    warnings: { [String(changed?.id)]: expect.arrayContaining([{ kind: "fact", source: "2" }]) },
  });
  expect(await press(people.editor, code, drafted)).toEqual({ status: 303, refusal: null });
  expect(await press(people.editor, code, { _act: "approve-all" })).toEqual({ status: 403, refusal: "own-work" });
  expect(await readInEnglish(code)).toEqual(stale);
  expect(await press(people.secondEditor, code, { _act: "approve-all" })).toEqual({ status: 303, refusal: null });
  expect((await readInEnglish(code)).map(([text]) => text)).toEqual([
    "The form opened on 2 October.",
    "The portal failed.",
  ]);
});

test("a sender who reads the other language is shown the outcome as far as it is translated", async () => {
  const { code, id } = await caseIn(world, people, "answered");
  const legalBasis = { vi: "Theo Luật Đất đai.", en: "Under the Land Law." };
  const outcome = { kind: "explained", legalBasis: legalBasis.vi } as const;
  const own = async () => (await submitterView(world.store.read, await world.find(code), world.now())).translation;
  expect(await own()).toBeNull();
  await publish(world, people, { ...publication(code), outcomeVi: outcome, answerEn: undefined, outcomeEn: undefined });
  expect(await own()).toMatchObject({ lang: "en", body: null, outcome: {} });

  const basis = (await listSegments(world.store.read, id)).filter(({ part }) => part === "outcome.legalBasis");
  const segments = Object.fromEntries(basis.map((one) => [one.id, legalBasis.en]));
  const confirmed = Object.fromEntries(basis.map((one) => [one.id, "yes" as const]));
  await world.run(translateSegments, people.editor, { code, segments, confirmed });
  await press(people.secondEditor, code, { _act: "approve-all" });
  expect(await own()).toMatchObject({
    body: null,
    outcome: { legalBasis: [{ text: legalBasis.en, lang: "en", mark: null }] },
  });
});

test("the list of what waits is read page by page, each case once, none of them twice", async () => {
  const codes: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { code } = await caseIn(world, people, "assigned");
    const texts = { titleEn: undefined, questionEn: undefined };
    await publish(world, people, { ...publication(code), ...texts });
    codes.push(code);
  }
  const view = "to-translate";
  const read = world.store.read;
  const all = (await listWork(read, people.editor, view)).items.map(({ code }) => code);
  // They were published at the same moment: their numbers decide.
  expect(all.filter((code) => codes.includes(code))).toEqual(codes);
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listWork>> = await listWork(read, people.editor, view, { cursor, limit: 2 });
    pages.push(page.items.map(({ code }) => code));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(pages.flat()).toEqual(all);
  expect(pages.slice(0, -1).every((page) => page.length === 2)).toBe(true);
  expect((await listWork(read, people.editor, view, { cursor: "no cursor" })).items).toHaveLength(all.length);
  expect(await listWork(read, people.officer, view)).toEqual({ items: [], nextCursor: null });
});
