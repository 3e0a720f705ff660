import { afterAll, beforeAll, expect, test } from "vitest";
import { approveSegments } from "../../app/commands/approve-segments.ts";
import { returnTranslation } from "../../app/commands/return-translation.ts";
import { saveRedactionRule } from "../../app/commands/save-redaction-rule.ts";
import { translateSegments } from "../../app/commands/translate-segments.ts";
import { unpublishCase } from "../../app/commands/unpublish-case.ts";
import { piecesIn, segmentState } from "../../app/domain/segment-state.ts";
import { InputRefusal, Refusal } from "../../app/domain/refusal.ts";
import { rehearse } from "../../app/http/bulk.ts";
import { actorContext } from "../../app/http/context.ts";
import { loadTranslation } from "../../app/http/translation-page.ts";
import { listPublications } from "../../db/publication-lists.ts";
import { findPublication } from "../../db/publications.ts";
import { listSegments, segmentsOfPublication, type SegmentRow } from "../../db/segments.ts";
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

const questionVi = "Biểu mẫu mở ngày 1 tháng 10. Chúng tôi nộp hồ sơ ngày 3. Cổng báo lỗi.\n\nXin xem lại.";
const questionEn =
  "The form opened on 1 October. We filed the dossier on the 3rd. The portal failed.\n\nPlease look again.";

/** A published case that nobody has asked for an answer yet. */
async function published(texts: Record<string, string | null> = {}) {
  const filed = await caseIn(world, people, "assigned");
  await publish(world, people, { ...publication(filed.code, { questionVi, questionEn }), ...texts });
  return filed;
}
const untranslated = { titleEn: undefined, questionEn: undefined };
async function publishedUntranslated() {
  const filed = await caseIn(world, people, "assigned");
  await publish(world, people, { ...publication(filed.code, { questionVi, questionEn }), ...untranslated });
  return filed;
}

const segmentsOf = async (code: string) => listSegments(world.store.read, (await world.find(code)).id);
const questionOf = async (code: string) => (await segmentsOf(code)).filter(({ part }) => part === "question");
const publicationOf = async (code: string) => {
  const found = await findPublication(world.store.read, code);
  if (!found) throw new Error("nothing is published");
  return found;
};
const marksOf = (segments: readonly SegmentRow[]) => piecesIn("en", segments).map(({ mark }) => mark);
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof InputRefusal ? error.errors : error instanceof Refusal ? error.code : error),
  );
function officeOf(editor: People["editor"]) {
  const { context } = visit(world);
  context.set(actorContext, editor);
  return context;
}
const translations = (segments: readonly SegmentRow[]) =>
  Object.fromEntries(segments.map(({ id, source }) => [id, `In English: ${source}`]));
const confirmed = (segments: readonly SegmentRow[]) =>
  Object.fromEntries(segments.map(({ id }) => [id, "yes" as const]));

test("editing one sentence of a published source marks exactly that segment stale, at once, and keeps the others", async () => {
  const { code } = await published();
  expect((await publicationOf(code)).questionEn).toBe(questionEn);
  const before = await questionOf(code);
  expect(before.map(({ translation }) => translation)).toEqual([
    "The form opened on 1 October.",
    "We filed the dossier on the 3rd.",
    "The portal failed.",
    "Please look again.",
  ]);
  expect(before[0]).toMatchObject({ translatedBy: people.editor.staffId, approvedBy: people.secondEditor.staffId });
  await publish(world, people, publication(code, { questionVi: questionVi.replace("ngày 3", "ngày 5"), questionEn }));
  const after = await questionOf(code);
  expect(marksOf(after)).toEqual([null, "stale", null, null]);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(piecesIn("en", after)[1]).toMatchObject({ text: "Chúng tôi nộp hồ sơ ngày 5.", lang: "vi" });
  expect(await publicationOf(code)).toMatchObject({ questionEn: null, titleEn: "Error when filing a dossier online" });
});

