import { expect, test } from "vitest";
import { activateAccount } from "../../app/commands/activate-account.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { arbitrateCase } from "../../app/commands/arbitrate-case.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { closeCase } from "../../app/commands/close-case.ts";
import { decideIdentity } from "../../app/commands/decide-identity.ts";
import { declineCase } from "../../app/commands/decline-case.ts";
import { invitePerson, inviteInput } from "../../app/commands/invite-person.ts";
import { lapseQuestion } from "../../app/commands/lapse-question.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { proposeInput, proposePublication } from "../../app/commands/propose-publication.ts";
import { publishCase } from "../../app/commands/publish-case.ts";
import { refuseCase } from "../../app/commands/refuse-case.ts";
import { replyToQuestion } from "../../app/commands/reply-to-question.ts";
import { requestIdentity } from "../../app/commands/request-identity.ts";
import { retryMail } from "../../app/commands/retry-mail.ts";
import { returnAnswer } from "../../app/commands/return-answer.ts";
import { answerInput, submitAnswer } from "../../app/commands/submit-answer.ts";
import { supplementCase } from "../../app/commands/supplement-case.ts";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import { languages } from "../../app/domain/case-kind.ts";
import { deliverMail, type MailJob } from "../../app/jobs/deliver-mail.ts";
import { createTransport, type MailTransport } from "../../app/jobs/mail-transport.ts";
import { actorContext } from "../../app/http/context.ts";
import { loader as outboxPage } from "../../app/routes/office/outbox.tsx";
import { ensureContact } from "../../db/contacts.ts";
import { UNCONFIRMED_MAILS_A_DAY } from "../../db/mail-allowance.ts";
import { listRequests } from "../../db/identity-requests.ts";
import { countOutbox, enqueueMail, listOutbox, type OutboxRow } from "../../db/outbox.ts";
import { findStaff } from "../../db/staff.ts";
import { openStore } from "../../db/store.server.ts";
import { mails, renderMail } from "../../emails/list.ts";
import { openSmtp, type SmtpSink } from "../smtp.ts";
import { anonymous, outcomeOf } from "./answers.ts";
import { testKeys } from "./databases.ts";
import { visit } from "./office-client.ts";
import { keyFor, openOpen311 } from "./open311-client.ts";
import { openWorld, thePublic, theSystem, type World } from "./world.ts";

const publicUrl = "https://portal.example.vn";
const MINUTES = 1 / (24 * 60);

/** The mail job of a world, sending to a server. */
function jobOf(world: World, sink: Pick<SmtpSink, "url">, changes: Partial<MailJob> = {}): MailJob {
  const from = "Cầu Nối <no-reply@portal.example.vn>";
  return { store: world.store, transport: createTransport(sink.url), publicUrl, from, clock: world.now, ...changes };
}

const outboxOf = (world: World): Promise<OutboxRow[]> => {
  const { outbox } = world.store.read.tables;
  return world.store.read.select().from(outbox).orderBy(outbox.id);
};

const person = { mail: "case-for-agency", lang: "vi", recipient: "staff" } as const;
const params = { code: "PA-7K3M-92QX", dueOn: "2026-12-04", agencyVi: "Bộ Thử nghiệm", agencyEn: "Ministry of Tests" };

test("a mail queued in a transaction that is rolled back does not exist", async () => {
  await using world = await openWorld();
  const officer = await world.staff("officer");
  const failing = world.store.write(async (tx) => {
    await enqueueMail(tx, { ...person, recipientId: officer.staffId, params }, world.now());
    throw new Error("the act failed");
  });
  await expect(failing).rejects.toThrow("the act failed");
  expect(await outboxOf(world)).toEqual([]);
});

test("who was sent for by another system is told to confirm the address, and of no secret", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  const sent = await openOpen311(world).post("requests", {
    api_key: await keyFor(world),
    service_code: "feedback-procedures",
    lat: "21.0285",
    long: "105.8542",
    description: "Cổng dịch vụ công báo lỗi khi nộp hồ sơ, đã thử ba lần.",
    first_name: "An",
    email: "an.thu@example.vn",
  });
  expect(sent.status).toBeLessThan(300);
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 1, failed: 0, stuck: 0 });
  const text = sink.mails[0]?.text ?? "";
  expect(text).toContain(`${publicUrl}/vi/confirm/`);
  expect(text).toContain(`${publicUrl}/vi/me`);
  expect(text).not.toContain("chỉ hiện một lần");
  expect(text).not.toContain("giữ lại mã hồ sơ và Khóa tra cứu");
});

