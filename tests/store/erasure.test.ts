import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { askForLink } from "../../app/commands/ask-for-link.ts";
import { eraseAccount } from "../../app/commands/erase-account.ts";
import { eraseIdentity } from "../../app/commands/erase-identity.ts";
import { followCase } from "../../app/commands/follow-case.ts";
import { requestIdentity } from "../../app/commands/request-identity.ts";
import { revealIdentity } from "../../app/commands/reveal-identity.ts";
import { supplementCase } from "../../app/commands/supplement-case.ts";
import { useLink } from "../../app/commands/use-link.ts";
import { downloadOf } from "../../app/http/personal-data.ts";
import { verifyAudit } from "../../db/audit.ts";
import { insertAttachment } from "../../db/attachments.ts";
import { type ContactRow, findContactByIndex } from "../../db/contacts.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { listMessages } from "../../db/messages.ts";
import { tokenOfMail } from "../../db/mailed-links.ts";
import { publicationOfCase } from "../../db/publications.ts";
import { addressIndex, hasCaseOf, openReporter } from "../../db/reporters.ts";
import { openBySecret } from "../../db/tracking.ts";
import { openApi } from "./api-client.ts";
import { anonymous } from "./answers.ts";
import { caseIn, hire, mails, publication, publish, publishedIn } from "./journey.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const person = {
  name: "Hoàng Văn Chim Yến",
  email: "chim.yen@example.vn",
  phone: "0987 654 321",
  address: "Số 17 ngõ Chim Yến",
};
const canaries = ["Chim Yến", "chim.yen", "987654321"];
const reason = "Cần gọi ông Chim Yến để hẹn ngày kiểm tra.";

/** Everything that the database holds: SQLite's files byte by byte, PostgreSQL's rows of every table. */
async function everything({ database, store }: World): Promise<string> {
  if (database.dialect === "sqlite") {
    const file = database.url.slice("file:".length);
    await store.scrub();
    return [file, `${file}-wal`].map((name) => readFileSync(name).toString("utf8")).join("\n");
  }
  const rows = [];
  for (const table of Object.values(store.read.tables)) rows.push(await store.read.select().from(table));
  return JSON.stringify(rows);
}

const sealedOf = async (world: World, caseId: number): Promise<string[]> => {
  const { reporters } = world.store.read.tables;
  const [row] = await world.store.read.select().from(reporters).where(eq(reporters.caseId, caseId));
  if (!row) throw new Error("the case has no reporter");
  return [row.wrappedKey, row.name, row.email, row.phone, row.emailIndex].flatMap((value) => value ?? []);
};

/** The account of the person's address, made by a mailed link. */
async function confirmed(world: World): Promise<ContactRow> {
  await world.run(askForLink, thePublic, { email: person.email, lang: "vi" });
  const { outbox } = world.store.read.tables;
  const queued = await world.store.read.select().from(outbox).where(eq(outbox.recipient, "link"));
  await world.run(useLink, thePublic, { token: tokenOfMail(world.store.read, queued.at(-1)?.messageId ?? "") });
  const contact = await findContactByIndex(world.store.read, addressIndex(world.store.read, person.email));
  if (!contact) throw new Error("the address was not confirmed");
  return contact;
}

test("after erasure nothing of the person and nothing sealed about them is anywhere in the database", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await caseIn(world, people, "in_progress", "feedback", { answers: person });
  await world.run(revealIdentity, people.officer, { code: filed.code, reason });
  const sealed = await sealedOf(world, filed.id);
  const before = await everything(world);
  for (const piece of sealed) expect(before.includes(piece)).toBe(true);
  expect(before.includes("Chim Yến")).toBe(true);

  await world.run(eraseIdentity, filed.submitter, { code: filed.code });
  const after = await everything(world);
  for (const piece of [...canaries, ...sealed]) expect(after.includes(piece), piece).toBe(false);
  expect(await openReporter(world.store.read, filed.id)).toBeNull();
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
});

