import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { saveDraft } from "../../app/commands/save-draft.ts";
import { tidyUp } from "../../app/jobs/tidy-up.ts";
import { sendDraft, type SendDraft } from "../../app/commands/send-draft.ts";
import { keepForLater, resumeDraft } from "../../app/commands/resume-draft.ts";
import { discardDraft } from "../../app/commands/discard-draft.ts";
import { findDraft } from "../../db/drafts.ts";
import { findReceipt } from "../../db/form-receipts.ts";
import { answersOf, anonymous } from "./answers.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const token = () => randomBytes(32).toString("base64url");
const keep = (world: World, session: string, answers: Record<string, string>) => {
  const draft = { kind: "feedback" as const, answers, startedAt: world.now(), trapped: false };
  return world.run(saveDraft, thePublic, { token: session, ...draft });
};
const draftOf = (world: World, session: string) => findDraft(world.store.read, session, world.now());
const sending = (session: string, key = "a key", more: Partial<SendDraft> = {}): SendDraft => ({
  token: session,
  answers: answersOf("feedback"),
  key,
  bodyHash: "the answers",
  heldReason: null,
  ...more,
});

test("a draft is found by its session and by nobody else", async () => {
  await using world = await openWorld();
  const session = token();
  const draft = await keep(world, session, { content: "Chuyện đang viết dở", place: "Bến Nghé" });
  expect(await draftOf(world, session)).toEqual(draft);
  expect(await draftOf(world, token())).toBeNull();
});

test("each step changes its own answers; an empty one takes its answer out", async () => {
  await using world = await openWorld();
  const session = token();
  await keep(world, session, { content: "Một", title: "Hai" });
  await keep(world, session, { title: "", address: "Ba" });
  expect((await draftOf(world, session))?.answers).toEqual({ content: "Một", address: "Ba" });
});

test("nothing typed can be read in the database, nor the token, nor the code", async () => {
  await using world = await openWorld();
  const session = token();
  await keep(world, session, { content: "Bí mật của người viết" });
  const { code } = await world.run(keepForLater, thePublic, { token: session });
  const rows = JSON.stringify([
    await world.database.sql("select * from draft"),
    await world.database.sql("select * from draft_key"),
  ]);
  for (const secret of ["người viết", session, code, code.replaceAll("-", "")]) expect(rows).not.toContain(secret);
});

test("a draft lives fourteen days after its last change, and leaves nothing behind", async () => {
  await using world = await openWorld();
  const session = token();
  await keep(world, session, { content: "Một" });
  world.tick(10);
  await keep(world, session, { content: "Hai" });
  world.tick(13.9);
  await tidyUp(world.store, world.now());
  expect((await draftOf(world, session))?.answers).toEqual({ content: "Hai" });
  world.tick(0.2);
  expect(await draftOf(world, session)).toBeNull();
  await tidyUp(world.store, world.now());
  for (const table of ["draft", "draft_key"]) expect(await world.database.sql(`select * from ${table}`)).toEqual([]);
});

test("a draft moved to another row cannot be opened", async () => {
  await using world = await openWorld();
  const [mine, other] = [token(), token()];
  await keep(world, mine, { content: "Của tôi" });
  await keep(world, other, { content: "Của người khác" });
  const [row] = await world.database.sql("select body, wrapped_key from draft order by id limit 1");
  await world.database.sql("update draft set body = ?, wrapped_key = ?", String(row?.body), String(row?.wrapped_key));
  const opened = await Promise.all([mine, other].map((session) => draftOf(world, session)));
  expect(opened.map((draft) => draft?.answers.content)).toEqual(["Của tôi", undefined]);
});