test("the outbox says of a receipt, and of nothing else, that its link is added when it is sent", async () => {
  await using world = await openWorld();
  const officer = await world.staff("officer");
  const admin = await world.staff("admin");
  await world.submit("feedback");
  await world.store.write((tx) => enqueueMail(tx, { ...person, recipientId: officer.staffId, params }, world.now()));
  const args = visit(world, { path: "/office/outbox?state=queued" });
  args.context.set(actorContext, admin);
  const shown = async () => {
    const { mails: previews } = await outboxPage({ ...args, pattern: "/office/outbox" } as Parameters<
      typeof outboxPage
    >[0]);
    return previews.map(({ mail, text }) => [mail, text?.linkLater]).sort();
  };
  expect(await shown()).toEqual([
    ["case-for-agency", false],
    ["received", true],
  ]);
  await world.store.write((tx) => ensureContact(tx, "nguoi.gui@example.vn", "vi", world.now()));
  expect(await shown()).toEqual([
    ["case-for-agency", false],
    ["received", false],
  ]);
});

test("the submitter gets a mail with the code and nothing that is secret, personal or of the case", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  const filed = await world.submit("feedback", { answers: { content: "Nội dung kín của hồ sơ này là XYZZY." } });
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 1, failed: 0, stuck: 0 });
  const [mail] = sink.mails;
  const [row] = await outboxOf(world);
  expect(mail?.envelope).toEqual({ from: "no-reply@portal.example.vn", to: ["nguoi.gui@example.vn"] });
  expect(mail?.from).toMatchObject({ name: "Cầu Nối", address: "no-reply@portal.example.vn" });
  expect(mail?.messageId).toBe(`<${row?.messageId}@portal.example.vn>`);
  expect(mail?.header("auto-submitted")).toBe("auto-generated");
  expect(mail?.header("x-auto-response-suppress")).toBe("All");
  expect(mail?.header("content-language")).toBe("vi");
  expect(mail?.attachments).toEqual([]);
  expect(mail?.subject).toContain(filed.code);
  for (const part of [mail?.text, mail?.html, mail?.raw]) {
    for (const kept of [
      filed.secret,
      filed.secret.replaceAll("-", ""),
      "Thử Nghiệm",
      "912345678",
      "912 345 678",
      "XYZZY",
      "<script",
    ]) {
      expect(part).not.toContain(kept);
    }
  }
  expect(mail?.text).toContain(filed.code);
  expect(row).toMatchObject({ state: "sent", attempts: 1, leaseUntil: null, sentAt: world.now() });
});

