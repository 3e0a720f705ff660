import { expect, test } from "vitest";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { confirmFollowing } from "../../app/commands/confirm-following.ts";
import { followCase, type FollowCase } from "../../app/commands/follow-case.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { stopFollowing } from "../../app/commands/stop-following.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { undoAct } from "../../app/commands/undo-act.ts";
import { unmergeCase } from "../../app/commands/unmerge-case.ts";
import { unpublishCase } from "../../app/commands/unpublish-case.ts";
import { readFollowCode } from "../../app/domain/case-code.ts";
import { tellFollowers } from "../../app/jobs/tell-followers.ts";
import { tidyUp } from "../../app/jobs/tidy-up.ts";
import { readPublicVersion } from "../../db/counters.ts";
import { followedBy, moveFollowing } from "../../db/followed.ts";
import { findPublication } from "../../db/publications.ts";
import {
  confirmFollower,
  type Follower,
  followedCase,
  followerAddress,
  followerOfToken,
  followSecret,
  openFollower,
  stopToken,
} from "../../db/followers.ts";
import { answerBody, hire, mails, outcome, publication, publishedIn, reason, publish } from "./journey.ts";
import { addressIndex } from "../../db/reporters.ts";
import { countVoices } from "../../db/voices.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const voice = (code: string, token: string, email?: string): FollowCase => ({
  code,
  token,
  lang: "vi",
  ...(email === undefined ? {} : { email }),
});
const follow = (world: World, code: string, token: string, email?: string) =>
  world.run(followCase, thePublic, voice(code, token, email));
const confirm = (world: World, { id }: { id: number }) => world.run(confirmFollowing, thePublic, { followerId: id });
/** The voices of a published case and the confirmed people among them, as its row and as a count of all tell them. */
const voicesOf = async (world: World, code: string) => {
  const item = await findPublication(world.store.read, code);
  if (!item) throw new Error(`${code} is not published`);
  const { followers, confirmedFollowers } = item;
  expect(await countVoices(world.store.read, item.caseId)).toEqual({ followers, confirmedFollowers });
  return [followers, confirmedFollowers];
};
const followersOf = async (world: World, code: string) => (await findPublication(world.store.read, code))?.followers;

/** A world with a published case in the hands of its agency. */
async function withPublished() {
  const world = await openWorld();
  const people = await hire(world);
  const { code } = await publishedIn(world, people, "assigned");
  return { world, people, code };
}

