import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import { followCase } from "../../app/commands/follow-case.ts";
import { langContext } from "../../app/http/context.ts";
import { newFormToken } from "../../app/http/form-session.ts";
import { followerByPass } from "../../app/routes/public/following.ts";
import { handleTracking } from "../../app/routes/public/tracking.ts";
import { findFollower, followSecret, stopToken } from "../../db/followers.ts";
import { action as pressConfirm, loader as confirmPage } from "../../app/routes/public/confirm-following.tsx";
import { action as unfollow, loader as unfollowPage } from "../../app/routes/public/unfollow.tsx";
import { hire, publishedIn } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, thePublic, type World } from "./world.ts";

/** A published case that one browser follows, with what its page showed. */
async function followed() {
  const world = await openWorld();
  const people = await hire(world);
  const { code } = await publishedIn(world, people, "assigned");
  const token = newFormToken();
  const row = await world.run(followCase, thePublic, { code, lang: "vi", token });
  return { world, code, row, secret: followSecret(world.store.read, token, row.caseId) };
}

/** Posts to the tracking page; the answer's status, where it leads and the cookie it sets. */
async function post(world: World, form: Record<string, string>, cookie = "") {
  const { context } = visit(world, { path: "/vi/track", form });
  const headers = { cookie, "Content-Type": "application/x-www-form-urlencoded" };
  const request = new Request("https://portal.example/vi/track", {
    method: "POST",
    headers,
    body: new URLSearchParams(form).toString(),
  });
  const answer = await handleTracking(request, context);
  if (answer instanceof Response) {
    return {
      status: answer.status,
      location: answer.headers.get("Location"),
      cookie: answer.headers.get("Set-Cookie")?.split(";")[0] ?? "",
    };
  }
  return { status: answer.init?.status ?? 200, location: null, cookie: "" };
}

test("a follow code and its secret open the follow page, and nothing else does", async () => {
  const { world, code, row, secret } = await followed();
  await using _ = world;
  const opened = await post(world, { code: row.code.toLowerCase(), secret });
  expect(opened).toMatchObject({ status: 303, location: "/vi/track" });
  const { context } = visit(world, { path: "/vi/track" });
  const withPass = new Request("https://portal.example/vi/track", { headers: { cookie: opened.cookie } });
  expect((await followerByPass(withPass, context, world.now()))?.id).toBe(row.id);

  expect((await post(world, { code, secret })).status).toBe(404);
  expect(
    (await post(world, { code: row.code, secret: secret.replace(/^./, (first) => (first === "A" ? "B" : "A")) }))
      .status,
  ).toBe(404);
  expect((await post(world, { code: row.code, secret: "" })).status).toBe(422);
});

test("stopping on the follow page erases the voice and closes the page", async () => {
  const { world, row, secret } = await followed();
  await using _ = world;
  const { cookie } = await post(world, { code: row.code, secret });
  expect(await post(world, { act: "stop-following" }, cookie)).toMatchObject({
    status: 303,
    location: "/vi/unfollow/done",
  });
  expect(await findFollower(world.store.read, row.code)).toBeNull();
  expect((await post(world, { code: row.code, secret })).status).toBe(404);
});

test("nobody stops a voice without its pass", async () => {
  const { world, row } = await followed();
  await using _ = world;
  expect((await post(world, { act: "stop-following" })).status).toBe(422);
  expect(await findFollower(world.store.read, row.code)).not.toBeNull();
});

test("the link of a mail changes nothing until its button is pressed", async () => {
  const { world, row } = await followed();
  await using _ = world;
  const token = stopToken(world.store.read, row.id);
  const args = () => {
    const made = visit(world, { path: `/vi/unfollow/${token}` });
    made.context.set(langContext, "vi");
    return { ...made, params: { lang: "vi", token }, context: made.context satisfies RouterContextProvider };
  };
  expect(await unfollowPage(args())).toEqual({ state: "ask" });
  expect(await findFollower(world.store.read, row.code)).not.toBeNull();
  const pressed = await unfollow(args());
  expect(pressed instanceof Response && pressed.headers.get("Location")).toBe("/vi/unfollow/done");
  expect(await findFollower(world.store.read, row.code)).toBeNull();
  expect(await unfollowPage(args())).toMatchObject({ data: { state: "gone" }, init: { status: 410 } });
});

test("the first mail's link confirms by its button alone, and stops by the other", async () => {
  const { world, code } = await followed();
  await using _ = world;
  const { read } = world.store;
  const given = { code, lang: "vi", token: newFormToken(), email: "nguoi.theo.doi@example.vn" } as const;
  const row = await world.run(followCase, thePublic, given);
  const token = stopToken(read, row.id);
  const args = (form?: Record<string, string>) => {
    const made = visit(world, { path: `/vi/follow/${token}`, ...(form ? { form } : {}) });
    made.context.set(langContext, "vi");
    return { ...made, params: { lang: "vi", token } };
  };
  const shown = async () => {
    const page = await confirmPage(args());
    return "data" in page ? page.data : page;
  };
  expect(await shown()).toMatchObject({ state: "ask", item: { code, followers: 2, confirmed: 0 } });
  expect(await pressConfirm(args({ act: "confirm" }))).toMatchObject({ status: 303 });
  expect(await shown()).toMatchObject({ state: "done", item: { code, followers: 2, confirmed: 1 } });
  expect(await pressConfirm(args({ act: "stop" }))).toMatchObject({ status: 303 });
  expect(await findFollower(read, row.code)).toBeNull();
  expect(await shown()).toMatchObject({ state: "gone" });
});