test("every mail of a long life can be written in both languages", async () => {
  await using world = await openWorld();
  const triage = await world.staff("triage");
  const officer = await world.staff("officer");
  const leader = await world.staff("leader");
  const editor = await world.staff("editor");
  const agencyId = officer.agencyId;
  const reason = "Lý do viết cho phép thử này.";
  const ground = "Điều 5 Nghị định 13/2023/NĐ-CP";
  const answer = answerInput.omit({ code: true, version: true }).parse({
    body: "Câu trả lời đủ dài cho phép thử.",
    outcome: outcomeOf("explained"),
  });

  const custodian = await world.staff("custodian");
  const { code, submitter } = await world.submit("proposal", { answers: { hideIdentity: "yes" } });
  for (const decision of ["refuse", "grant"] as const) {
    await world.run(requestIdentity, triage, { code, reason });
    const { items } = await listRequests(world.store.read, custodian, { open: true, after: null });
    await world.run(decideIdentity, custodian, { requestId: items[0]?.id ?? 0, decision, reason });
  }
  await world.run(assignCase, triage, { code, agencyId });
  await world.run(supplementCase, submitter, { code, message: "Bổ sung." });
  await world.run(refuseCase, officer, { code, reason, ground, competentBody: "Bộ Thử nghiệm" });
  // Back to a body that has refused: the arbiter decides.
  await world.run(assignCase, triage, { code, agencyId });
  await world.run(arbitrateCase, await world.staff("arbiter"), { code, agencyId, reason });
  await world.run(acceptCase, officer, { code });
  await world.run(askSubmitter, officer, { code, question: "Câu hỏi của phép thử?" });
  await world.run(replyToQuestion, submitter, { code, reply: "Trả lời." });
  await world.run(askSubmitter, officer, { code, question: "Câu hỏi thứ hai?" });
  world.tick(30);
  await world.run(lapseQuestion, theSystem, { code });
  await world.run(submitAnswer, officer, { code, ...answer });
  await world.run(returnAnswer, leader, { code, reason });
  await world.run(submitAnswer, officer, { code, ...answer });
  await world.run(approveAnswer, leader, { code });
  const texts = { titleVi: "Tiêu đề thử", titleEn: "A test title", questionVi: reason, questionEn: "A test question." };
  const answers = { answerVi: answer.body, answerEn: "A test answer." };
  const outcomes = { outcomeVi: answer.outcome, outcomeEn: answer.outcome };
  await world.run(proposePublication, editor, proposeInput.parse({ code, ...texts, ...answers, ...outcomes }));
  await world.run(publishCase, await world.staff("editor"), { code });
  world.tick(40);
  await world.run(closeCase, theSystem, { code });
  const [declined, merged, withdrawn] = [await world.submit(), await world.submit(), await world.submit()];
  const lead = await world.submit();
  await world.run(declineCase, triage, { code: declined.code, reasonCode: "complaint", reason });
  await world.run(mergeCase, triage, { code: merged.code, leadCode: lead.code });
  await world.run(withdrawCase, withdrawn.submitter, { code: withdrawn.code });

  const queued = await outboxOf(world);
  const seen = new Set(queued.map((row) => row.mail));
  expect(seen.size).toBeGreaterThan(20);
  for (const name of seen) expect(Object.keys(mails)).toContain(name);
  for (const row of queued) {
    for (const lang of languages) expect(renderMail(row.mail, lang, row.params, publicUrl).text).toContain("/");
  }
});

test("two workers at once send each mail once", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  const officer = await world.staff("officer");
  await world.store.write(async (tx) => {
    for (let count = 0; count < 24; count += 1) {
      await enqueueMail(tx, { ...person, recipientId: officer.staffId, params }, world.now());
    }
  });
  const other = await openStore(world.database.url, testKeys());
  const passes = await Promise.all([
    deliverMail(jobOf(world, sink)),
    deliverMail(jobOf(world, sink, { store: other })),
  ]);
  const last = await deliverMail(jobOf(world, sink));
  await other.close();
  const ids = sink.mails.map((mail) => mail.messageId);
  expect(ids).toHaveLength(24);
  expect(new Set(ids).size).toBe(24);
  expect(passes.reduce((sum, pass) => sum + pass.sent, last.sent)).toBe(24);
});

test("while the server is down a mail waits ever longer, and then goes with the same Message-ID", async () => {
  await using world = await openWorld();
  const down = await openSmtp();
  await down.close();
  await world.submit();
  const [first] = await outboxOf(world);
  expect(await deliverMail(jobOf(world, down))).toMatchObject({ sent: 0, failed: 1 });
  const [once] = await outboxOf(world);
  expect(once).toMatchObject({ state: "queued", attempts: 1, leaseUntil: null, lastError: "ESOCKET" });
  expect(minutesUntil(world, once)).toBeGreaterThan(0.7);
  expect(minutesUntil(world, once)).toBeLessThanOrEqual(1);
  expect(await deliverMail(jobOf(world, down))).toMatchObject({ sent: 0, failed: 0 });
  world.tick(1 * MINUTES);
  await deliverMail(jobOf(world, down));
  const [twice] = await outboxOf(world);
  expect(twice?.attempts).toBe(2);
  expect(minutesUntil(world, twice)).toBeGreaterThan(3.7);
  expect(minutesUntil(world, twice)).toBeLessThanOrEqual(5);

  await using back = await openSmtp({ port: down.port });
  world.tick(5 * MINUTES);
  expect(await deliverMail(jobOf(world, back))).toMatchObject({ sent: 1 });
  expect(back.mails.map((mail) => mail.messageId)).toEqual([`<${first?.messageId}@portal.example.vn>`]);
});

