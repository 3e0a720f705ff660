import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findPersonal } from "../../app/domain/redaction.ts";
import { searchWords } from "../../app/domain/text.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { closeCase } from "../../app/commands/close-case.ts";
import { declineCase } from "../../app/commands/decline-case.ts";
import { proposeInput, proposePublication } from "../../app/commands/propose-publication.ts";
import { rateCase } from "../../app/commands/rate-case.ts";
import { refuseCase } from "../../app/commands/refuse-case.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { unpublishCase } from "../../app/commands/unpublish-case.ts";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import { listPublications } from "../../db/publication-lists.ts";
import { findPublication, publicationOfCase } from "../../db/publications.ts";
import { outcomeOf } from "./answers.ts";
import {
  caseIn,
  hire,
  mails,
  outcome,
  publication,
  publishedIn,
  question,
  ground,
  reason,
  publish,
} from "./journey.ts";
import { openWorld, theSystem, type World } from "./world.ts";

const find = async (world: World, typed: string) =>
  (await listPublications(world.store.read, { words: searchWords(typed) })).items.map((item) => item.code);

/** The words of the full-text index itself, past the table. */
async function indexed(world: World, word: string): Promise<number> {
  const { database } = world;
  const rows =
    database.dialect === "sqlite"
      ? await database.sql(`select rowid from publication_fts where publication_fts match '"${word}"'`)
      : await database.sql("select id from publication where search_vector @@ to_tsquery('simple', ?)", word);
  return rows.length;
}

test("an answered case is published in both languages with its answer, and the submitter is told once", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await publishedIn(world, people, "answered");
  const shown = await findPublication(world.store.read, code);
  expect(shown).toMatchObject({
    titleEn: "Error when filing a dossier online",
    outcomeKind: "explained",
    status: "answered",
  });
  expect(shown?.outcomeVi).toEqual(outcomeOf("explained"));
  await publish(world, people, publication(code, { titleVi: "Tiêu đề đã sửa" }));
  expect(await find(world, "tieu de da sua")).toEqual([code]);
  expect(await find(world, "loi khi nop ho so truc tuyen")).toEqual([]);
  expect((await mails(world)).filter((mail) => mail === "published reporter").length).toBe(1);
});

test("a case without an answer is published without one, whatever the form says", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await publishedIn(world, people, "in_progress");
  expect(await findPublication(world.store.read, code)).toMatchObject({
    answerVi: null,
    answerEn: null,
    outcomeVi: null,
    outcomeKind: null,
  });
});

test("what a form carries over into the other language is no translation yet; one begun is asked for whole", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "in_progress");
  const approved = outcome("solved");
  await world.run(submitAnswer, people.officer, {
    code,
    body: "Lỗi đã được sửa từ ngày 01/10/2026, hồ sơ nộp lại được ngay.",
    outcome: approved,
  });
  await world.run(approveAnswer, people.leader, { code });
  const carried = { kind: "solved", whatChanged: "", measure: "", unit: "", before: "12", after: "340", evidence: "" };
  const texts = {
    outcomeVi: approved,
    outcomeEn: { ...carried, changedOn: "2026-10-01" },
    titleEn: "",
    questionEn: "",
  };
  const begun = proposeInput.parse({ ...publication(code), ...texts });
  await expect(world.run(proposePublication, people.editor, begun)).rejects.toMatchObject({
    errors: { "outcomeEn.whatChanged": "empty", "outcomeEn.measure": "empty", "outcomeEn.unit": "empty" },
  });
  await publish(world, people, proposeInput.parse({ ...publication(code), ...texts, answerEn: "" }));
  const shown = await findPublication(world.store.read, code);
  expect(shown).toMatchObject({ answerEn: null, outcomeEn: null, outcomeVi: { before: "12" } });
});

