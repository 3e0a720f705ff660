import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { listCaseFiles, nameOf } from "../../db/attachments.ts";
import { type Api, openApi } from "./api-client.ts";
import { formOf } from "./answers.ts";
import { openWorld, type World } from "./world.ts";

const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: "#c00" } })
    .png()
    .toBuffer();

/** Files a case with these files, by name. */
async function post(api: Api, files: Record<string, Uint8Array>, headers: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(formOf("feedback"))) form.set(name, value);
  for (const [name, bytes] of Object.entries(files))
    form.append("attachments", new Blob([new Uint8Array(bytes)]), name);
  return api.send("/api/v1/cases", { method: "POST", body: form, headers });
}

const rows = async (world: World) => (await world.database.sql("select id from attachment")).length;
const blobs = (api: Api) =>
  readdirSync(api.portal.env.DATA_DIR, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;

test("files come with the case of one call, looked into", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const bytes = await picture();
  const filed = await post(api, { "ảnh một.png": bytes, "two.png": bytes });
  expect(filed.status).toBe(201);
  const { id } = await world.find(String(filed.body.code));
  const files = await listCaseFiles(world.store.read, id);
  expect(files.map((file) => nameOf(world.store.read, file))).toEqual(["ảnh một.png", "two.png"]);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect(files).toMatchObject([
    { state: "ready", sha256, expiresAt: null },
    { state: "ready", sha256 },
  ]);
});

test("each file that is not taken has its reason by name, and nothing is left of the call", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const files = {
    "good.png": await picture(),
    "virus.exe": new Uint8Array(10),
    "page.jpg": new TextEncoder().encode("<html></html>".repeat(50)),
  };
  const refused = await post(api, files, { "Accept-Language": "en" });
  expect(refused.status).toBe(422);
  expect(refused.body.errors).toMatchObject({
    "attachments/virus.exe": { rule: "wrong-type", message: expect.stringMatching(/^virus\.exe: .*JPG, PNG/) },
    "attachments/page.jpg": { rule: "type-mismatch", message: expect.stringMatching(/^page\.jpg: /) },
  });
  expect(refused.body.errors).not.toHaveProperty("attachments/good.png");
  expect([await rows(world), blobs(api)]).toEqual([0, 0]);
});

test("a call with wrong answers leaves no file", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const form = new FormData();
  form.set("kind", "feedback");
  form.append("attachments", new Blob([new Uint8Array(await picture())]), "a.png");
  const refused = await api.send("/api/v1/cases", { method: "POST", body: form });
  expect(refused.status).toBe(422);
  expect([await rows(world), blobs(api)]).toEqual([0, 0]);
});

test("a call that breaks off leaves no case and no file", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const head = '--x\r\nContent-Disposition: form-data; name="attachments"; filename="a.png"\r\n\r\n';
  const body = `${head}${"y".repeat(700_000)}`;
  const headers = { "Content-Type": "multipart/form-data; boundary=x" };
  const broken = await api.send("/api/v1/cases", { method: "POST", headers, body });
  expect(broken.status).toBe(400);
  expect([await rows(world), blobs(api)]).toEqual([0, 0]);
});

test("the same key again gives the same case and keeps no second copy; with other files it is refused", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const files = { "a.png": await picture() };
  const key = { "Idempotency-Key": "once" };
  const first = await post(api, files, key);
  const again = await post(api, files, key);
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body.code).toBe(first.body.code);
  expect(await rows(world)).toBe(1);
  const others = await post(api, { "b.png": await picture() }, key);
  expect(others.status).toBe(409);
  expect(await rows(world)).toBe(1);
});

test("an eleventh file is one too many", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const bytes = await picture();
  const names = Array.from({ length: 11 }, (_, n) => `${n}.png`);
  const refused = await post(api, Object.fromEntries(names.map((name) => [name, bytes])));
  expect(refused.status).toBe(422);
  expect(Object.values(refused.body.errors ?? {})).toMatchObject([{ rule: "too-many" }]);
  expect(await rows(world)).toBe(0);
});
