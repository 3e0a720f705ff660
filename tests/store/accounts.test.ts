import { expect, test } from "vitest";
import { activateAccount } from "../../app/commands/activate-account.ts";
import { changePassword } from "../../app/commands/change-password.ts";
import { changePerson, type PersonChange } from "../../app/commands/change-person.ts";
import { createToken } from "../../app/commands/create-token.ts";
import { invitePerson } from "../../app/commands/invite-person.ts";
import { saveAgency } from "../../app/commands/save-agency.ts";
import { signIn } from "../../app/commands/sign-in.ts";
import { signOut } from "../../app/commands/sign-out.ts";
import { roles, type StaffActor } from "../../app/domain/actor.ts";
import { localDate } from "../../app/domain/calendar.ts";
import { hashPassword } from "../../app/http/password.ts";
import { action as signInPage } from "../../app/routes/office/sign-in.tsx";
import { inviteFirstAdministrator } from "../../cli/first-administrator.ts";
import { verifyAudit } from "../../db/audit.ts";
import { actorByToken } from "../../db/api-tokens.ts";
import { findSession, insertSession, listSessions } from "../../db/sessions.ts";
import { findByActivation, findStaff, findStaffByEmail, hasStaff, listStaff, type StaffRow } from "../../db/staff.ts";
import { portalContext } from "../../app/http/context.ts";
import { throughGate, visit } from "./office-client.ts";
import { makeSpentWork } from "../../app/http/proof-of-work.ts";
import { openWorld, thePublic, theSystem, type World } from "./world.ts";

const MINUTE = 1 / (24 * 60);
const HOUR = 1 / 24;
const HASH = "a hash that opens nothing";

const person = { email: "moi@example.vn", name: "Người Mới Thử", role: "officer", lang: "vi", byMail: true } as const;

const open = (world: World, staff: { staffId: number }) =>
  world.store.write((tx) => insertSession(tx, staff.staffId, world.now()));
const alive = async (world: World, session: string) =>
  (await findSession(world.store.read, session, world.now())) !== null;
const rowOf = async (world: World, staffId: number): Promise<StaffRow> => {
  const row = await findStaff(world.store.read, staffId);
  if (!row) throw new Error("there is no such person");
  return row;
};
const invite = async (world: World, admin: StaffActor, more: Partial<typeof person> = {}) =>
  world.run(invitePerson, admin, { ...person, ...more, agencyId: admin.agencyId });
const change = async (world: World, admin: StaffActor, staffId: number, what: Exclude<PersonChange, "place">) => {
  const { version } = await rowOf(world, staffId);
  return world.run(changePerson, admin, { change: what, staffId, version });
};

// Sessions

test("signing in gives a new session and ends the one the browser came with", async () => {
  await using world = await openWorld();
  const officer = await world.staff("officer");
  const planted = await open(world, await world.staff("editor"));
  const input = { staffId: officer.staffId, passwordHash: HASH, previous: planted };
  const session = await world.run(signIn, thePublic, input);
  expect(session).toMatch(/^[\w-]{43}$/);
  expect(session).not.toBe(planted);
  expect(await alive(world, planted)).toBe(false);
  expect((await findSession(world.store.read, session, world.now()))?.staff.id).toBe(officer.staffId);
});

test("no session opens for a password that was changed meanwhile, nor for a disabled account", async () => {
  await using world = await openWorld();
  const { staffId } = await world.staff("officer");
  const wrong = world.run(signIn, thePublic, { staffId, passwordHash: "an older hash", previous: null });
  await expect(wrong).rejects.toMatchObject({ code: "forbidden" });
  await change(world, await world.staff("admin"), staffId, "disable");
  const disabled = world.run(signIn, thePublic, { staffId, passwordHash: HASH, previous: null });
  await expect(disabled).rejects.toMatchObject({ code: "forbidden" });
});

test("a session ends after thirty minutes without a request", async () => {
  await using world = await openWorld();
  const session = await open(world, await world.staff("officer"));
  world.tick(29 * MINUTE);
  expect(await throughGate(world, { session })).toBe("officer");
  world.tick(29 * MINUTE);
  expect(await throughGate(world, { session })).toBe("officer");
  world.tick(30 * MINUTE);
  expect(await throughGate(world, { session })).toBe("/office/sign-in?next=%2Foffice&ended=1");
});

