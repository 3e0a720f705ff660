import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { resumeDraft } from "../../app/commands/resume-draft.ts";
import { saveDraft } from "../../app/commands/save-draft.ts";
import { sendDraft } from "../../app/commands/send-draft.ts";
import { shareDraft, unshareDraft } from "../../app/commands/share-draft.ts";
import type { DraftRole } from "../../app/domain/draft-roles.ts";
import { answerPrint, isShared, listMembers } from "../../db/draft-members.ts";
import { findDraft, resumeCodeOf } from "../../db/drafts.ts";
import { answersOf } from "./answers.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const token = () => randomBytes(32).toString("base64url");
const save = (world: World, session: string, answers: Record<string, string>, seen?: Record<string, string>) => {
  const draft = { kind: "barrier" as const, answers, startedAt: world.now(), trapped: false };
  return world.run(saveDraft, thePublic, { token: session, ...draft, ...(seen ? { seen } : {}) });
};
const draftOf = async (world: World, session: string) => {
  const draft = await findDraft(world.store.read, session, world.now());
  if (!draft) throw new Error("there is no draft");
  return draft;
};
const share = (world: World, session: string, memberName: string, role: DraftRole) =>
  world.run(shareDraft, thePublic, { token: session, memberName, role });
const open = (world: World, session: string, code: string) =>
  world.run(resumeDraft, thePublic, { token: session, code });

/** A draft of one session, shared with a colleague who has opened it in another. */
async function shared(world: World, role: DraftRole) {
  const [writer, colleague] = [token(), token()];
  await save(world, writer, { content: "Bản của người viết" });
  await share(world, writer, "Kế toán Thử nghiệm", role);
  const [member] = await listMembers(world.store.read, await draftOf(world, writer));
  await open(world, colleague, member?.code ?? "");
  return { writer, colleague, member };
}
const send = (world: World, session: string) => {
  const sending = { token: session, answers: answersOf("barrier"), key: "k", bodyHash: "b", heldReason: null };
  return world.run(sendDraft, thePublic, sending);
};

test("a colleague opens the draft with a code of their own; the writer sees who and when", async () => {
  await using world = await openWorld();
  const { writer, colleague, member } = await shared(world, "write");
  expect(member).toMatchObject({ member: 1, name: "Kế toán Thử nghiệm", role: "write", openedAt: null });
  const draft = await draftOf(world, writer);
  expect(member?.code).not.toBe(resumeCodeOf(world.store.read, draft));
  expect(await listMembers(world.store.read, draft)).toMatchObject([{ openedAt: world.now() }]);
  expect(await draftOf(world, colleague)).toMatchObject({ id: draft.id, role: "write", member: 1 });
  expect(await isShared(world.store.read, draft)).toBe(true);
});

test("names and codes of colleagues cannot be read in the database", async () => {
  await using world = await openWorld();
  const { member } = await shared(world, "send");
  const rows = JSON.stringify([
    await world.database.sql("select * from draft"),
    await world.database.sql("select * from draft_key"),
  ]);
  for (const secret of ["Kế toán", member?.code ?? "-", member?.code.replaceAll("-", "") ?? "-"])
    expect(rows).not.toContain(secret);
});

test("who may only read does not write, who may write does not send, who may send does both", async () => {
  await using world = await openWorld();
  const reader = await shared(world, "read");
  await expect(save(world, reader.colleague, { title: "Không được" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(send(world, reader.colleague)).rejects.toMatchObject({ code: "forbidden" });
  const author = await shared(world, "write");
  await save(world, author.colleague, { title: "Được viết" });
  expect((await draftOf(world, author.writer)).answers).toMatchObject({ title: "Được viết" });
  await expect(send(world, author.colleague)).rejects.toMatchObject({ code: "forbidden" });
  const sender = await shared(world, "send");
  await save(world, sender.colleague, { title: "Được gửi" });
  expect((await send(world, sender.colleague)).code).toMatch(/^RC-/);
  expect(await findDraft(world.store.read, sender.writer, world.now())).toBeNull();
});

test("only the writer shares and takes back; what was taken back opens nothing, and its number is not used again", async () => {
  await using world = await openWorld();
  const { writer, colleague, member } = await shared(world, "send");
  await expect(share(world, colleague, "Người khác", "read")).rejects.toMatchObject({ code: "forbidden" });
  const back = { token: colleague, member: 1 };
  await expect(world.run(unshareDraft, thePublic, back)).rejects.toMatchObject({ code: "forbidden" });
  await world.run(unshareDraft, thePublic, { token: writer, member: 1 });
  expect(await findDraft(world.store.read, colleague, world.now())).toBeNull();
  await expect(open(world, colleague, member?.code ?? "")).rejects.toMatchObject({ errors: { resumeCode: "unknown" } });
  expect((await draftOf(world, writer)).answers).toEqual({ content: "Bản của người viết" });
  await share(world, writer, "Người mới", "read");
  expect(await listMembers(world.store.read, await draftOf(world, writer))).toMatchObject([
    { member: 2, name: "Người mới" },
  ]);
});

test("the same name twice, and more people than a draft takes, are refused beside the name", async () => {
  await using world = await openWorld();
  const { writer } = await shared(world, "read");
  await expect(share(world, writer, "kế toán thử nghiệm", "read")).rejects.toMatchObject({
    errors: { memberName: "same" },
  });
  for (let n = 2; n <= 20; n += 1) await share(world, writer, `Người thứ ${n}`, "read");
  await expect(share(world, writer, "Người thứ 21", "read")).rejects.toMatchObject({
    errors: { memberName: "too-many" },
  });
});

test("two people on one answer: the second is told, nothing is lost, and an answer left alone stays as the other wrote it", async () => {
  await using world = await openWorld();
  const { writer, colleague } = await shared(world, "write");
  const draft = await draftOf(world, writer);
  const print = (name: string, value: string) => answerPrint(world.store.read, draft, name, value);
  const seen = { content: print("content", "Bản của người viết"), title: print("title", "") };
  await save(world, colleague, { content: "Bản của đồng nghiệp", title: "" }, seen);
  const mine = { content: "Bản sửa của tôi", title: "Tiêu đề của tôi" };
  await expect(save(world, writer, mine, seen)).rejects.toMatchObject({ errors: { content: "changed" } });
  expect((await draftOf(world, writer)).answers).toEqual({ content: "Bản của đồng nghiệp" });
  // Shown both versions, the writer decides: this is the answer now.
  await save(world, writer, mine, { ...seen, content: print("content", "Bản của đồng nghiệp") });
  expect((await draftOf(world, colleague)).answers).toEqual(mine);
  // Who did not touch an answer does not take it back.
  await save(
    world,
    colleague,
    { content: "Bản của đồng nghiệp", title: "Khác" },
    { content: print("content", "Bản của đồng nghiệp"), title: print("title", "Tiêu đề của tôi") },
  );
  expect((await draftOf(world, writer)).answers).toEqual({ content: "Bản sửa của tôi", title: "Khác" });
});

test("two people who save different answers at the same moment both keep them", async () => {
  await using world = await openWorld();
  const { writer, colleague } = await shared(world, "write");
  await Promise.all([save(world, writer, { title: "Tiêu đề" }), save(world, colleague, { burden: "Chi phí" })]);
  expect((await draftOf(world, writer)).answers).toMatchObject({ title: "Tiêu đề", burden: "Chi phí" });
});
