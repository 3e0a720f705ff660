import { randomBytes } from "node:crypto";
import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import { sendDraft } from "../../app/commands/send-draft.ts";
import { langContext, portalContext, sourceContext } from "../../app/http/context.ts";
import { checkReceipt, claimOf, signatureFile } from "../../app/http/receipt-check.ts";
import { passCookie, signPass } from "../../app/http/tracking-pass.ts";
import { loader } from "../../app/routes/public/receipt-file.ts";
import { loader as keysLoader } from "../../app/routes/public/receipt-keys.ts";
import { readPdf } from "../pdf-text.ts";
import { answersOf } from "./answers.ts";
import { type Api, openApi, PUBLIC_URL } from "./api-client.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const contextOf = (api: Api) => {
  const context = new RouterContextProvider();
  context.set(portalContext, api.portal);
  context.set(langContext, "vi");
  context.set(sourceContext, "source");
  return context;
};

/** Asks for a file as a browser with these cookies does. */
async function ask(api: Api, file: string, code: string, cookie: string): Promise<Response | "not found"> {
  const request = new Request(`${PUBLIC_URL}/vi/receipt/${file}?code=${code}`, { headers: { cookie } });
  const args = { request, params: { lang: "vi", file }, context: contextOf(api) };
  const answer = loader(args as unknown as Parameters<typeof loader>[0]);
  return answer.catch((thrown: { init?: { status?: number } }) => {
    if (thrown.init?.status === 404) return "not found";
    throw thrown;
  });
}

async function bytesOf(answer: Response | "not found"): Promise<Buffer> {
  if (answer === "not found") throw new Error("there is no such file");
  return Buffer.from(await answer.arrayBuffer());
}

const passTo = (world: World, code: string) =>
  passCookie(signPass(world.store.read.keys, code, world.now()), PUBLIC_URL).split(";")[0] ?? "";

const names = ["receipt.txt", "receipt.sig", "receipt.json", "receipt.pdf"] as const;

test("whoever holds a pass gets every file, the same bytes each time, and all of them verify", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const { code } = await world.submit();
  const cookie = passTo(world, code);
  const got = await Promise.all(names.map(async (name) => bytesOf(await ask(api, name, code, cookie))));
  const again = await Promise.all(names.map(async (name) => bytesOf(await ask(api, name, code, cookie))));
  expect(again).toEqual(got);
  const [text, signature, json, pdf] = got as [Buffer, Buffer, Buffer, Buffer];
  const { keys } = world.store.read;
  const bare = { ...claimOf(text), signature: signatureFile(signature) };
  for (const claim of [bare, claimOf(json), claimOf(pdf)])
    expect(checkReceipt(keys, claim)).toMatchObject({ kind: "genuine", facts: { code } });
});

test("the form session that sent a case gets its receipt", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const token = randomBytes(32).toString("base64url");
  const input = { token, answers: answersOf("feedback"), key: "k", bodyHash: "b", heldReason: null };
  const { code } = await world.run(sendDraft, thePublic, input);
  const answer = await ask(api, "receipt.txt", code, `__Host-form=${token}`);
  expect((await bytesOf(answer)).toString()).toContain(code);
});

test("for everybody else there is no such file", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const [mine, other] = [await world.submit(), await world.submit()];
  const cookie = passTo(world, mine.code);
  const asked = [
    ask(api, "receipt.txt", mine.code, ""),
    ask(api, "receipt.txt", other.code, cookie),
    ask(api, "receipt.txt", mine.code, `${cookie}x`),
    ask(api, "receipt.exe", mine.code, cookie),
    ask(api, "toString", mine.code, cookie),
    ask(api, "receipt.txt", "PA-2222-2222", cookie),
    ask(api, "receipt.txt", "", cookie),
  ];
  expect(await Promise.all(asked)).toEqual(asked.map(() => "not found"));
});

test("no file names the sender, the secret, or a word of what was written", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const answers = {
    name: "Hoàng Thị Kín",
    email: "kin@example.com",
    phone: "0500123456",
    content: "Chim hoàng yến kêu trong hầm mỏ, ai cũng nghe thấy.",
  };
  const { code, secret } = await world.submit("feedback", { answers });
  const cookie = passTo(world, code);
  for (const name of names) {
    const bytes = await bytesOf(await ask(api, name, code, cookie));
    const drawn = name === "receipt.pdf" ? (await readPdf(bytes)).text : "";
    for (const hidden of [answers.name, answers.email, answers.phone, "hoàng yến", secret, secret.replaceAll("-", "")])
      expect(bytes.includes(Buffer.from(hidden)) || drawn.includes(hidden), `${name} names ${hidden}`).toBe(false);
  }
});

test("the keys are published as JSON and as PEM, by name too", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const at = (path: string) => {
    const args = { request: new Request(`${PUBLIC_URL}${path}`), params: {}, context: contextOf(api) };
    return keysLoader(args as unknown as Parameters<typeof keysLoader>[0]);
  };
  const { keys } = await at("/.well-known/cau-noi-receipt-keys.json").json();
  expect(keys).toMatchObject([{ keyId: "test", current: true }]);
  for (const path of ["/receipt-key.pem", "/receipt-key.pem?key=test"]) {
    const pem = await at(path).text();
    expect(pem).toContain("Key-Id: test\n");
    expect(pem.endsWith(keys[0].pem)).toBe(true);
  }
  expect(at("/receipt-key.pem?key=no").status).toBe(404);
});

test("a program gets the signed receipt with the secret, and nobody without", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const { code, secret } = await world.submit();
  const answer = await api.post(`/api/v1/cases/${code}/receipt`, { secret });
  expect(answer.status).toBe(200);
  const claim = claimOf(Buffer.from(JSON.stringify(answer.body)));
  expect(checkReceipt(world.store.read.keys, claim)).toMatchObject({ kind: "genuine", facts: { code } });
  const wrong = await api.post(`/api/v1/cases/${code}/receipt`, { secret: secret.replace(/.$/, "!") });
  expect(wrong.status).toBe(404);
});
