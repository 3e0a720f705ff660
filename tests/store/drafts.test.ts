import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { saveDraft } from "../../app/commands/save-draft.ts";
import { sendDraft, type SendDraft } from "../../app/commands/send-draft.ts";
import { type Draft, findDraft, findReceipt, newDraft } from "../../db/drafts.ts";
import { answersOf, anonymous } from "./answers.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const token = () => randomBytes(32).toString("base64url");
const draftOf = (world: World, answers: Record<string, string>): Draft => ({
  ...newDraft("feedback", world.now()),
  answers,
});
const keep = (world: World, session: string, draft: Draft) =>
  world.run(saveDraft, thePublic, { token: session, draft });
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
  const draft = draftOf(world, { content: "Chuyện đang viết dở", place: "Bến Nghé" });
  await keep(world, session, draft);
  expect(await findDraft(world.store.read, session, world.now())).toEqual(draft);
  expect(await findDraft(world.store.read, token(), world.now())).toBeNull();
});

test("nothing typed can be read in the database, nor the token", async () => {
  await using world = await openWorld();
  const session = token();
  await keep(world, session, draftOf(world, { content: "Bí mật của người viết" }));
  const rows = JSON.stringify(await world.database.sql("select * from draft"));
  expect(rows).not.toContain("người viết");
  expect(rows).not.toContain(session);
});

test("a draft lives fourteen days after its last change", async () => {
  await using world = await openWorld();
  const session = token();
  await keep(world, session, draftOf(world, { content: "Một" }));
  world.tick(10);
  await keep(world, session, draftOf(world, { content: "Hai" }));
  world.tick(13.9);
  expect((await findDraft(world.store.read, session, world.now()))?.answers).toEqual({ content: "Hai" });
  world.tick(0.2);
  expect(await findDraft(world.store.read, session, world.now())).toBeNull();
});

test("a draft moved to another session cannot be opened", async () => {
  await using world = await openWorld();
  const [mine, other] = [token(), token()];
  await keep(world, mine, draftOf(world, { content: "Của tôi" }));
  await keep(world, other, draftOf(world, { content: "Của người khác" }));
  const [row] = await world.database.sql("select answers, wrapped_key from draft limit 1");
  await world.database.sql(
    "update draft set answers = ?, wrapped_key = ?",
    String(row?.answers),
    String(row?.wrapped_key),
  );
  const opened = await Promise.all([mine, other].map((session) => findDraft(world.store.read, session, world.now())));
  expect(opened.filter(Boolean)).toHaveLength(1);
});

test("sending erases the draft and keeps the receipt for a day", async () => {
  await using world = await openWorld();
  const session = token();
  await keep(world, session, draftOf(world, { content: "Nội dung đã gửi" }));
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
  const draft = draftOf(world, { content: "Còn nguyên" });
  await keep(world, session, draft);
  const wrong = sending(session, "k", { answers: { ...answersOf("feedback"), field: "no-such-field" } });
  await expect(world.run(sendDraft, thePublic, wrong)).rejects.toMatchObject({ errors: { field: "wrong" } });
  expect(await findDraft(world.store.read, session, world.now())).toEqual(draft);
});