test("a session ends twelve hours after sign-in, however busy", async () => {
  await using world = await openWorld();
  const session = await open(world, await world.staff("officer"));
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    world.tick(20 * MINUTE);
    expect(await throughGate(world, { session })).toBe("officer");
  }
  world.tick(20 * MINUTE);
  expect(await throughGate(world, { session })).toContain("/office/sign-in");
});

test("rights are read at each request: a new role holds at once, a disabled account is out at once", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const { staffId, agencyId, name } = await world.staff("officer");
  const session = await open(world, { staffId });
  const { version } = await rowOf(world, staffId);
  await world.run(changePerson, admin, { change: "place", staffId, version, name, role: "leader", agencyId });
  expect(await throughGate(world, { session })).toBe("leader");
  await world.store.write((tx) => tx.update(tx.tables.staff).set({ disabledAt: world.now() }).returning());
  expect(await throughGate(world, { session })).toContain("/office/sign-in");
});

test.each([null, "", "x".repeat(43), "../../x", "%E0%A4%A"])(
  "the gate lets nobody in with the session %j",
  async (session) => {
    await using world = await openWorld();
    expect(await throughGate(world, { session, path: "/office/cases/PA-7K3M-92QX?view=new" })).toContain(
      "/office/sign-in?next=%2Foffice%2Fcases%2FPA-7K3M-92QX%3Fview%3Dnew",
    );
  },
);

test("signing out ends this session, or all the others of the same person and of nobody else", async () => {
  await using world = await openWorld();
  const officer = await world.staff("officer");
  const colleague = await world.staff("officer");
  const [own, second, third, foreign] = [
    await open(world, officer),
    await open(world, officer),
    await open(world, officer),
    await open(world, colleague),
  ];
  await world.run(signOut, officer, { session: third });
  expect(await alive(world, third)).toBe(false);
  const keep = (await findSession(world.store.read, own, world.now()))?.session.idHash ?? "";
  await world.run(signOut, officer, { session: own, others: { staffId: officer.staffId, keep } });
  expect([await alive(world, own), await alive(world, second), await alive(world, foreign)]).toEqual([
    true,
    false,
    true,
  ]);
  await world.run(signOut, officer, { session: own, others: { staffId: colleague.staffId, keep } });
  expect(await alive(world, foreign)).toBe(true);
});

test("a changed password ends every other session", async () => {
  await using world = await openWorld();
  const officer = await world.staff("officer");
  const [own, other] = [await open(world, officer), await open(world, officer)];
  const keepSession = (await findSession(world.store.read, own, world.now()))?.session.idHash ?? "";
  await world.run(changePassword, officer, { currentHash: HASH, passwordHash: "another hash", keepSession });
  expect([await alive(world, own), await alive(world, other)]).toEqual([true, false]);
  const again = world.run(changePassword, officer, { currentHash: HASH, passwordHash: "a third hash", keepSession });
  await expect(again).rejects.toMatchObject({ code: "stale" });
  expect(await listSessions(world.store.read, officer.staffId, world.now())).toHaveLength(1);
});

test("neither a session nor a one-time link nor a token lies in the database as it is sent", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const session = await open(world, admin);
  const { token } = await invite(world, admin);
  const api = await world.run(createToken, theSystem, { email: admin.row.email, scope: "staff" });
  const tables = world.store.read.tables;
  const stored = await Promise.all(
    [tables.sessions, tables.staff, tables.apiTokens, tables.outbox, tables.events].map((table) =>
      world.store.read.select().from(table),
    ),
  );
  for (const secret of [session, token, api]) expect(JSON.stringify(stored)).not.toContain(secret);
});

// The sign-in page

async function answerTo(world: World, email: string, password: string) {
  const args = visit(world, { path: "/office/sign-in", form: { email, password } });
  const answer = await signInPage({ ...args, pattern: "/office/sign-in" } as Parameters<typeof signInPage>[0]);
  if (answer instanceof Response)
    return { status: answer.status, to: answer.headers.get("Location"), cookie: answer.headers.get("Set-Cookie") };
  return { status: answer.init?.status, errors: answer.data.errors };
}

