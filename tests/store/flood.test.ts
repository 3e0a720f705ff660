import { createHash } from "node:crypto";
import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import { challengeFor } from "../../app/http/admission.ts";
import { langContext, portalContext, sourceContext } from "../../app/http/context.ts";
import { signMoment } from "../../app/http/form-session.ts";
import { makeChallenge } from "../../app/http/proof-of-work.ts";
import { handleSubmission } from "../../app/routes/public/submission.ts";
import { TRAP } from "../../app/routes/public/submission-address.ts";
import { type Api, openApi, PUBLIC_URL } from "./api-client.ts";
import { anonymous, formOf } from "./answers.ts";
import { openWorld, type World } from "./world.ts";

type Answer = { status: number; retryAfter: string | null; to: string | null; problem: string | null };

/** Posts the whole form in one go, as from this source. */
async function post(api: Api, source: string, fields: Record<string, string> = {}): Promise<Answer> {
  const form = new URLSearchParams({ ...formOf("feedback"), ...fields } as Record<string, string>);
  const request = new Request(`${PUBLIC_URL}/vi/submit/feedback`, { method: "POST", body: form });
  const answer = await handleSubmission(request, contextOf(api, source), "feedback");
  if (answer instanceof Response) {
    return { status: answer.status, retryAfter: null, to: answer.headers.get("Location"), problem: null };
  }
  const headers = new Headers(answer.init?.headers);
  const { problem } = answer.data;
  return { status: answer.init?.status ?? 200, retryAfter: headers.get("Retry-After"), to: null, problem };
}

function contextOf(api: Api, source: string): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(portalContext, api.portal);
  context.set(langContext, "vi");
  context.set(sourceContext, source);
  return context;
}

/** Does the work of a challenge with the server's own SHA-256. */
function work(challenge: string): string {
  const [, bits, , mac = ""] = challenge.split(".");
  const solve = (part: number) => {
    for (let number = 0; ; number += 1) {
      const digest = createHash("sha256")
        .update(`${mac}.${part}.${number.toString(36)}`)
        .digest();
      if (digest.readUInt32BE(0) >>> (32 - Number(bits)) === 0) return number.toString(36);
    }
  };
  return `${challenge}:${Array.from({ length: 16 }, (_none, part) => solve(part)).join("-")}`;
}

const rowsOf = (world: World) => world.database.sql("select code, held_reason from case_file");
const text = (turn: number) => ({ content: `Đường dây nóng số ${turn} không có ai trả lời trong ba ngày liền.` });

test("a flood without work from one source stores a few, the rest is told when to go on, and others get in", async () => {
  await using world = await openWorld();
  const api = openApi(world, { limited: true });
  const flood: Answer[] = [];
  for (let turn = 0; turn < 1_000; turn += 1) {
    world.tick(60 / 1_000 / 86_400);
    flood.push(await post(api, "bot", text(turn)));
  }
  const others: Answer[] = [];
  for (let turn = 0; turn < 20; turn += 1) others.push(await post(api, `person ${turn}`, text(turn)));
  const refused = flood.filter(({ status }) => status === 429);
  expect(1_000 - refused.length).toBeLessThanOrEqual(10);
  expect(refused.every(({ retryAfter, problem }) => Number(retryAfter) > 0 && problem === "limited")).toBe(true);
  expect(others).toEqual(others.map(() => ({ status: 303, retryAfter: null, to: "/vi/receipt", problem: null })));
  const rows = await rowsOf(world);
  expect(rows).toHaveLength(1_000 - refused.length + 20);
  expect(rows.every((row) => row["held_reason"] === null)).toBe(true);
});

test("a flood of the API is a problem with Retry-After", async () => {
  await using world = await openWorld();
  const api = openApi(world, { limited: true });
  const answers = [];
  for (let turn = 0; turn < 30; turn += 1)
    answers.push(await api.post("/api/v1/cases", { ...formOf("feedback"), ...text(turn) }));
  const stored = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status === 429);
  expect([stored.length <= 10, stored.length + refused.length]).toEqual([true, 30]);
  expect(
    refused.every(({ body, headers }) => String(body.type).endsWith("too-many") && headers.has("Retry-After")),
  ).toBe(true);
  expect(await rowsOf(world)).toHaveLength(stored.length);
});

