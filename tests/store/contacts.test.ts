import { expect, test } from "vitest";
import { askForLink, askForLinkInput } from "../../app/commands/ask-for-link.ts";
import { changeName, changeNameInput, changeWish } from "../../app/commands/change-account.ts";
import { changeAddress, changeAddressInput } from "../../app/commands/change-address.ts";
import { eraseAccount } from "../../app/commands/erase-account.ts";
import { leaveAccount } from "../../app/commands/leave-account.ts";
import { useLink } from "../../app/commands/use-link.ts";
import type { Actor } from "../../app/domain/actor.ts";
import { deliverMail, type MailJob } from "../../app/jobs/deliver-mail.ts";
import { createTransport } from "../../app/jobs/mail-transport.ts";
import { tidyUp } from "../../app/jobs/tidy-up.ts";
import { verifyAudit } from "../../db/audit.ts";
import { findContactSession } from "../../db/contact-sessions.ts";
import { addressState, findContactByIndex, openAddress } from "../../db/contacts.ts";
import { followedBy } from "../../db/followed.ts";
import { insertFollower } from "../../db/followers.ts";
import { LINKS_A_DAY, MAILS_A_DAY, UNCONFIRMED_MAILS_A_DAY } from "../../db/mail-allowance.ts";
import { addressOfLink, readLink, tokenOfMail } from "../../db/mailed-links.ts";
import { addressIndex, caseOfAddress, casesOfAddress, openReporter } from "../../db/reporters.ts";
import { altered } from "../altered.ts";
import { openSmtp, type SmtpSink } from "../smtp.ts";
import { anonymous } from "./answers.ts";
import { caseIn, hire, mails, publishedIn } from "./journey.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const mine = "nguoi.gui@example.vn";
const MINUTES = 1 / (24 * 60);

const jobOf = (world: World, sink: Pick<SmtpSink, "url">): MailJob => ({
  store: world.store,
  transport: createTransport(sink.url),
  publicUrl: "https://portal.example",
  from: "Cầu Nối <no-reply@portal.example>",
  clock: world.now,
});

/** The token of the newest queued mail of a name, as the mail job would write it. */
async function tokenFor(world: World, mail: string): Promise<string> {
  const { outbox } = world.store.read.tables;
  const rows = await world.store.read.select().from(outbox).orderBy(outbox.id);
  const row = rows.findLast((one) => one.mail === mail);
  if (!row) throw new Error(`no mail ${mail} was queued`);
  return tokenOfMail(world.store.read, row.messageId);
}

const use = (world: World, token: string) => world.run(useLink, thePublic, { token });

/** Asks for a sign-in link and uses it; the account as an actor, and its session. */
async function signIn(world: World, email = mine): Promise<{ actor: Actor; sessionId: string }> {
  await world.run(askForLink, thePublic, askForLinkInput.parse({ email }));
  const { sessionId } = await use(world, await tokenFor(world, "sign-in-link"));
  const contact = await findContactByIndex(world.store.read, addressIndex(world.store.read, email));
  if (!contact || sessionId === null) throw new Error("nobody is signed in");
  return { actor: { kind: "contact", contactId: contact.id }, sessionId };
}

const codesOf = async (world: World, email: string): Promise<string[]> => {
  const index = addressIndex(world.store.read, email);
  return (await casesOfAddress(world.store.read, index, null, 50)).items.map(({ code }) => code);
};

test("the mail of receipt carries a link that programs may open and only its button spends", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  const { id } = await world.submit();
  expect(await addressState(world.store.read, id)).toBe("unconfirmed");
  await deliverMail(jobOf(world, sink));
  const [, token = ""] = /\/vi\/confirm\/([0-9a-f]{64})/.exec(sink.mails[0]?.text ?? "") ?? [];
  expect(sink.mails[0]?.html).toContain(token);
  for (let scanner = 0; scanner < 5; scanner += 1) {
    expect(await readLink(world.store.read, token, world.now())).toMatchObject({ purpose: "confirm", usedAt: null });
  }
  expect(await addressState(world.store.read, id)).toBe("unconfirmed");
  expect(await use(world, token)).toMatchObject({ purpose: "confirm", sessionId: null });
  expect(await addressState(world.store.read, id)).toBe("confirmed");
  await expect(use(world, token)).rejects.toMatchObject({ code: "link-expired" });
  expect(await readLink(world.store.read, token, world.now())).toBeNull();

  await world.submit();
  await deliverMail(jobOf(world, sink));
  expect(sink.mails[1]?.text).not.toContain("/confirm/");
});