test("a sentence that moves keeps its translation, also where the translation is not sent again", async () => {
  const { code } = await published();
  const moved = "Xin xem lại.\n\nBiểu mẫu mở ngày 1 tháng 10. Chúng tôi nộp hồ sơ ngày 3. Cổng báo lỗi.";
  await publish(world, people, { ...publication(code, { questionVi: moved, questionEn }), ...untranslated });
  expect((await publicationOf(code)).questionEn).toBe(
    "Please look again.\n\nThe form opened on 1 October. We filed the dossier on the 3rd. The portal failed.",
  );
});

test("a case is published without a translation, translated, returned, approved by another, and found by its new words", async () => {
  const { code } = await publishedUntranslated();
  expect(await publicationOf(code)).toMatchObject({ titleEn: null, questionEn: null, questionVi });
  const all = await segmentsOf(code);
  expect(new Set(marksOf(all))).toEqual(new Set(["untranslated"]));
  const run = (text: Record<number, string>) =>
    world.run(translateSegments, people.editor, { code, segments: text, confirmed: confirmed(all) });
  await run(translations(all));
  expect(new Set(marksOf(await segmentsOf(code)))).toEqual(new Set(["untranslated"]));
  const chosen = { code, segments: [all[0]?.id ?? 0] };
  expect(await refusalOf(world.run(approveSegments, people.editor, chosen))).toBe("own-work");
  expect(await refusalOf(world.run(approveSegments, people.editor, { code }))).toBe("own-work");
  await world.run(returnTranslation, people.secondEditor, { ...chosen, reason: "Sai thuật ngữ." });
  const [returned] = await segmentsOf(code);
  expect(returned && segmentState(returned)).toBe("returned");
  expect(await refusalOf(world.run(approveSegments, people.secondEditor, chosen))).toBe("stale");
  await run({ [all[0]?.id ?? 0]: "Zanzibar, in English" });
  await world.run(approveSegments, people.secondEditor, { code });
  expect((await segmentsOf(code)).map(segmentState)).toEqual(all.map(() => "approved"));
  expect((await publicationOf(code)).questionEn).toContain("In English: Xin xem lại.");
  const found = await listPublications(world.store.read, { words: ["zanzibar"] });
  expect(found.items.map((item) => item.code)).toEqual([code]);
  // What was said once is not said again, and a correction does not hide what is approved.
  expect(await refusalOf(run({ [all[0]?.id ?? 0]: "Zanzibar, in English" }))).toEqual({ segments: "empty" });
  await run({ [all[0]?.id ?? 0]: "Zanzibar, mended" });
  expect(marksOf(await segmentsOf(code))).toEqual(all.map(() => null));
});

test("a bulk approval tells the translator that a second person is needed", async () => {
  const { code } = await publishedUntranslated();
  const all = await segmentsOf(code);
  await world.run(translateSegments, people.editor, { code, segments: translations(all), confirmed: confirmed(all) });
  const { version } = await world.find(code);
  const tried = (editor: People["editor"]) =>
    rehearse(officeOf(editor), editor, "approve-translation", {}, [{ code, version }]);
  expect(await tried(people.editor)).toEqual([{ code, version, problem: "own-work" }]);
  expect(await tried(people.secondEditor)).toEqual([{ code, version, problem: null }]);
});

test("a missing term or number is confirmed or mended", async () => {
  const { code } = await publishedUntranslated();
  const [first, second] = await questionOf(code);
  if (!first || !second) throw new Error("too few segments");
  const say = (segments: Record<number, string>, sure: Record<number, "yes"> = {}) =>
    refusalOf(world.run(translateSegments, people.editor, { code, segments, confirmed: sure }));
  const field = `segments.${second.id}`;
  expect(await say({ [second.id]: "We sent a paper on the 3rd." })).toEqual({ [field]: "translation-term" });
  expect(await say({ [second.id]: "We filed the dossier." })).toEqual({ [field]: "translation-fact" });
  expect(await say({ [second.id]: "We filed it." }, { [second.id]: "yes" })).toBeNull();
  expect(await say({ [first.id]: "", 999_999: "Nothing" })).toBe("stale");
});