test("erasure keeps the case going as an anonymous one: text, secret and chain stay, mail and publication end", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await publishedIn(world, people, "answered");
  const { code, id, secret, submitter } = filed;
  const queued = (await mails(world)).filter((mail) => mail.endsWith(" reporter"));
  expect(queued.length).toBeGreaterThan(3);
  const erased = await world.run(eraseIdentity, submitter, { code });
  expect(erased).toMatchObject({
    published: false,
    publishConsent: false,
    address: null,
    identityErasedAt: world.now(),
  });
  expect((await mails(world)).filter((mail) => mail.endsWith(" reporter"))).toEqual([]);
  expect(await publicationOfCase(world.store.read, id)).toBeNull();
  expect((await openBySecret(world.store.read, code, secret))?.content).toContain("báo lỗi");
  const last = (await listEvents(world.store.read, caseStream(id))).at(-1);
  expect(last).toMatchObject({ type: "erase-identity", actorKind: "submitter", actorName: "", seenBy: "submitter" });
  expect(last?.data).toEqual({});
  await world.run(supplementCase, submitter, { code, message: "Tôi vẫn viết được." });
  await expect(world.run(eraseIdentity, submitter, { code })).rejects.toMatchObject({ code: "forbidden" });
  const opened = world.run(revealIdentity, people.officer, { code, reason });
  await expect(opened).rejects.toMatchObject({ code: "forbidden" });
  const asked = world.run(requestIdentity, people.officer, { code, reason });
  await expect(asked).rejects.toMatchObject({ code: "forbidden" });
});

test("the files of an erased case have no key and no name, and wait for the reaper", async () => {
  await using world = await openWorld();
  const filed = await world.submit();
  const row = await world.store.write((tx) =>
    insertAttachment(
      tx,
      { ownerHash: "owner", name: "giay-to.pdf", type: "pdf", size: 10, evidenceBy: null, expiresAt: world.now() },
      world.now(),
    ),
  );
  await world.database.sql("update attachment set case_id = ? where id = ?", filed.id, row.id);
  await world.run(eraseIdentity, filed.submitter, { code: filed.code });
  const { attachments } = world.store.read.tables;
  const [left] = await world.store.read.select().from(attachments);
  expect(left).toMatchObject({ wrappedKey: "", name: "", caseId: null, ownerHash: "", expiresAt: world.now() });
});

test("erasing an account erases every case of its address, its sessions and itself, and nobody else", async () => {
  await using world = await openWorld();
  const one = await world.submit("feedback", { answers: person });
  const two = await world.submit("proposal", { answers: person });
  const other = await world.submit();
  const row = await confirmed(world);
  await world.run(eraseAccount, { kind: "contact", contactId: row.id }, {});
  for (const { id } of [one, two]) expect(await openReporter(world.store.read, id)).toBeNull();
  expect(await openReporter(world.store.read, other.id)).toMatchObject({ name: "Trần Thị Thử Nghiệm" });
  const index = addressIndex(world.store.read, person.email);
  expect(await hasCaseOf(world.store.read, index)).toBe(false);
  expect(await findContactByIndex(world.store.read, index)).toBeNull();
  const held = await everything(world);
  for (const piece of [...canaries, index, row.wrappedKey]) expect(held.includes(piece), piece).toBe(false);
  await expect(world.run(eraseAccount, { kind: "contact", contactId: row.id }, {})).rejects.toMatchObject({
    code: "not-found",
  });
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
});

test("an anonymous submission leaves no address, no name and nothing of the sender in any table", async () => {
  await using world = await openWorld();
  const typed = { ...anonymous, name: "Hoàng Văn Chim Yến", email: "chim.yen@example.vn", phone: "0987654321" };
  const { id } = await world.submit("feedback", { answers: typed });
  const api = openApi(world);
  const sent = await api.post(
    "/api/v1/cases",
    {
      kind: "feedback",
      content: "Cổng dịch vụ công báo lỗi khi nộp hồ sơ, tôi đã thử ba lần.",
      reporterType: "anonymous",
      publishConsent: "no",
      hideIdentity: "no",
    },
    { "X-Forwarded-For": "203.0.113.77", "User-Agent": "chim.yen 1.0" },
  );
  expect(sent.status).toBe(201);
  const held = await everything(world);
  for (const piece of [...canaries, "203.0.113.77"]) expect(held.includes(piece), piece).toBe(false);
  expect(await openReporter(world.store.read, id)).toBeNull();
  expect(await mails(world)).toEqual([]);
});

