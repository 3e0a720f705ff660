import { expect, test } from "vitest";
import { confirmList } from "../../app/commands/confirm-list.ts";
import { followList } from "../../app/commands/follow-list.ts";
import { stopLists } from "../../app/commands/stop-lists.ts";
import { langContext } from "../../app/http/context.ts";
import { sendDigests } from "../../app/jobs/send-digests.ts";
import { tidyUp } from "../../app/jobs/tidy-up.ts";
import { loader as followPage } from "../../app/routes/public/follow-list.tsx";
import { loader as listsPage } from "../../app/routes/public/lists.tsx";
import { listFollowerAddress, listFollowerOfToken, listToken } from "../../db/list-followers.ts";
import { addressIndex } from "../../db/reporters.ts";
import { moveFollowing } from "../../db/followed.ts";
import { hire, mails, publishedIn } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const email = "nguoi.theo.doi@example.vn";
const all = async ({ store }: World) => store.read.select().from(store.read.tables.listFollowers);
const follow = async (world: World, query: string, rhythm: "daily" | "weekly" = "daily") => {
  await world.run(followList, thePublic, { lang: "vi", query, rhythm, email });
  return (await all(world)).find((row) => row.query === query);
};
const digests = async (world: World) => {
  const { outbox } = world.store.read.tables;
  const rows = await world.store.read.select().from(outbox);
  return rows.filter((row) => row.mail === "list-digest").map((row) => row.params.codes);
};

test("one mail tells of all that is new in the lists of a confirmed address, in working hours, and never nothing", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  await publishedIn(world, people, "assigned");
  const everything = await follow(world, "");
  const feedback = await follow(world, "kind=feedback");
  const barriers = await follow(world, "kind=barrier", "weekly");
  for (const row of [everything, feedback, barriers]) await world.run(confirmList, thePublic, { id: row?.id ?? 0 });
  const { code } = await publishedIn(world, people, "assigned");
  await sendDigests(world.store, world.now());
  expect(await digests(world), "not before the next working day").toEqual([]);
  world.at("2026-11-22T03:00:00Z");
  await sendDigests(world.store, world.now());
  expect(await digests(world), "not on a Sunday").toEqual([]);
  world.at("2026-11-23T03:00:00Z");
  expect(await sendDigests(world.store, world.now())).toBe(1);
  expect(await digests(world)).toEqual([code]);
  await sendDigests(world.store, world.now());
  world.at("2026-11-24T03:00:00Z");
  await sendDigests(world.store, world.now());
  expect(await digests(world)).toEqual([code]);
});

test("an address that nobody confirms gets no digest, and is forgotten after a week", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const row = await follow(world, "");
  expect(await follow(world, "")).toEqual(row);
  expect((await mails(world)).filter((mail) => mail === "list-followed list-follower")).toHaveLength(1);
  expect(JSON.stringify(await all(world))).not.toContain("nguoi.theo.doi");
  expect(await listFollowerAddress(world.store.read, row?.id ?? 0)).toBe(email);
  await publishedIn(world, people, "assigned");
  world.at("2026-11-24T03:00:00Z");
  await sendDigests(world.store, world.now());
  expect(await digests(world)).toEqual([]);
  await tidyUp(world.store, world.now());
  expect(await all(world)).toEqual([]);
});

test("the link of a mail opens its own lists alone, and stopping erases them with the mail that waits", async () => {
  await using world = await openWorld();
  const one = await follow(world, "");
  const other = await follow(world, "kind=feedback");
  const { read } = world.store;
  const token = listToken(read, one?.id ?? 0);
  expect((await listFollowerOfToken(read, token))?.id).toBe(one?.id);
  const mac = token.slice(token.indexOf("-"));
  for (const wrong of ["", mac, `${token}0`, `${(other?.id ?? 0).toString(36)}${mac}`])
    expect(await listFollowerOfToken(read, wrong)).toBeNull();
  await world.run(stopLists, thePublic, { id: one?.id ?? 0, only: one?.id ?? 0 });
  expect((await all(world)).map((row) => row.id)).toEqual([other?.id]);
  await world.run(stopLists, thePublic, { id: other?.id ?? 0, only: null });
  expect(await all(world)).toEqual([]);
  expect(await mails(world)).not.toContain("list-followed list-follower");
});

test("lists go on under another address of their owner", async () => {
  await using world = await openWorld();
  const row = await follow(world, "kind=feedback");
  const index = (address: string) => addressIndex(world.store.read, address);
  await world.store.write((tx) => moveFollowing(tx, index(email), "khac@example.vn", world.now()));
  expect(await listFollowerAddress(world.store.read, row?.id ?? 0)).toBe("khac@example.vn");
  expect((await all(world)).map(({ emailIndex }) => emailIndex)).toEqual([index("khac@example.vn")]);
});

const visiting = (world: World, path: string) => {
  const { context } = visit(world, { path });
  context.set(langContext, path.startsWith("/en") ? "en" : "vi");
  return { context, request: new Request(`http://localhost:3000${path}`) };
};

test("whoever follows lists reads what each is called, and of a filter that nobody knows", async () => {
  await using world = await openWorld();
  const feedback = await follow(world, "kind=feedback&province=01");
  const gone = await follow(world, "agency=NOBODY");
  for (const row of [feedback, gone]) await world.run(confirmList, thePublic, { id: row?.id ?? 0 });
  const token = listToken(world.store.read, feedback?.id ?? 0);
  const { context } = visiting(world, `/en/lists/${token}`);
  const { lists } = (await listsPage({ context, params: { token } } as never)) as {
    lists: readonly { name: string; unknownWords: string }[];
  };
  expect(lists.map(({ name }) => name)).toEqual([
    "Published results (Kind: Feedback; Province or city: Hanoi)",
    "Published results",
  ]);
  expect(lists.map(({ unknownWords }) => unknownWords)).toEqual(["", expect.stringContaining("without them: Agency")]);
  const asked = visiting(world, "/vi/follow?kind=barrier&technology=none-such");
  expect(await followPage(asked as never)).toEqual({
    query: "kind=barrier",
    name: "Kết quả đã công khai (Loại: Vướng mắc thể chế của doanh nghiệp)",
    unknownWords: expect.stringContaining("Công nghệ chiến lược"),
  });
});

test("a list whose filter nobody knows any more tells of nothing, and not of everything", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const gone = await follow(world, "agency=NOBODY");
  await world.run(confirmList, thePublic, { id: gone?.id ?? 0 });
  await publishedIn(world, people, "assigned");
  world.at("2026-11-23T03:00:00Z");
  expect(await sendDigests(world.store, world.now())).toBe(0);
});