test("a translation brings nobody's name or number before the public, and no words of a rule, unless it is confirmed", async () => {
  const answers = { reporterType: "individual", name: "Trần Thị Ngân Hà", publishConsent: "yes" };
  const { code } = await caseIn(world, people, "assigned", "feedback", { answers });
  const source = "Tôi gọi 0912345678 mà không ai nghe. Nhân viên […] không trả lời.";
  const masks = [{ field: "questionVi", text: "ABC", reason: "other" as const }];
  const verdicts = [{ field: "questionVi", text: "0912345678", nth: 0, verdict: "harmless" as const }];
  const texts = publication(code, { questionVi: source.replace("[…]", "ABC") });
  await publish(world, people, { ...texts, ...untranslated, masks, verdicts });
  const rule = { words: "Project X#", reason: "trade-secret" as const, note: "Theo yêu cầu của tòa án." };
  await world.run(saveRedactionRule, people.editor, rule);
  const [first, second] = await questionOf(code);
  if (!first || !second) throw new Error("too few segments");
  const say = (id: number, text: string, sure: Record<number, "yes"> = {}) =>
    refusalOf(world.run(translateSegments, people.editor, { code, segments: { [id]: text }, confirmed: sure }));
  const personal = { [`segments.${first.id}`]: "translation-personal" };
  expect(await say(first.id, "I, Tran Thi Ngan Ha, called 0912345678 and nobody answered.")).toEqual(personal);
  expect(await say(first.id, "I called 0912345678 and 0987654321 and nobody answered.")).toEqual(personal);
  expect(await say(first.id, "I called 0912345678 of Project X7 and nobody answered.")).toEqual(personal);
  const shown = await loadTranslation(officeOf(people.editor), code);
  expect(shown?.parts.flatMap(({ segments }) => segments.flatMap(({ text }) => text)).join("")).toBe("");
  expect(await say(second.id, "The clerk did not answer.")).toEqual({
    [`segments.${second.id}`]: "translation-masks",
  });
  expect(await say(second.id, "The clerk […] did not answer.")).toBeNull();
  expect(await say(first.id, "I called 0912.345.678 and nobody answered.")).toBeNull();
  expect(await say(first.id, "I called 0912345678, then 0987654321.", { [first.id]: "yes" })).toBeNull();
  const page = await loadTranslation(officeOf(people.secondEditor), code);
  const warned = page?.parts.flatMap(({ segments }) => segments.flatMap(({ warnings }) => warnings));
  expect(warned).toContainEqual({ kind: "personal", words: "0987654321" });
});

test("what was published before there were segments stands as translated and approved, and goes on as such", async () => {
  const { code } = await published();
  const { publicationSegments, translationWork } = world.store.read.tables;
  await world.store.write(async (tx) => {
    await tx.delete(publicationSegments);
    await tx.delete(translationWork);
  });
  const carried = await segmentsOfPublication(world.store.read, await publicationOf(code));
  expect(piecesIn("en", carried).map(({ mark }) => mark)).toEqual(carried.map(() => null));
  const [title] = carried;
  await refusalOf(world.run(approveSegments, people.editor, { code }));
  await publish(world, people, publication(code, { questionVi: questionVi.replace("Xin", "Xin sớm"), questionEn }));
  expect(marksOf(await questionOf(code)).filter(Boolean)).toEqual(["stale"]);
  expect(title?.translation).toBe("Error when filing a dossier online");
});

test("what is taken down waits for no translator", async () => {
  const { code } = await publishedUntranslated();
  const { translationWork } = world.store.read.tables;
  const { id } = await world.find(code);
  const waiting = async () => (await world.store.read.select().from(translationWork)).map(({ caseId }) => caseId);
  expect(await waiting()).toContain(id);
  await world.run(unpublishCase, people.editor, { code, category: "mistake", reason: "Xem lại bản gốc trước." });
  expect(await waiting()).not.toContain(id);
});
