import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { answerInvitation } from "../../app/commands/answer-invitation.ts";
import { inviteCoAuthor } from "../../app/commands/invite-co-author.ts";
import { removeCoAuthor } from "../../app/commands/remove-co-author.ts";
import { saveDraft } from "../../app/commands/save-draft.ts";
import { resumeDraft } from "../../app/commands/resume-draft.ts";
import { shareDraft } from "../../app/commands/share-draft.ts";
import { sendDraft } from "../../app/commands/send-draft.ts";
import { tidyUp } from "../../app/jobs/tidy-up.ts";
import { dossierOf } from "../../app/http/dossier.ts";
import { detailRows } from "../../app/http/answer-rows.ts";
import { findCoAuthorByCode, listCoAuthors } from "../../db/co-authors.ts";
import { findDraft } from "../../db/drafts.ts";
import { listMembers } from "../../db/draft-members.ts";
import { changeReporter, eraseReporter, openReporter } from "../../db/reporters.ts";
import { answersOf, formOf } from "./answers.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const newToken = () => randomBytes(32).toString("base64url");
const first = { coAuthorName: "Người Đồng Hành", coAuthorShare: "30 %", lang: "vi" as const };

async function writing(world: World, answers: Record<string, string> = {}): Promise<string> {
  const token = newToken();
  const draft = {
    kind: "initiative" as const,
    answers: { ...formOf("initiative"), ...answers },
    startedAt: world.now(),
  };
  await world.run(saveDraft, thePublic, { token, ...draft, trapped: false });
  return token;
}

const invite = (world: World, token: string, more: Partial<typeof first> & { coAuthorEmail?: string } = {}) =>
  world.run(inviteCoAuthor, thePublic, { token, ...first, ...more });
const send = (world: World, token: string, overrides = {}) =>
  world.run(sendDraft, thePublic, {
    token,
    answers: answersOf("initiative", overrides),
    key: token,
    bodyHash: "the answers",
    heldReason: null,
  });

test("a co-author accepts under their own name, and changes their mind until it is sent", async () => {
  await using world = await openWorld();
  const token = await writing(world);
  const { code, draftId } = await invite(world, token);
  const spelled = ` ${code.toLowerCase().replaceAll("-", " ")}`;
  await world.run(answerInvitation, thePublic, { code: spelled, answer: "declined", ownName: "Tên Tự Ghi" });
  expect(await listCoAuthors(world.store.read, draftId)).toMatchObject([{ state: "declined", ownName: "Tên Tự Ghi" }]);
  await world.run(answerInvitation, thePublic, { code, answer: "accepted", ownName: "Tên Tự Ghi" });
  expect(await listCoAuthors(world.store.read, draftId)).toMatchObject([{ state: "accepted", share: 30 }]);
});

test("no name, address or code of theirs can be read in the database", async () => {
  await using world = await openWorld();
  const token = await writing(world);
  const { code } = await invite(world, token, { coAuthorEmail: "dong.hanh@example.vn" });
  await world.run(answerInvitation, thePublic, { code, answer: "accepted", ownName: "Tên Tự Ghi" });
  await send(world, token);
  const tables = ["draft", "co_author", "outbox", "reporter", "case_file", "event"];
  const rows = await Promise.all(tables.map((table) => world.database.sql(`select * from ${table}`)));
  for (const secret of ["Đồng Hành", "Tự Ghi", "dong.hanh", code, code.replaceAll("-", "")])
    expect(JSON.stringify(rows)).not.toContain(secret);
});

test("the mail to a co-author waits in the outbox without address and code, and goes with the invitation", async () => {
  await using world = await openWorld();
  const token = await writing(world);
  const { id } = await invite(world, token, { coAuthorEmail: "dong.hanh@example.vn" });
  await invite(world, token, { coAuthorName: "Không Có Thư" });
  const mails = () => world.database.sql("select mail, recipient, params from outbox");
  expect(await mails()).toMatchObject([{ mail: "co-author-invited", recipient: "co-author" }]);
  await world.run(removeCoAuthor, thePublic, { token, id });
  expect(await mails()).toEqual([]);
});

test("shares leave the lead author something", async () => {
  await using world = await openWorld();
  const token = await writing(world);
  await invite(world, token, { coAuthorShare: "60" });
  await expect(invite(world, token, { coAuthorShare: "40" })).rejects.toMatchObject({
    errors: { coAuthorShare: "too-much" },
  });
  await invite(world, token, { coAuthorShare: "39" });
  await expect(invite(world, token, { coAuthorShare: "một" })).rejects.toMatchObject({
    errors: { coAuthorShare: "wrong" },
  });
});

test("ten co-authors are the most", async () => {
  await using world = await openWorld();
  const token = await writing(world);
  for (let n = 0; n < 10; n += 1) await invite(world, token, { coAuthorShare: "1" });
  await expect(invite(world, token, { coAuthorShare: "1" })).rejects.toMatchObject({
    errors: { coAuthorName: "too-many" },
  });
});

test("only a dossier with a named author has co-authors", async () => {
  await using world = await openWorld();
  const anonymous = await writing(world, { reporterType: "anonymous" });
  await expect(invite(world, anonymous)).rejects.toMatchObject({ errors: { reporterType: "co-authors" } });
  await expect(invite(world, newToken())).rejects.toMatchObject({ code: "not-found" });
  const token = await writing(world);
  await invite(world, token);
  await expect(send(world, token, { reporterType: "anonymous", name: "", email: "", phone: "" })).rejects.toMatchObject(
    {
      errors: { reporterType: "co-authors" },
    },
  );
  expect(await world.database.sql("select id from case_file")).toEqual([]);
});