test("an unknown account, a wrong password, a disabled and a new account all get the same answer", async () => {
  await using world = await openWorld();
  const passwordHash = await hashPassword("mèo ngủ trên mái hiên");
  const [known, disabled] = [await world.staff("officer"), await world.staff("editor")];
  await world.store.write((tx) => tx.update(tx.tables.staff).set({ passwordHash }).returning());
  const admin = await world.staff("admin");
  await change(world, admin, disabled.staffId, "disable");
  await invite(world, admin);
  const refused = { status: 422, errors: { email: "wrong" } };
  expect(await answerTo(world, "khong.co@example.vn", "mèo ngủ trên mái hiên")).toEqual(refused);
  expect(await answerTo(world, known.row.email, "mèo ngủ trên mái nhà")).toEqual(refused);
  expect(await answerTo(world, disabled.row.email, "mèo ngủ trên mái hiên")).toEqual(refused);
  expect(await answerTo(world, person.email, "mèo ngủ trên mái hiên")).toEqual(refused);
  expect(await answerTo(world, "no address\u0000", "mèo ngủ trên mái hiên")).toEqual(refused);
  expect(await answerTo(world, ` ${known.row.email.toUpperCase()}`, "mèo ngủ trên mái hiên")).toMatchObject({
    status: 303,
    to: "/office",
    cookie: expect.stringMatching(/^__Host-office=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/),
  });
});

test("many attempts from one source are slowed down, and no account is locked by them", async () => {
  await using world = await openWorld();
  const passwordHash = await hashPassword("mèo ngủ trên mái hiên");
  const { row } = await world.staff("officer");
  await world.store.write((tx) => tx.update(tx.tables.staff).set({ passwordHash }).returning());
  const taken: string[] = [];
  const limiter = {
    take: (what: string, source: string) => {
      taken.push(`${what} ${source}`);
      return what === "sign-in" ? 7 : 0;
    },
    load: () => 0,
    sourceOf: (address: string) => `hash of ${address}`,
    spentWork: makeSpentWork(),
  };
  const args = visit(world, { form: { email: row.email, password: "mèo ngủ trên mái hiên" } }, { limiter });
  const answer = await signInPage({ ...args } as Parameters<typeof signInPage>[0]);
  expect(answer).toMatchObject({
    data: { errors: { email: "too-often" } },
    init: { status: 429, headers: { "Retry-After": "7" } },
  });
  expect(taken).toEqual(["sign-in a source", `account hash of ${row.email}`]);
  expect(await answerTo(world, row.email, "mèo ngủ trên mái hiên")).toMatchObject({ status: 303 });
});

// Activation

test("a one-time link sets a password once", async () => {
  await using world = await openWorld();
  const { row, token } = await invite(world, await world.staff("admin"));
  expect(row.passwordHash).toBeNull();
  await world.run(activateAccount, thePublic, { token, passwordHash: "first" });
  expect((await rowOf(world, row.id)).passwordHash).toBe("first");
  const again = world.run(activateAccount, thePublic, { token, passwordHash: "second" });
  await expect(again).rejects.toMatchObject({ code: "link-expired" });
  expect((await rowOf(world, row.id)).passwordHash).toBe("first");
});

test("a one-time link works for 72 hours", async () => {
  await using world = await openWorld();
  const { token } = await invite(world, await world.staff("admin"));
  world.tick(72 * HOUR - MINUTE);
  expect(await findByActivation(world.store.read, token, world.now())).not.toBeNull();
  world.tick(MINUTE);
  expect(await findByActivation(world.store.read, token, world.now())).toBeNull();
  const late = world.run(activateAccount, thePublic, { token, passwordHash: "late" });
  await expect(late).rejects.toMatchObject({ code: "link-expired" });
});

test("a new link voids the one before it, and a disabled account has none", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const { row, token: first } = await invite(world, admin);
  const { token: second } = await change(world, admin, row.id, "invite-again");
  expect(await findByActivation(world.store.read, first, world.now())).toBeNull();
  expect((await findByActivation(world.store.read, second ?? "", world.now()))?.id).toBe(row.id);
  await change(world, admin, row.id, "disable");
  expect(await findByActivation(world.store.read, second ?? "", world.now())).toBeNull();
  await change(world, admin, row.id, "enable");
  expect(await findByActivation(world.store.read, second ?? "", world.now())).toBeNull();
});

test("two people who open one link at once set one password", async () => {
  await using world = await openWorld();
  const { row, token } = await invite(world, await world.staff("admin"));
  const tries = ["one", "two"].map((passwordHash) => world.run(activateAccount, thePublic, { token, passwordHash }));
  const ends = await Promise.allSettled(tries);
  expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await rowOf(world, row.id)).version).toBe(2);
});