test("a robot that fills the hidden field gets the same page; its case is held and no mail goes out", async () => {
  await using world = await openWorld();
  const api = openApi(world, { limited: true });
  const honest = await post(api, "person", anonymous as Record<string, string>);
  expect(await post(api, "bot", { [TRAP]: "https://spam.example", email: "victim@example.com" })).toEqual(honest);
  expect((await rowsOf(world)).map((row) => row["held_reason"])).toEqual([null, "honeypot"]);
  expect(await world.database.sql("select id from outbox")).toEqual([]);
});

test("a form sent within a second of being opened is held", async () => {
  await using world = await openWorld();
  const api = openApi(world, { limited: true });
  const started = signMoment(world.store.read.keys, world.now());
  await post(api, "bot", { started });
  world.tick(1 / 86_400);
  await post(api, "person", { started, ...text(1) });
  expect((await rowsOf(world)).map((row) => row["held_reason"])).toEqual(["too-fast", null]);
});

test("one proof of work lets one submission through", async () => {
  await using world = await openWorld();
  const api = openApi(world, { limited: true });
  const proof = work(challengeFor(contextOf(api, "bot"), null));
  expect((await post(api, "bot", { work: proof, ...text(1) })).status).toBe(303);
  expect(await post(api, "bot", { work: proof, ...text(2) })).toMatchObject({ status: 422, problem: "work-spent" });
  expect(await rowsOf(world)).toHaveLength(1);
});

test("old work, another's work and no work have the share of their address and no more", async () => {
  await using world = await openWorld();
  const api = openApi(world, { limited: true });
  const others = work(challengeFor(contextOf(api, "somebody else"), null));
  const old = work(challengeFor(contextOf(api, "bot"), null));
  world.tick(11 / 1_440);
  const answers = [];
  for (let turn = 0; turn < 12; turn += 1)
    answers.push(await post(api, "bot", { work: [others, old, "", "x"][turn % 4] ?? "", ...text(turn) }));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  expect(await rowsOf(world)).toHaveLength(5);
});

test("200 people behind one address all get in with work, although a robot there floods", async () => {
  await using world = await openWorld();
  const api = openApi(world, { limited: true });
  for (let turn = 0; turn < 12; turn += 1) await post(api, "shared", text(turn));
  const proofs = Array.from({ length: 200 }, () =>
    work(makeChallenge(world.store.read.keys, "shared", 4, world.now())),
  );
  const answers: Answer[] = [];
  for (let turn = 0; turn < proofs.length; turn += 10) {
    const together = proofs.slice(turn, turn + 10).map((proof, index) => [proof, text(1_000 + turn + index)] as const);
    answers.push(
      ...(await Promise.all(together.map(([proof, fields]) => post(api, "shared", { work: proof, ...fields })))),
    );
  }
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(200);
  const rows = await rowsOf(world);
  expect(rows).toHaveLength(205);
  expect(rows.every((row) => row["held_reason"] === null)).toBe(true);
});

test("while many send from everywhere, who brings no work is held with a receipt, who does is not", async () => {
  await using world = await openWorld();
  const api = openApi(world, { limited: true });
  for (let turn = 0; turn < 300; turn += 1) api.portal.limiter.take("everyone", "all");
  const proof = work(makeChallenge(world.store.read.keys, "with scripts", 4, world.now()));
  const answers = [await post(api, "without scripts"), await post(api, "with scripts", { work: proof })];
  expect(answers.map(({ to }) => to)).toEqual(["/vi/receipt", "/vi/receipt"]);
  expect((await rowsOf(world)).map((row) => row["held_reason"])).toEqual(["no-work", null]);
});