test("a link that is too old, altered or of an address that has changed does nothing", async () => {
  await using world = await openWorld();
  await world.submit();
  await world.run(askForLink, thePublic, askForLinkInput.parse({ email: mine }));
  const token = await tokenFor(world, "sign-in-link");
  await expect(use(world, altered(token))).rejects.toMatchObject({ code: "link-expired" });
  world.tick(31 * MINUTES);
  await expect(use(world, token)).rejects.toMatchObject({ code: "link-expired" });
  const { contacts } = world.store.read.tables;
  expect(await world.store.read.select().from(contacts)).toEqual([]);
  await tidyUp(world.store, world.now());
  const { mailedLinks } = world.store.read.tables;
  expect(await world.store.read.select().from(mailedLinks)).toEqual([]);
});

test("of two buttons pressed at once one opens the account", async () => {
  await using world = await openWorld();
  await world.submit();
  await world.run(askForLink, thePublic, askForLinkInput.parse({ email: mine }));
  const token = await tokenFor(world, "sign-in-link");
  const results = await Promise.allSettled([use(world, token), use(world, token), use(world, token)]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("an unconfirmed address gets three mails a day however often somebody types it, a confirmed one twenty", async () => {
  await using world = await openWorld();
  await using sink = await openSmtp();
  for (let filed = 0; filed < 30; filed += 1) await world.submit();
  await deliverMail(jobOf(world, sink));
  expect(sink.mails).toHaveLength(UNCONFIRMED_MAILS_A_DAY);
  expect(UNCONFIRMED_MAILS_A_DAY).toBe(3);
  expect(sink.mails.every(({ text }) => !text?.includes("Cổng dịch vụ công báo lỗi"))).toBe(true);
  const [, token = ""] = /\/confirm\/([0-9a-f]{64})/.exec(sink.mails[0]?.text ?? "") ?? [];
  await use(world, token);
  world.tick(2);
  await deliverMail(jobOf(world, sink));
  expect(sink.mails).toHaveLength(UNCONFIRMED_MAILS_A_DAY + MAILS_A_DAY);
});

test("asking for a link tells nothing, writes only to known addresses and five times a day at most", async () => {
  await using world = await openWorld();
  await world.submit();
  const ask = (email: string) => world.run(askForLink, thePublic, askForLinkInput.parse({ email }));
  expect(await ask("ai.do@example.vn")).toEqual(await ask(mine));
  for (let times = 0; times < 10; times += 1) await ask("NGUOI.GUI@example.vn");
  const links = (await mails(world)).filter((mail) => mail === "sign-in-link link");
  expect(links).toHaveLength(LINKS_A_DAY);
  world.tick(1);
  await ask(mine);
  expect((await mails(world)).filter((mail) => mail === "sign-in-link link")).toHaveLength(LINKS_A_DAY + 1);
});

test("a sign-in link opens a session that ends idle, at night and by leaving; none of it is in the database", async () => {
  await using world = await openWorld();
  await world.submit();
  const { sessionId } = await signIn(world);
  const alive = () => findContactSession(world.store.read, sessionId, world.now());
  expect(await alive()).toMatchObject({ renew: false });
  const { contactSessions, mailedLinks, contacts } = world.store.read.tables;
  const rows = [
    ...(await world.store.read.select().from(contactSessions)),
    ...(await world.store.read.select().from(mailedLinks)),
    ...(await world.store.read.select().from(contacts)),
  ];
  for (const kept of [sessionId, mine, await tokenFor(world, "sign-in-link")]) {
    expect(JSON.stringify(rows)).not.toContain(kept);
  }
  world.tick(29 * MINUTES);
  expect(await alive()).toMatchObject({ renew: true });
  world.tick(2 * MINUTES);
  expect(await alive()).toBeNull();

  const again = await signIn(world);
  await world.run(leaveAccount, again.actor, { sessionId: again.sessionId });
  expect(await findContactSession(world.store.read, again.sessionId, world.now())).toBeNull();
});

test("an account gathers the cases of its address, page by page, and nobody else's", async () => {
  await using world = await openWorld();
  const codes: string[] = [];
  for (let filed = 0; filed < 5; filed += 1) codes.push((await world.submit()).code);
  const other = await world.submit("feedback", { answers: { email: "nguoi.khac@example.vn" } });
  await world.submit("feedback", { answers: anonymous });
  const index = addressIndex(world.store.read, mine);
  const first = await casesOfAddress(world.store.read, index, null, 3);
  const rest = await casesOfAddress(world.store.read, index, first.nextBefore, 3);
  expect([...first.items, ...rest.items].map(({ code }) => code)).toEqual(codes.toReversed());
  expect(rest.nextBefore).toBeNull();
  expect(await caseOfAddress(world.store.read, index, codes[0] ?? "")).not.toBeNull();
  expect(await caseOfAddress(world.store.read, index, other.code)).toBeNull();
});

test("who wants answers only is not written to at every step", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  await world.submit();
  const { actor } = await signIn(world);
  const sent = async () => {
    const before = (await mails(world)).length;
    await caseIn(world, people, "answered");
    return (await mails(world)).slice(before).filter((mail) => mail.endsWith(" reporter"));
  };
  const each = await sent();
  expect(each).toEqual(expect.arrayContaining(["assigned reporter", "accepted reporter", "answered reporter"]));
  await world.run(changeWish, actor, { wish: "answers", mailLang: "en" });
  expect(await sent()).toEqual(["received reporter", "answered reporter"]);
});

test("name and phone are corrected on every case, and what is left empty stays", async () => {
  await using world = await openWorld();
  const one = await world.submit();
  const two = await world.submit("proposal");
  const other = await world.submit("feedback", { answers: { email: "nguoi.khac@example.vn" } });
  const { actor } = await signIn(world);
  await world.run(changeName, actor, changeNameInput.parse({ name: "Trần Thị Tên Mới", phone: "" }));
  for (const { id } of [one, two]) {
    expect(await openReporter(world.store.read, id)).toMatchObject({ name: "Trần Thị Tên Mới", phone: "+84912345678" });
  }
  expect(await openReporter(world.store.read, other.id)).toMatchObject({ name: "Trần Thị Thử Nghiệm" });
  await world.run(changeName, actor, changeNameInput.parse({ name: "", phone: "0987654321" }));
  expect(await openReporter(world.store.read, one.id)).toMatchObject({
    name: "Trần Thị Tên Mới",
    phone: "+84987654321",
  });
  expect(changeNameInput.safeParse({ name: "", phone: "" }).error?.issues[0]).toMatchObject({ message: "empty" });
});

test("a new address takes over once the old one has agreed and the new one confirmed, in either order", async () => {
  await using world = await openWorld();
  for (const [turn, order] of [
    ["address-change-approval", "address-change"],
    ["address-change", "address-change-approval"],
  ].entries()) {
    const [from, to] = [`cu.${turn}@example.vn`, `moi.${turn}@example.vn`];
    const { code, id } = await world.submit("feedback", { answers: { email: from } });
    const { actor, sessionId } = await signIn(world, from);
    await world.run(changeAddress, actor, changeAddressInput.parse({ email: to }));
    const [first = "", second = ""] = order;
    expect(await use(world, await tokenFor(world, first))).toMatchObject({ moved: false });
    expect(await codesOf(world, from)).toEqual([code]);
    expect(await openReporter(world.store.read, id)).toMatchObject({ email: from });
    expect(await use(world, await tokenFor(world, second))).toMatchObject({ moved: true });
    expect(await codesOf(world, from)).toEqual([]);
    expect(await codesOf(world, to)).toEqual([code]);
    expect(await openReporter(world.store.read, id)).toMatchObject({ email: to, name: "Trần Thị Thử Nghiệm" });
    expect(await findContactSession(world.store.read, sessionId, world.now())).toBeNull();
    const contact = await findContactByIndex(world.store.read, addressIndex(world.store.read, to));
    expect(contact && openAddress(world.store.read, contact)).toBe(to);
    expect(await findContactByIndex(world.store.read, addressIndex(world.store.read, from))).toBeNull();
  }
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
});

test("links of a change go to the two addresses, a second change ends the first, and it lapses after a week", async () => {
  await using world = await openWorld();
  await world.submit();
  const { actor } = await signIn(world);
  const begin = (email: string) => world.run(changeAddress, actor, changeAddressInput.parse({ email }));
  await expect(begin(mine)).rejects.toMatchObject({ errors: { email: "same" } });
  await begin("mot@example.vn");
  const given = await tokenFor(world, "address-change");
  await begin("hai@example.vn");
  await expect(use(world, given)).rejects.toMatchObject({ code: "link-expired" });
  const targets = await Promise.all(
    ["address-change-approval", "address-change"].map(async (mail) => {
      const link = await readLink(world.store.read, await tokenFor(world, mail), world.now());
      return link && addressOfLink(world.store.read, link);
    }),
  );
  expect(targets).toEqual([mine, "hai@example.vn"]);
  await use(world, await tokenFor(world, "address-change"));
  world.tick(8);
  await expect(use(world, await tokenFor(world, "address-change-approval"))).rejects.toMatchObject({
    code: "link-expired",
  });
  expect(await codesOf(world, mine)).toHaveLength(1);
  await tidyUp(world.store, world.now());
  const { contactChanges } = world.store.read.tables;
  expect(await world.store.read.select().from(contactChanges)).toEqual([]);
});

test("moving to an address that has an account makes one account of two", async () => {
  await using world = await openWorld();
  const one = await world.submit();
  const two = await world.submit("feedback", { answers: { email: "thu.hai@example.vn" } });
  await signIn(world, "thu.hai@example.vn");
  const { actor } = await signIn(world);
  await world.run(changeAddress, actor, changeAddressInput.parse({ email: "thu.hai@example.vn" }));
  await use(world, await tokenFor(world, "address-change"));
  await use(world, await tokenFor(world, "address-change-approval"));
  expect(await codesOf(world, "thu.hai@example.vn")).toEqual([two.code, one.code]);
  expect(await findContactByIndex(world.store.read, addressIndex(world.store.read, mine))).toBeNull();
  await expect(world.run(changeWish, actor, { wish: "answers", mailLang: "vi" })).rejects.toMatchObject({
    code: "not-found",
  });
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
});

test("what an address follows is listed, moves with it and is erased with it", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const published = await publishedIn(world, people, "assigned");
  await world.submit();
  const voice = { code: "TD-7K3M-92QX", caseId: published.id, lang: "vi", sessionHash: "a session" } as const;
  await world.store.write((tx) =>
    insertFollower(tx, { ...voice, secret: "SECRET", email: "theo.doi@example.vn" }, world.now()),
  );
  const indexOf = (email: string) => addressIndex(world.store.read, email);
  const followed = async (email: string) =>
    (await followedBy(world.store.read, indexOf(email))).map(({ code }) => code);
  expect(await followed("theo.doi@example.vn")).toEqual([published.code]);
  const { actor } = await signIn(world, "theo.doi@example.vn");
  await world.run(changeAddress, actor, changeAddressInput.parse({ email: "moi@example.vn" }));
  await use(world, await tokenFor(world, "address-change"));
  await use(world, await tokenFor(world, "address-change-approval"));
  expect(await followed("theo.doi@example.vn")).toEqual([]);
  expect(await followed("moi@example.vn")).toEqual([published.code]);
  await world.run(eraseAccount, actor, {});
  expect(await followed("moi@example.vn")).toEqual([]);
  const { followers } = world.store.read.tables;
  expect(await world.store.read.select().from(followers)).toEqual([]);
});