test("setting a password by a link ends the sessions of the account", async () => {
  await using world = await openWorld();
  const officer = await world.staff("officer");
  const session = await open(world, officer);
  const { token } = await change(world, await world.staff("admin"), officer.staffId, "invite-again");
  await world.run(activateAccount, thePublic, { token: token ?? "", passwordHash: "new" });
  expect(await alive(world, session)).toBe(false);
});

test("a portal without staff makes its first administrator by one link, as often as it starts", async () => {
  await using world = await openWorld();
  const portal = visit(world).context.get(portalContext);
  const tokenIn = (link: string) => new URL(link).searchParams.get("token") ?? "";
  expect(await hasStaff(world.store.read)).toBe(false);
  const first = tokenIn(await inviteFirstAdministrator(portal));
  expect(await hasStaff(world.store.read)).toBe(false);
  const token = tokenIn(await inviteFirstAdministrator(portal));
  expect(await findByActivation(world.store.read, first, world.now())).toBeNull();
  const nameless = world.run(activateAccount, thePublic, { token, passwordHash: "hash" });
  await expect(nameless).rejects.toMatchObject({ errors: { name: "empty", email: "empty" } });
  const owner = { name: "Quản trị Thử nghiệm", email: "quan.tri@example.vn" };
  const row = await world.run(activateAccount, thePublic, { token, passwordHash: "hash", ...owner });
  expect(row).toMatchObject({ role: "admin", ...owner });
  expect(await hasStaff(world.store.read)).toBe(true);
});

// People

test.each(roles)("%s: only an administrator invites, changes and lists people", async (role) => {
  await using world = await openWorld();
  const actor = await world.staff(role);
  const other = await world.staff("officer");
  const acts = [
    () => invite(world, actor),
    () => change(world, actor, other.staffId, "disable"),
    () => listStaff(world.store.read, actor, {}),
  ];
  for (const act of acts) {
    if (role === "admin") await expect(act()).resolves.toBeDefined();
    else await expect(act()).rejects.toMatchObject({ code: "not-found" });
  }
});

test("the public and submitters manage nothing", async () => {
  await using world = await openWorld();
  const { id: agencyId } = await world.agency("BKHCN");
  for (const actor of [thePublic, { kind: "submitter", caseId: 1 } as const]) {
    await expect(world.run(invitePerson, actor, { ...person, agencyId })).rejects.toMatchObject({ code: "not-found" });
    const token = world.run(createToken, actor, { email: person.email, scope: "staff" });
    await expect(token).rejects.toMatchObject({ code: "not-found" });
  }
});

test("an invitation makes one account, one mail and one event; the address is taken from then on", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const { row } = await invite(world, admin);
  const mails = await world.store.read.select().from(world.store.read.tables.outbox);
  expect(mails).toMatchObject([{ mail: "activation", recipient: "staff", recipientId: row.id, params: {} }]);
  await expect(invite(world, admin)).rejects.toMatchObject({ errors: { email: "taken" } });
  expect(await findStaffByEmail(world.store.read, "MOI@example.vn ")).toMatchObject({ id: row.id });
});

test("nobody is invited to an agency that has ended", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const ended = { ...agency, validTo: "2026-10-04" };
  const { id: agencyId } = await world.run(saveAgency, admin, ended);
  const invited = world.run(invitePerson, admin, { ...person, agencyId });
  await expect(invited).rejects.toMatchObject({ errors: { agencyId: "wrong" } });
});

test("a disabled person's sessions and tokens end, and come back only by signing in", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const officer = await world.staff("officer");
  const session = await open(world, officer);
  const token = await world.run(createToken, theSystem, { email: officer.row.email, scope: "staff" });
  const today = localDate(world.now());
  expect(await actorByToken(world.store.read, token, "staff", today)).toMatchObject({
    staffId: officer.staffId,
    role: "officer",
  });
  expect(await actorByToken(world.store.read, token, "open311", today)).toBeNull();
  await change(world, admin, officer.staffId, "disable");
  expect(await alive(world, session)).toBe(false);
  expect(await actorByToken(world.store.read, token, "staff", today)).toBeNull();
  await change(world, admin, officer.staffId, "enable");
  expect(await alive(world, session)).toBe(false);
});