test("after 72 hours without a server a mail waits for a person", async () => {
  await using world = await openWorld();
  const down = await openSmtp();
  await down.close();
  await world.submit();
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await deliverMail(jobOf(world, down));
    world.tick(1);
  }
  expect(await outboxOf(world)).toMatchObject([{ state: "queued", attempts: 4 }]);
  expect(await deliverMail(jobOf(world, down))).toMatchObject({ stuck: 1 });
  expect(await outboxOf(world)).toMatchObject([{ state: "stuck", attempts: 5 }]);
});

test("a final refusal stops a mail at once, shows its reply code only, and an administrator can retry", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  const admin = await world.staff("admin");
  await world.submit();
  sink.refuse((address) => ({ code: 550, words: `5.1.1 ${address} is unknown` }));
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 0, stuck: 1 });
  const { items } = await listOutbox(world.store.read, admin, { state: "stuck" });
  expect(items).toMatchObject([{ mail: "received", lastError: "550", attempts: 1 }]);
  expect(JSON.stringify(await outboxOf(world))).not.toContain("nguoi.gui");

  sink.refuse(() => null);
  await world.run(retryMail, admin, { id: items[0]?.id ?? 0 });
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 1 });
  expect(await countOutbox(world.store.read, theSystem)).toEqual({ queued: 0, sent: 1, stuck: 0, "no-address": 0 });
});

test("a refusal for now is tried again", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  await world.submit();
  sink.refuse(() => ({ code: 451, words: "4.7.1 greylisted" }));
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ failed: 1 });
  expect(await outboxOf(world)).toMatchObject([{ state: "queued", attempts: 1, lastError: "451" }]);
});

test("a refusal of our own sign-in or sender stops no mail for good", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp({
    server: { onMailFrom: (_from, _session, done) => done(Object.assign(new Error("no"), { responseCode: 550 })) },
  });
  await world.submit();
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ failed: 1, stuck: 0 });
  expect(await outboxOf(world)).toMatchObject([{ state: "queued", lastError: "550" }]);
});

test("a worker that dies between sending and noting it makes a second copy with the same Message-ID, and no third", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  await world.submit();
  const job = jobOf(world, sink);
  let died = false;
  const store: MailJob["store"] = {
    ...world.store,
    write: (work) => {
      if (sink.mails.length === 0) return world.store.write(work);
      died = true;
      return Promise.reject(new Error("killed"));
    },
  };
  await expect(deliverMail({ ...job, store })).rejects.toThrow("killed");
  expect(died).toBe(true);
  expect(await deliverMail(job)).toMatchObject({ sent: 0 });
  world.tick(5 * MINUTES);
  expect(await deliverMail(job)).toMatchObject({ sent: 1 });
  world.tick(5 * MINUTES);
  expect(await deliverMail(job)).toMatchObject({ sent: 0 });
  expect(sink.mails).toHaveLength(2);
  expect(new Set(sink.mails.map((mail) => mail.messageId)).size).toBe(1);
});

test("a connection lost after the text was taken makes a second copy with the same Message-ID", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  await world.submit();
  const good = createTransport(sink.url);
  const lossy: MailTransport = {
    ...good,
    send: async (mail) => {
      await good.send(mail);
      throw Object.assign(new Error("Connection closed unexpectedly"), { code: "ECONNECTION" });
    },
  };
  expect(await deliverMail(jobOf(world, sink, { transport: lossy }))).toMatchObject({ failed: 1 });
  world.tick(1 * MINUTES);
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 1 });
  expect(sink.mails).toHaveLength(2);
  expect(new Set(sink.mails.map((mail) => mail.messageId)).size).toBe(1);
});

test("without a mail server mails stay queued and untouched", async () => {
  await using world = await openWorld();
  await world.submit();
  const before = await outboxOf(world);
  expect(await deliverMail(jobOf(world, { url: "smtp://127.0.0.1" }, { transport: null }))).toMatchObject({ sent: 0 });
  expect(await outboxOf(world)).toEqual(before);
});