describe("an answered case is not published", () => {
  test.each([
    ["without the Vietnamese answer", { answerVi: " " }, { answerVi: "empty" }],
    ["without either outcome", { outcomeVi: {}, outcomeEn: "" }, { "outcomeVi.kind": "empty" }],
    ["with another outcome in English", { outcomeEn: outcomeOf("referred") }, { "outcomeEn.kind": "wrong" }],
    [
      "with another outcome than the leader approved",
      { outcomeVi: outcomeOf("solved"), outcomeEn: outcomeOf("solved") },
      { "outcomeVi.kind": "wrong" },
    ],
  ])("%s", async (_name, overrides, errors) => {
    await using world = await openWorld();
    const people = await hire(world);
    const { code } = await caseIn(world, people, "answered");
    const input = proposeInput.parse({ ...publication(code), ...overrides });
    await expect(world.run(proposePublication, people.editor, input)).rejects.toMatchObject({ errors });
    expect(await findPublication(world.store.read, code)).toBeNull();
  });

  test.each([
    ["titleVi", "Xin gọi số 0912 345 678", "personal-phone"],
    ["questionVi", "Tôi là tran thi thu nghiem, xin hỏi.", "personal-name"],
    ["questionEn", "Please write to nguoi.gui@example.vn now.", "personal-email"],
    ["answerVi", "Căn cước 001099012345 đã được sửa.", "personal-identity-number"],
    ["answerEn", "The car 30A-123.45 was not fined.", "personal-plate"],
  ])("with what names a person in %s", async (field, text, rule) => {
    await using world = await openWorld();
    const people = await hire(world);
    const { code } = await caseIn(world, people, "answered");
    const input = publication(code, { [field]: text });
    await expect(world.run(proposePublication, people.editor, input)).rejects.toMatchObject({
      errors: { [field]: rule },
    });
    const [found] = findPersonal(text, ["Trần Thị Thử Nghiệm"]);
    const words = text.slice(found?.start, found?.end);
    const judged = (verdict: "harmless" | "masked") => ({
      ...input,
      verdicts: [{ field, text: words, nth: 0, verdict }],
    });
    await publish(world, people, judged("harmless"));
    expect(await findPublication(world.store.read, code)).toMatchObject({ [field]: text });
    await publish(world, people, judged("masked"));
    expect(await findPublication(world.store.read, code)).toMatchObject({
      [field]: text.replace(words, "[…]"),
      masks: { [field]: ["personal-data"] },
    });
  });

  test("with what names a person in its outcome", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const { code } = await caseIn(world, people, "answered");
    const named = { kind: "explained", legalBasis: "Trả lời bà Trần Thị Thử Nghiệm" };
    const input = proposeInput.parse({ ...publication(code), outcomeVi: named });
    const errors = { "outcomeVi.legalBasis": "personal-name" };
    await expect(world.run(proposePublication, people.editor, input)).rejects.toMatchObject({ errors });
  });
});

test.each(["titleVi", "questionVi"])("%s, in the language of the case, is needed in every state", async (field) => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "assigned");
  const input = proposeInput.parse({ ...publication(code), [field]: "" });
  const errors = { [field]: "empty" };
  await expect(world.run(proposePublication, people.editor, input)).rejects.toMatchObject({ errors });
});

test("a case is published in its own language alone, and says nothing in the other", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "answered");
  const english = { titleEn: "", questionEn: "", answerEn: "", outcomeEn: { kind: "explained", legalBasis: "" } };
  await publish(world, people, proposeInput.parse({ ...publication(code), ...english }));
  expect(await findPublication(world.store.read, code)).toMatchObject({
    titleEn: null,
    questionEn: null,
    answerEn: null,
    outcomeEn: null,
    outcomeKind: "explained",
  });
});

test("without the submitter's consent the editor does not even see the case", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "answered", "feedback", { answers: { publishConsent: "no" } });
  await expect(publish(world, people, publication(code))).rejects.toMatchObject({ code: "not-found" });
});