test("a voice has a code and a secret of its own, and is counted once for each form session", async () => {
  const { world, code } = await withPublished();
  await using _ = world;
  const first = await follow(world, code, "one");
  expect(first.code).toMatch(/^TD-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
  expect(readFollowCode(first.code.toLowerCase())).toBe(first.code);
  expect((await follow(world, code, "one")).code).toBe(first.code);
  const second = await follow(world, code, "two");
  expect(second.code).not.toBe(first.code);
  expect(await followersOf(world, code)).toBe(2);

  const { read } = world.store;
  const secret = followSecret(read, "one", first.caseId);
  expect((await openFollower(read, first.code, secret))?.id).toBe(first.id);
  expect((await openFollower(read, ` ${first.code.toLowerCase()} `, secret.toLowerCase()))?.id).toBe(first.id);
  expect(await openFollower(read, second.code, secret)).toBeNull();
  expect(await openFollower(read, code, secret)).toBeNull();
  expect(await openFollower(read, "", "")).toBeNull();
});

test("the same address is one voice, whoever types it, and gets mail once", async () => {
  const { world, code } = await withPublished();
  await using _ = world;
  const first = await follow(world, code, "one", "nguoi.theo.doi@example.vn");
  const again = await follow(world, code, "two", "Nguoi.Theo.Doi@example.vn");
  expect(again.code).not.toBe(first.code);
  expect(await followersOf(world, code)).toBe(1);
  const { read } = world.store;
  expect(await followerAddress(read, first.id)).toBe("nguoi.theo.doi@example.vn");
  expect(await followerAddress(read, again.id)).toBeNull();
  expect((await mails(world)).filter((mail) => mail === "followed follower")).toHaveLength(1);
});

test("the address is sealed, and nothing stored holds it or the secret", async () => {
  const { world, code } = await withPublished();
  await using _ = world;
  const row = await follow(world, code, "one", "nguoi.theo.doi@example.vn");
  const stored = JSON.stringify(await world.store.read.select().from(world.store.read.tables.followers));
  expect(stored).not.toContain("nguoi.theo.doi");
  expect(stored).not.toContain(followSecret(world.store.read, "one", row.caseId));
});

test("stopping erases the voice with its address, lowers the count once, and frees the address", async () => {
  const { world, code } = await withPublished();
  await using _ = world;
  const row = await follow(world, code, "one", "nguoi.theo.doi@example.vn");
  await world.run(stopFollowing, thePublic, { followerId: row.id });
  await world.run(stopFollowing, thePublic, { followerId: row.id });
  expect(await followersOf(world, code)).toBe(0);
  expect(await world.store.read.select().from(world.store.read.tables.followers)).toEqual([]);
  await follow(world, code, "two", "nguoi.theo.doi@example.vn");
  expect(await followersOf(world, code)).toBe(1);
});

test("each voice that comes or goes makes the page of its case anew, and no other page", async () => {
  const { world, people, code } = await withPublished();
  await using _ = world;
  const other = (await publishedIn(world, people, "assigned")).code;
  const { store } = world;
  const seen = () => store.voicesVersion(code);
  const [before, pages] = [seen(), await readPublicVersion(store.read)];
  const row = await follow(world, code, "one", "nguoi.theo.doi@example.vn");
  const followed = seen();
  await confirm(world, row);
  const confirmed = seen();
  await world.run(stopFollowing, thePublic, { followerId: row.id });
  expect(new Set([before, followed, confirmed, seen()]).size).toBe(4);
  expect([store.voicesVersion(other), await readPublicVersion(store.read)]).toEqual([0, pages]);
});

test("the token of a mail names its follower and nobody else", async () => {
  const { world, code } = await withPublished();
  await using _ = world;
  const { read } = world.store;
  const [one, two] = [await follow(world, code, "one"), await follow(world, code, "two")];
  const token = stopToken(read, one.id);
  expect((await followerOfToken(read, token))?.id).toBe(one.id);
  const mac = token.slice(token.indexOf("-"));
  expect(await followerOfToken(read, `${two.id.toString(36)}${mac}`)).toBeNull();
  for (const wrong of ["", "-", mac, `${token}0`, token.toUpperCase(), `zzzzzzzzzzz${mac}`]) {
    expect(await followerOfToken(read, wrong)).toBeNull();
  }
});

test("what is not published cannot be followed, and following leaves no trace on the case", async () => {
  const { world, code } = await withPublished();
  await using _ = world;
  const hidden = await world.submit();
  await expect(follow(world, hidden.code, "one")).rejects.toMatchObject({ code: "not-found" });
  await expect(follow(world, "PA-2222-2222", "one")).rejects.toMatchObject({ code: "not-found" });
  const before = await world.find(code);
  await follow(world, code, "one");
  expect(await world.find(code)).toEqual(before);
});

test("followers with an address are told of an answer and of a changed page, each once, however many there are", async () => {
  const { world, people, code } = await withPublished();
  await using _ = world;
  const confirmed: Follower[] = [];
  for (let number = 0; number < 450; number += 1) {
    const row = await follow(
      world,
      code,
      `session ${number}`,
      number % 3 === 0 ? undefined : `nguoi.${number}@example.vn`,
    );
    if (number % 3 === 1 || number % 2 === 0) confirmed.push(row);
  }
  // Of the 300 with an address 225 have confirmed it.
  await world.store.write(async (tx) => {
    for (const row of confirmed) await confirmFollower(tx, row, world.now());
  });
  await world.run(acceptCase, people.officer, { code });
  await world.run(submitAnswer, people.officer, { code, body: answerBody, outcome: outcome() });
  await world.run(approveAnswer, people.leader, { code });
  await publish(world, people, publication(code));
  const told = async (name: string) => (await mails(world)).filter((mail) => mail === `${name} follower`).length;
  expect(await told("followed-answered")).toBe(0);
  await tellFollowers(world.store, world.now());
  await tellFollowers(world.store, world.now());
  expect(await told("followed-answered")).toBe(225);
  expect(await told("followed-changed")).toBe(225);
  const { outbox, followerNews } = world.store.read.tables;
  const rows = (await world.store.read.select().from(outbox)).filter((row) => row.mail === "followed-changed");
  expect(new Set(rows.map((row) => row.recipientId)).size).toBe(225);
  expect(rows[0]?.params).toMatchObject({ code, followCode: expect.stringMatching(/^TD-/) });
  expect(await world.store.read.select().from(followerNews)).toEqual([]);
});

test("two workers at once tell nobody twice", async () => {
  const { world, people, code } = await withPublished();
  await using _ = world;
  const rows: Follower[] = [];
  for (let number = 0; number < 210; number += 1) {
    rows.push(await follow(world, code, `${number}`, `nguoi.${number}@example.vn`));
  }
  await world.store.write(async (tx) => {
    for (const row of rows) await confirmFollower(tx, row, world.now());
  });
  await publish(world, people, publication(code));
  await Promise.all([1, 2, 3].map(() => tellFollowers(world.store, world.now())));
  await tellFollowers(world.store, world.now());
  expect((await mails(world)).filter((mail) => mail === "followed-changed follower")).toHaveLength(210);
});

test("an unpublished case tells its followers nothing, and published again it has its voices back", async () => {
  const { world, people, code } = await withPublished();
  await using _ = world;
  const row = await follow(world, code, "one", "nguoi.theo.doi@example.vn");
  await confirm(world, row);
  await follow(world, code, "two");
  await world.run(unpublishCase, people.editor, { code, category: "mistake", reason });
  expect(await followerAddress(world.store.read, row.id)).toBeNull();
  await world.run(acceptCase, people.officer, { code });
  await world.run(submitAnswer, people.officer, { code, body: answerBody, outcome: outcome() });
  await world.run(approveAnswer, people.leader, { code });
  await tellFollowers(world.store, world.now());
  expect((await mails(world)).filter((mail) => mail === "followed-answered follower")).toEqual([]);
  await publish(world, people, publication(code));
  expect(await voicesOf(world, code)).toEqual([2, 1]);
});

test("a person is counted once for a case, from the press of the button and however often it is pressed", async () => {
  const { world, code } = await withPublished();
  await using _ = world;
  await follow(world, code, "browser");
  const row = await follow(world, code, "one", "nguoi.theo.doi@example.vn");
  expect(await voicesOf(world, code)).toEqual([2, 0]);
  await Promise.all([1, 2, 3].map(() => confirm(world, row)));
  expect(await voicesOf(world, code)).toEqual([2, 1]);
  const again = await follow(world, code, "two", "NGUOI.theo.doi@example.vn");
  await expect(confirm(world, again)).rejects.toMatchObject({ code: "not-found" });
  expect(await voicesOf(world, code)).toEqual([2, 1]);
  await world.run(stopFollowing, thePublic, { followerId: row.id });
  expect(await voicesOf(world, code)).toEqual([1, 0]);
});

test("two sessions that type one address at once are one voice", async () => {
  const { world, code } = await withPublished();
  await using _ = world;
  const rows = await Promise.all(
    ["one", "two", "three"].map((session) => follow(world, code, session, "nguoi.theo.doi@example.vn")),
  );
  expect(rows.filter(({ counted }) => counted)).toHaveLength(1);
  const confirmed = await Promise.allSettled(rows.map((row) => confirm(world, row)));
  expect(confirmed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await voicesOf(world, code)).toEqual([1, 1]);
});

test("an address that nobody confirms is forgotten after a week and never counts as a person", async () => {
  const { world, code } = await withPublished();
  await using _ = world;
  const kept = await follow(world, code, "one", "nguoi.mot@example.vn");
  await confirm(world, kept);
  const row = await follow(world, code, "two", "nguoi.hai@example.vn");
  world.tick(8);
  await tidyUp(world.store, world.now());
  expect(await followerAddress(world.store.read, row.id)).toBeNull();
  expect(await followerAddress(world.store.read, kept.id)).toBe("nguoi.mot@example.vn");
  await expect(confirm(world, row)).rejects.toMatchObject({ code: "not-found" });
  expect(await voicesOf(world, code)).toEqual([2, 1]);
});

test("of cases that were merged a person counts once, and an address that moves takes its voice along", async () => {
  const { world, people, code } = await withPublished();
  await using _ = world;
  const lead = await publishedIn(world, people, "in_progress");
  const [old, other] = ["nguoi.cu@example.vn", "nguoi.moi@example.vn"];
  await confirm(world, await follow(world, lead.code, "one", old));
  const row = await follow(world, code, "two", old);
  await confirm(world, await follow(world, code, "three", other));
  await world.run(mergeCase, people.triage, { code, leadCode: lead.code });
  // The merged case itself, its two voices and the lead's own.
  expect(await voicesOf(world, lead.code)).toEqual([4, 2]);
  await confirm(world, row);
  expect(await voicesOf(world, lead.code)).toEqual([4, 2]);
  const index = addressIndex(world.store.read, old);
  await world.store.write((tx) => moveFollowing(tx, index, other, world.now()));
  expect(await voicesOf(world, lead.code)).toEqual([3, 1]);
  await world.run(unmergeCase, people.triage, { code });
  expect(await voicesOf(world, lead.code)).toEqual([1, 1]);
  expect(await voicesOf(world, code)).toEqual([1, 1]);
});

test("who follows a merged case is told where it goes on and what is new there, and who follows both only once", async () => {
  const { world, people, code } = await withPublished();
  await using _ = world;
  const lead = await publishedIn(world, people, "in_progress");
  const sister = await publishedIn(world, people, "assigned");
  const own = await follow(world, code, "one", "nguoi.mot@example.vn");
  const rows = [
    own,
    await follow(world, code, "two", "nguoi.hai@example.vn"),
    await follow(world, code, "three", "nguoi.ba@example.vn"),
    await follow(world, lead.code, "four", "nguoi.hai@example.vn"),
    await follow(world, sister.code, "five", "nguoi.ba@example.vn"),
  ];
  for (const row of rows) await confirm(world, row);
  const { outbox } = world.store.read.tables;
  const told = async (mail: string) => {
    await tellFollowers(world.store, world.now());
    const found = (await world.store.read.select().from(outbox)).filter((row) => row.mail === mail);
    return found.map(({ recipientId, params }) => [recipientId, params.code]);
  };
  const merge = (which: string) => world.run(mergeCase, people.triage, { code: which, leadCode: lead.code });

  await merge(code);
  expect(await told("followed-merged")).toEqual([]);
  await world.run(undoAct, people.triage, { code });
  world.tick(1);
  expect(await told("followed-merged")).toEqual([]);
  expect(await told("followed-unmerged")).toEqual([]);

  await merge(code);
  await merge(sister.code);
  world.tick(1);
  const merged = rows.filter(({ caseId }) => caseId !== lead.id);
  const codes = [code, code, code, sister.code];
  expect(await told("followed-merged")).toEqual(merged.map(({ id }, place) => [id, codes[place]]));
  expect((await followedCase(world.store.read, own))?.code).toBe(lead.code);
  expect(await followerAddress(world.store.read, own.id)).toBe("nguoi.mot@example.vn");
  const index = addressIndex(world.store.read, "nguoi.hai@example.vn");
  expect((await followedBy(world.store.read, index)).map((item) => item.code)).toEqual([lead.code]);

  await publish(world, people, publication(lead.code));
  // The second follows the lead too, and the third two of the merged cases.
  const expected = [rows[3], rows[0], rows[2]].map((row) => row?.id);
  expect((await told("followed-changed")).map(([id]) => id)).toEqual(expected);

  await world.run(unmergeCase, people.triage, { code });
  const apart = rows.filter(({ caseId }) => caseId === own.caseId).map(({ id }) => [id, code]);
  expect(await told("followed-unmerged")).toEqual(apart);
  expect((await followedCase(world.store.read, own))?.code).toBe(code);
});