test("a resume code opens the draft on another device, in any spelling, and both write on", async () => {
  await using world = await openWorld();
  const [phone, computer] = [token(), token()];
  await keep(world, phone, { content: "Viết trên điện thoại" });
  const { code } = await world.run(keepForLater, thePublic, { token: phone });
  expect((await world.run(keepForLater, thePublic, { token: phone })).code).toBe(code);
  await keep(world, computer, { content: "Một bản nháp khác" });
  await world.run(resumeDraft, thePublic, { token: computer, code: ` ${code.toLowerCase().replaceAll("-", " ")}` });
  await keep(world, computer, { title: "Viết trên máy tính" });
  const answers = { content: "Viết trên điện thoại", title: "Viết trên máy tính" };
  expect((await draftOf(world, phone))?.answers).toEqual(answers);
  expect(await world.database.sql("select id from draft")).toHaveLength(1);
});

test("a wrong resume code opens nothing and costs nothing", async () => {
  await using world = await openWorld();
  const session = token();
  await keep(world, session, { content: "Còn nguyên" });
  const open = (code: string) => world.run(resumeDraft, thePublic, { token: session, code });
  await expect(open("")).rejects.toMatchObject({ errors: { resumeCode: "empty" } });
  await expect(open("ABCDE-ABCDE-ABCDE-ABCDE-ABCDEF")).rejects.toMatchObject({ errors: { resumeCode: "unknown" } });
  expect((await draftOf(world, session))?.answers).toEqual({ content: "Còn nguyên" });
});

test("who leaves a shared draft leaves it to the others; the last one erases it", async () => {
  await using world = await openWorld();
  const [one, two] = [token(), token()];
  await keep(world, one, { content: "Cùng viết" });
  const { code } = await world.run(keepForLater, thePublic, { token: one });
  await world.run(resumeDraft, thePublic, { token: two, code });
  await world.run(discardDraft, thePublic, { token: one });
  expect(await draftOf(world, one)).toBeNull();
  expect((await draftOf(world, two))?.answers).toEqual({ content: "Cùng viết" });
  const alone = token();
  await keep(world, alone, { content: "Một mình" });
  await world.run(discardDraft, thePublic, { token: alone });
  expect(await world.database.sql("select id from draft")).toHaveLength(1);
});

test("sending erases the draft and keeps the receipt for a day", async () => {
  await using world = await openWorld();
  const session = token();
  await keep(world, session, { content: "Nội dung đã gửi" });
  const receipt = await world.run(sendDraft, thePublic, sending(session));
  expect(await findDraft(world.store.read, session, world.now())).toBeNull();
  expect(await findReceipt(world.store.read, session, world.now())).toEqual(receipt);
  expect(receipt).toMatchObject({
    kind: "feedback",
    mailed: true,
    secret: expect.stringMatching(/^[0-9A-Z-]{30,31}$/),
  });
  world.tick(1.1);
  expect(await findReceipt(world.store.read, session, world.now())).toBeNull();
});

test("two clicks at once are one case with one receipt", async () => {
  await using world = await openWorld();
  const session = token();
  const both = await Promise.all([1, 2].map(() => world.run(sendDraft, thePublic, sending(session))));
  expect(both[0]).toEqual(both[1]);
  expect(await world.database.sql("select id from case_file")).toHaveLength(1);
});

test("a session may send a second case; its receipt takes the place of the first", async () => {
  await using world = await openWorld();
  const session = token();
  const first = await world.run(sendDraft, thePublic, sending(session, "one"));
  const second = await world.run(sendDraft, thePublic, sending(session, "two"));
  expect(second.code).not.toBe(first.code);
  expect(await findReceipt(world.store.read, session, world.now())).toEqual(second);
});

test("an anonymous sender is told that no mail will come", async () => {
  await using world = await openWorld();
  const receipt = await world.run(
    sendDraft,
    thePublic,
    sending(token(), "k", { answers: answersOf("feedback", anonymous) }),
  );
  expect(receipt.mailed).toBe(false);
});

test("what is refused leaves the draft where it was", async () => {
  await using world = await openWorld();
  const session = token();
  const draft = await keep(world, session, { content: "Còn nguyên" });
  const wrong = sending(session, "k", { answers: { ...answersOf("feedback"), field: "no-such-field" } });
  await expect(world.run(sendDraft, thePublic, wrong)).rejects.toMatchObject({ errors: { field: "wrong" } });
  expect(await findDraft(world.store.read, session, world.now())).toEqual(draft);
});