test("a stranger removes nobody, and a code that was withdrawn opens nothing", async () => {
  await using world = await openWorld();
  const token = await writing(world);
  const { id, code } = await invite(world, token);
  const stranger = await writing(world);
  await world.run(removeCoAuthor, thePublic, { token: stranger, id });
  expect(await findCoAuthorByCode(world.store.read, code)).not.toBeNull();
  await world.run(removeCoAuthor, thePublic, { token, id });
  const answer = { code, answer: "accepted" as const, ownName: "Tên Tự Ghi" };
  await expect(world.run(answerInvitation, thePublic, answer)).rejects.toMatchObject({
    errors: { inviteCode: "unknown" },
  });
});

test("a colleague who may only read the dossier changes no author", async () => {
  await using world = await openWorld();
  const token = await writing(world);
  const { id } = await invite(world, token);
  await world.run(shareDraft, thePublic, { token, memberName: "Người Đọc", role: "read" as const });
  const draft = await findDraft(world.store.read, token, world.now());
  if (!draft) throw new Error("the draft is gone");
  const [member] = await listMembers(world.store.read, draft);
  const colleague = newToken();
  await world.run(resumeDraft, thePublic, { token: colleague, code: member?.code ?? "" });
  await expect(invite(world, colleague)).rejects.toMatchObject({ code: "forbidden" });
  await expect(world.run(removeCoAuthor, thePublic, { token: colleague, id })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("with the case they become part of who sent it: who declined is left out, the others stay as they are", async () => {
  await using world = await openWorld();
  const token = await writing(world);
  const { code } = await invite(world, token);
  const { code: declined } = await invite(world, token, { coAuthorName: "Người Từ Chối", coAuthorShare: "10" });
  await invite(world, token, { coAuthorName: "Người Chưa Trả Lời", coAuthorShare: "5" });
  await world.run(answerInvitation, thePublic, { code, answer: "accepted", ownName: "Tên Tự Ghi" });
  await world.run(answerInvitation, thePublic, { code: declined, answer: "declined", ownName: "Người Từ Chối" });
  const receipt = await send(world, token);
  const row = await world.find(receipt.code);
  expect(row.details.coAuthors).toBe("1/2");
  const rows = await detailRows(world.store.read, row.kind, row.details, "vi");
  expect(rows.at(-1)).toMatchObject({ name: "coAuthors", value: "1 trong 2 người đã đồng ý", written: false });
  const coAuthors = [
    { name: "Tên Tự Ghi", share: 30, state: "accepted" },
    { name: "Người Chưa Trả Lời", share: 5, state: "invited" },
  ];
  expect(await openReporter(world.store.read, row.id)).toMatchObject({ coAuthors });
  await world.store.write((tx) => changeReporter(tx, row.id, { email: "moi@example.vn" }));
  expect(await openReporter(world.store.read, row.id)).toMatchObject({ email: "moi@example.vn", coAuthors });
  await world.store.write((tx) => eraseReporter(tx, row.id));
  expect(await openReporter(world.store.read, row.id)).toBeNull();
  expect(await world.database.sql("select id from co_author")).toEqual([]);
  await expect(
    world.run(answerInvitation, thePublic, { code, answer: "declined", ownName: "Tên Tự Ghi" }),
  ).rejects.toMatchObject({ errors: { inviteCode: "unknown" } });
});

test("an initiative is kept for ninety days after its last change, and leaves nobody behind", async () => {
  await using world = await openWorld();
  const token = await writing(world);
  const { code } = await invite(world, token, { coAuthorEmail: "dong.hanh@example.vn" });
  world.tick(89.9);
  await tidyUp(world.store, world.now());
  expect(await findDraft(world.store.read, token, world.now())).not.toBeNull();
  world.tick(0.2);
  const late = { code, answer: "accepted" as const, ownName: "Tên Tự Ghi" };
  await expect(world.run(answerInvitation, thePublic, late)).rejects.toMatchObject({
    errors: { inviteCode: "unknown" },
  });
  await tidyUp(world.store, world.now());
  for (const table of ["draft", "draft_key", "co_author"])
    expect(await world.database.sql(`select * from ${table}`)).toEqual([]);
});

test("the dossier shows everything written in words, and nothing by which somebody is reached", async () => {
  await using world = await openWorld();
  const token = await writing(world, {
    measureBefore: "1234.5",
    costOnce: "40000000",
    seekSandbox: "yes",
    provinceCode: "79",
  });
  const { code } = await invite(world, token);
  await world.run(answerInvitation, thePublic, { code, answer: "accepted", ownName: "Tên Tự Ghi" });
  const draft = await findDraft(world.store.read, token, world.now());
  if (!draft) throw new Error("the draft is gone");
  const dossier = await dossierOf(world.store.read, draft, "vi", world.now());
  const words = JSON.stringify(dossier);
  for (const shown of ["1.234,5", "40.000.000 đồng", "Hồ Chí Minh", "Công nghệ mạng di động thế hệ sau", "Tên Tự Ghi"])
    expect(words).toContain(shown);
  for (const hidden of ["nguoi.gui@example.vn", "912 345 678", "912345678", code]) expect(words).not.toContain(hidden);
  expect(dossier.authors.map(({ share, state }) => [share, state])).toEqual([
    [70, "lead"],
    [30, "accepted"],
  ]);
  expect(dossier.parts.map(({ state }) => state)).toEqual([
    "done",
    "writing",
    "writing",
    "done",
    "writing",
    "done",
    "writing",
  ]);
});