test("without an address there is no mail, and nobody who left gets one", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  const officer = await world.staff("officer");
  await world.submit("feedback", { answers: anonymous });
  await world.submit("feedback", { answers: { email: "" } });
  await world.store.write(async (tx) => {
    const { staff } = tx.tables;
    await tx.update(staff).set({ disabledAt: world.now() });
    await enqueueMail(tx, { ...person, recipientId: officer.staffId, params }, world.now());
  });
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 0, noAddress: 2 });
  expect(sink.mails).toEqual([]);
  expect((await outboxOf(world)).map((row) => row.state)).toEqual(["no-address", "no-address"]);
});

test.each([
  "one@example.vn, two@example.vn",
  "one@example.vn;two@example.vn",
  "one@example.vn\r\nBcc: two@example.vn",
  '"one@example.vn two"@example.vn',
  "one@localhost",
])("an address like %j reaches nobody", async (address) => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  const officer = await world.staff("officer");
  await world.store.write(async (tx) => {
    await tx.update(tx.tables.staff).set({ email: address });
    await enqueueMail(tx, { ...person, recipientId: officer.staffId, params }, world.now());
  });
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 0, stuck: 1 });
  expect(await outboxOf(world)).toMatchObject([{ state: "stuck", lastError: "ADDRESS" }]);
  expect(sink.mails).toEqual([]);
});

test("a mail that cannot be written waits for a person and holds up no other", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  const officer = await world.staff("officer");
  await world.store.write(async (tx) => {
    for (const mail of ["no-such-mail", "case-for-agency"]) {
      await enqueueMail(tx, { ...person, mail, recipientId: officer.staffId, params }, world.now());
    }
  });
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 1, stuck: 1 });
  expect((await outboxOf(world)).map((row) => row.lastError)).toEqual(["TEMPLATE", null]);
});

test("one address gets a bounded number of mails a day, and the others the day after", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  for (let count = 0; count < UNCONFIRMED_MAILS_A_DAY + 3; count += 1) await world.submit();
  await world.submit("feedback", { answers: { email: "nguoi.khac@example.vn" } });
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({
    sent: UNCONFIRMED_MAILS_A_DAY + 1,
    postponed: 3,
    stuck: 0,
  });
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 0, postponed: 0 });
  world.tick(1);
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 3 });
  const { counters } = world.store.read.tables;
  const kept = await world.store.read.select().from(counters);
  expect(JSON.stringify(kept)).not.toContain("2026-10-05");
});

test("what an officer has decided reaches an unconfirmed address whatever has gone there that day", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  const { code } = await world.submit();
  for (let count = 0; count < UNCONFIRMED_MAILS_A_DAY; count += 1) await world.submit();
  await world.run(askSubmitter, await world.staff("triage"), { code, question: "Ông/bà cho biết tên thôn?" });
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: UNCONFIRMED_MAILS_A_DAY, postponed: 1 });
  world.tick(2 * MINUTES);
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 1, postponed: 0 });
  expect(sink.mails.at(-1)?.text).toContain(code);
});

test("attempts that fail use up no allowance", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  for (let count = 0; count < UNCONFIRMED_MAILS_A_DAY; count += 1) await world.submit();
  sink.refuse(() => ({ code: 451, words: "later" }));
  for (let pass = 0; pass < 6; pass += 1) await deliverMail(jobOf(world, sink));
  sink.refuse(() => null);
  world.tick(1 * MINUTES);
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: UNCONFIRMED_MAILS_A_DAY, postponed: 0 });
});

test("an invitation holds a one-time link that lies nowhere in the database", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  const staffId = await invite(world);
  sink.refuse(() => ({ code: 451, words: "later" }));
  await deliverMail(jobOf(world, sink));
  const first = await findStaff(world.store.read, staffId);
  world.tick(1 * MINUTES);
  sink.refuse(() => null);
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 1 });
  const row = await findStaff(world.store.read, staffId);
  const token = tokenIn(sink.mails[0]?.text);
  expect(token).toMatch(/^[0-9a-f]{64}$/);
  expect(row?.activationHash).toBe(testKeys().hash("token", token));
  expect(row?.activationHash).toBe(first?.activationHash);
  expect(row?.activationExpiresAt).toEqual(new Date(world.now().getTime() + 72 * 3600 * 1000));
  expect(JSON.stringify([await outboxOf(world), row])).not.toContain(token);
});