test("a download holds everything about the person and nothing about anybody else, in both forms", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const content = "Tôi thử <script>alert(1)</script> nhiều lần, vẫn báo lỗi khi nộp.";
  const filed = await caseIn(world, people, "answered", "feedback", { answers: { ...person, content } });
  await world.submit("feedback", { answers: { content: "Việc của một người khác, không liên quan gì." } });
  await world.run(supplementCase, filed.submitter, { code: filed.code, message: "Bổ sung của tôi." });
  const contact = await confirmed(world);
  const read = world.store.read;
  const row = await world.find(filed.code);
  for (const subject of [{ contact }, { row }]) {
    const json = await downloadOf(read, subject, "json", "vi", world.now()).json();
    expect(json).toMatchObject({
      cases: [
        {
          code: filed.code,
          content,
          identity: { name: person.name, email: person.email, phone: "+84987654321" },
          messages: [{ body: "Bổ sung của tôi." }],
          files: [],
        },
      ],
    });
    for (const lang of ["vi", "en"] as const) {
      const answer = downloadOf(read, subject, "html", lang, world.now());
      expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="cau-noi-2026-/);
      const html = await answer.text();
      for (const piece of [person.name, person.email, filed.code, "Bổ sung của tôi.", "&lt;script&gt;"]) {
        expect(html).toContain(piece);
      }
      expect(html).not.toMatch(/<script|undefined|\[object|người khác|me:|domain:|forms:/);
    }
  }
});

test("the file says of a followed case that its title is not translated, in the other language alone", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  await world.submit("feedback", { answers: { email: person.email } });
  const contact = await confirmed(world);
  const { code } = await caseIn(world, people, "assigned");
  await publish(world, people, { ...publication(code), titleEn: undefined, questionEn: undefined });
  await world.run(followCase, thePublic, { code, lang: "vi", token: "one", email: person.email });
  const inLang = (lang: "vi" | "en") => downloadOf(world.store.read, { contact }, "html", lang, world.now()).text();
  expect(await inLang("vi")).toContain(`${code} Lỗi khi nộp hồ sơ trực tuyến</dd>`);
  expect(await inLang("en")).toContain(
    `${code} <bdi lang="vi">Lỗi khi nộp hồ sơ trực tuyến</bdi> (not yet translated)</dd>`,
  );
});

test("a submitter writes on their own: the clock stays, the officer hears of it, the office reads it", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id, submitter } = await caseIn(world, people, "in_progress", "feedback", { answers: anonymous });
  const { dueAt } = await world.find(code);
  const before = (await mails(world)).length;
  await world.run(supplementCase, submitter, { code, message: "Hôm nay lại báo lỗi." });
  expect(await world.find(code)).toMatchObject({ status: "in_progress", dueAt });
  expect((await mails(world)).slice(before)).toEqual(["supplement-arrived staff"]);
  const said = await listMessages(world.store.read, id, ["submitter"]);
  expect(said.at(-1)).toMatchObject({ kind: "reply", body: "Hôm nay lại báo lỗi.", authorName: "" });
  expect((await listEvents(world.store.read, caseStream(id))).at(-1)).toMatchObject({ type: "supplement" });
});

test("the API takes a message as the reply to an open question, else as the submitter's own", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const api = openApi(world);
  const waiting = await caseIn(world, people, "waiting");
  const working = await caseIn(world, people, "in_progress");
  const send = (filed: { code: string; secret: string }, reply: string) =>
    api.post(`/api/v1/cases/${filed.code}/messages`, { secret: filed.secret, reply });
  expect((await send(waiting, "Ngày 1 tháng 10.")).body).toMatchObject({ status: "submitted" });
  const said = await send(working, "Tôi bổ sung thêm.");
  expect(said.status).toBe(200);
  expect(said.body).toMatchObject({ status: "in_progress", messages: [{ kind: "reply", from: "submitter" }] });
  expect(said.body.acts).toContain("supplement");
  const empty = await send(working, "");
  expect(empty.status).toBe(422);
  expect(JSON.stringify(empty.body)).toContain("reply");
});