test("the last administrator can be neither disabled nor given another role", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  await invite(world, admin, { role: "admin" } as object);
  const last = { errors: { change: "last-administrator" } };
  await expect(change(world, admin, admin.staffId, "disable")).rejects.toMatchObject(last);
  const { version, name, agencyId } = await rowOf(world, admin.staffId);
  const place = { change: "place", staffId: admin.staffId, version, name, role: "monitor", agencyId } as const;
  await expect(world.run(changePerson, admin, place)).rejects.toMatchObject(last);
  await world.staff("admin");
  await expect(change(world, admin, admin.staffId, "disable")).resolves.toBeDefined();
});

test("two administrators who disable each other at once leave one", async () => {
  await using world = await openWorld();
  const [one, other] = [await world.staff("admin"), await world.staff("admin")];
  const ends = await Promise.allSettled([
    change(world, one, other.staffId, "disable"),
    change(world, other, one.staffId, "disable"),
  ]);
  expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a change made on an old version is refused", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const { staffId } = await world.staff("officer");
  const { version } = await rowOf(world, staffId);
  await change(world, admin, staffId, "end-sessions");
  const stale = world.run(changePerson, admin, { change: "disable", staffId, version });
  await expect(stale).rejects.toMatchObject({ code: "stale" });
});

// Agencies

const agency = {
  code: "BTN",
  kind: "ministry",
  nameVi: "Bộ Thử nghiệm",
  nameEn: "Ministry of Trials",
  abbreviation: "MOT",
  validFrom: "2026-01-01",
} as const;

test("an agency is added, renamed and ended; its code is its own", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const added = await world.run(saveAgency, admin, agency);
  await expect(world.run(saveAgency, admin, agency)).rejects.toMatchObject({ errors: { code: "taken" } });
  const renamed = { ...agency, agencyId: added.id, version: added.version, nameVi: "Bộ Thử nghiệm mới", code: "OTHER" };
  const saved = await world.run(saveAgency, admin, renamed);
  expect(saved).toMatchObject({ code: "BTN", nameVi: "Bộ Thử nghiệm mới", version: 2 });
  await expect(world.run(saveAgency, admin, renamed)).rejects.toMatchObject({ code: "stale" });
  const early = { ...renamed, version: 2, validTo: "2025-12-31" };
  await expect(world.run(saveAgency, admin, early)).rejects.toMatchObject({ errors: { validTo: "before" } });
});

test("the standing body cannot end", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const { id, version, code, nameVi, nameEn, abbreviation, validFrom } = await world.agency("VPTW");
  const input = {
    agencyId: id,
    version,
    code,
    nameVi,
    nameEn,
    abbreviation,
    validFrom,
    kind: "standing_body",
    validTo: "2027-01-01",
  } as const;
  await expect(world.run(saveAgency, admin, input)).rejects.toMatchObject({ errors: { validTo: "standing-body" } });
});

test.each(roles.filter((role) => role !== "admin"))("%s cannot change agencies", async (role) => {
  await using world = await openWorld();
  await expect(world.run(saveAgency, await world.staff(role), agency)).rejects.toMatchObject({ code: "not-found" });
});

test("every change of people and agencies is in the audit, and its chains hold", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const { row, token } = await invite(world, admin);
  const activated = await world.run(activateAccount, thePublic, { token, passwordHash: "hash" });
  await world.run(createToken, theSystem, { email: row.email, scope: "staff" });
  for (const what of ["end-sessions", "invite-again", "disable", "enable"] as const)
    await change(world, admin, row.id, what);
  const added = await world.run(saveAgency, admin, agency);
  const known = await world.agency("BKHCN");
  await world.run(saveAgency, admin, {
    ...agency,
    agencyId: known.id,
    version: known.version,
    validFrom: known.validFrom,
  });
  const { events } = world.store.read.tables;
  const rows = await world.store.read.select().from(events).orderBy(events.id);
  expect(rows.map(({ stream, type }) => `${stream.replace(/\d+/, "")}${type}`)).toEqual([
    "staff/invite",
    "staff/activate",
    "staff/token",
    "staff/person-end-sessions",
    "staff/person-invite-again",
    "staff/person-disable",
    "staff/person-enable",
    "agency/agency-add",
    "agency/agency-change",
  ]);
  expect(rows.filter(({ stream }) => stream === `staff/${row.id}`).at(-1)?.position).toBe(7);
  expect([activated.version, added.version]).toEqual([2, 1]);
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
  expect(JSON.stringify(rows.map(({ data }) => data))).not.toContain(person.email);
});