test("a link that was spent is not opened again by a second copy of its mail", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  const staffId = await invite(world);
  await deliverMail(jobOf(world, sink));
  await world.run(activateAccount, thePublic, { token: tokenIn(sink.mails[0]?.text), passwordHash: "a hash" });
  await world.store.write((tx) => tx.update(tx.tables.outbox).set({ state: "queued" }).returning());
  expect(await deliverMail(jobOf(world, sink))).toMatchObject({ sent: 0, stuck: 1 });
  expect((await findStaff(world.store.read, staffId))?.activationHash).toBeNull();
  expect(await outboxOf(world)).toMatchObject([{ state: "stuck", lastError: "LINK_SPENT" }]);
});

test("the outbox is listed in pages by state, for administrators alone", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  for (let count = 0; count < 5; count += 1) {
    await world.submit();
    world.tick(count < 3 ? 0 : 1);
  }
  const first = await listOutbox(world.store.read, admin, { state: "queued" }, 2);
  const second = await listOutbox(world.store.read, admin, { state: "queued", cursor: first.nextCursor }, 2);
  const third = await listOutbox(world.store.read, admin, { state: "queued", cursor: second.nextCursor }, 2);
  const ids = [first, second, third].flatMap((page) => page.items.map((item) => item.id));
  expect(ids).toEqual((await outboxOf(world)).map((row) => row.id).reverse());
  expect(third.nextCursor).toBeNull();
  expect((await listOutbox(world.store.read, admin, { state: "stuck" })).items).toEqual([]);
  expect(await countOutbox(world.store.read, theSystem, 3)).toMatchObject({ queued: 3, sent: 0 });
  const triage = await world.staff("triage");
  await expect(listOutbox(world.store.read, triage, { state: "queued" })).rejects.toThrow("forbidden");
});

test("only an administrator retries, and never what was sent", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  const [admin, triage] = [await world.staff("admin"), await world.staff("triage")];
  await world.submit();
  const [row] = await outboxOf(world);
  const id = row?.id ?? 0;
  await expect(world.run(retryMail, triage, { id })).rejects.toThrow("forbidden");
  await expect(world.run(retryMail, theSystem, { id })).rejects.toThrow("forbidden");
  await expect(world.run(retryMail, admin, { id: id + 1 })).rejects.toThrow("not-found");
  await deliverMail(jobOf(world, sink));
  await expect(world.run(retryMail, admin, { id })).rejects.toThrow("wrong-state");
});

test("outside this machine no mail is handed over without a checked certificate", async () => {
  await using world = await openWorld();
  await using plain = await openSmtp();
  await using selfSigned = await openSmtp({ server: { disabledCommands: ["AUTH"] } });
  await world.submit();
  for (const sink of [plain, selfSigned]) {
    const transport = createTransport(sink.url, { requireTLS: true, ignoreTLS: false });
    expect(await deliverMail(jobOf(world, sink, { transport }))).toMatchObject({ sent: 0, failed: 1 });
    expect(sink.mails).toEqual([]);
    world.tick(5 * MINUTES);
  }
  expect(await deliverMail(jobOf(world, plain))).toMatchObject({ sent: 1 });
});

/** Has the administrator invite a person by mail; returns the new account's id. */
async function invite(world: World): Promise<number> {
  const admin = await world.staff("admin");
  const { agencyId } = admin;
  const input = inviteInput.parse({ email: "can.bo@example.vn", name: "Cán bộ Được Mời", role: "triage", agencyId });
  const { row } = await world.run(invitePerson, admin, input);
  return row.id;
}

const tokenIn = (text = ""): string => /\/office\/activate\?token=(\S+)/.exec(text)?.[1] ?? "";

function minutesUntil(world: World, row: OutboxRow | undefined): number {
  return ((row?.notBefore.getTime() ?? 0) - world.now().getTime()) / 60_000;
}