describe("leaves no trace in publications and search", () => {
  const gone = async (world: World, code: string, id: number) => {
    expect(await findPublication(world.store.read, code)).toBeNull();
    expect(await publicationOfCase(world.store.read, id)).toBeNull();
    expect(await find(world, "ho so truc tuyen")).toEqual([]);
    expect(await indexed(world, "tuyen")).toBe(0);
    expect((await world.find(code)).published).toBe(false);
  };

  test("taking it down", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const { code, id } = await publishedIn(world, people, "answered");
    expect(await indexed(world, "tuyen")).toBe(1);
    await world.run(unpublishCase, people.editor, {
      code,
      category: "mistake",
      reason: "Trang công khai còn nêu tên một người.",
    });
    await gone(world, code, id);
  });

  test("the submitter's withdrawal", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const { code, id, submitter } = await publishedIn(world, people, "in_progress");
    await world.run(withdrawCase, submitter, { code });
    await gone(world, code, id);
  });

  test("declining what came back to triage", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const { code, id } = await publishedIn(world, people, "assigned");
    await world.run(refuseCase, people.officer, { code, reason, ground, competentBody: "Bộ Thử nghiệm" });
    expect(await findPublication(world.store.read, code)).toMatchObject({ status: "submitted", agencyId: null });
    await world.run(declineCase, people.triage, { code, reasonCode: "complaint", reason });
    await gone(world, code, id);
  });

  test("taking it down while it waits for its submitter", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const { code, id } = await publishedIn(world, people, "in_progress");
    await world.run(askSubmitter, people.officer, { code, question });
    expect(await findPublication(world.store.read, code)).toMatchObject({ status: "waiting" });
    await world.run(unpublishCase, people.editor, {
      code,
      category: "mistake",
      reason: "Trang công khai còn nêu tên một người.",
    });
    await gone(world, code, id);
  });
});

/** True while any row of PostgreSQL, or any byte of SQLite's file, holds a piece of a word of the published text. */
async function isStored({ database }: World, piece: string): Promise<boolean> {
  if (database.dialect === "postgres") {
    return (await database.sql("select 1 from publication where publication::text like ?", `%${piece}%`)).length > 0;
  }
  await database.sql("pragma wal_checkpoint(truncate)");
  return readFileSync(database.url.slice("file:".length), "latin1").includes(piece);
}

test("nothing of what was taken down is left in the database", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await publishedIn(world, people, "answered");
  expect(await isStored(world, "ctober")).toBe(true);
  await world.run(unpublishCase, people.editor, {
    code,
    category: "mistake",
    reason: "Trang công khai còn nêu tên một người.",
  });
  expect(await isStored(world, "ctober")).toBe(false);
});

test("the public projection follows the case", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await publishedIn(world, people, "assigned");
  const other = await world.agency("BTP");
  await world.run(assignCase, people.triage, { code, agencyId: other.id });
  expect(await findPublication(world.store.read, code)).toMatchObject({ agencyId: other.id, status: "assigned" });
});

test("a rating given before publication is shown, and so is one given after", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const before = await caseIn(world, people, "closed");
  await publish(world, people, publication(before.code));
  expect(await findPublication(world.store.read, before.code)).toMatchObject({ ratingLevel: 4, ratingSolved: true });
  const after = await publishedIn(world, people, "answered");
  await world.run(rateCase, after.submitter, { code: after.code, level: "2", solved: "no" });
  expect(await findPublication(world.store.read, after.code)).toMatchObject({ ratingLevel: 2, ratingSolved: false });
  world.tick(60);
  await world.run(closeCase, theSystem, { code: after.code });
  expect(await findPublication(world.store.read, after.code)).toMatchObject({ ratingLevel: 2, status: "closed" });
});

test("each change of what the public may read gives a new public version, and nothing else does", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const seen = [world.store.publicVersion()];
  const { code } = await caseIn(world, people, "answered");
  expect(world.store.publicVersion()).toBe(seen[0]);
  await publish(world, people, publication(code));
  seen.push(world.store.publicVersion());
  await world.run(unpublishCase, people.editor, { code, category: "mistake", reason: "Xem lại bản tiếng Anh." });
  seen.push(world.store.publicVersion());
  expect(new Set(seen).size).toBe(3);
});
