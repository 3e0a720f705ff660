import sharp from "sharp";
import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import { PIECE_BYTES } from "../../app/domain/attachments.ts";
import { langContext, type Portal, portalContext, sourceContext } from "../../app/http/context.ts";
import { cookieName } from "../../app/http/cookies.ts";
import { newFormToken } from "../../app/http/form-session.ts";
import { action as announce } from "../../app/routes/public/uploads.ts";
import { action as change, loader as ask } from "../../app/routes/public/upload.ts";
import { loader as download } from "../../app/routes/public/own-file.ts";
import { checkAttachments, fileCheckJob } from "../../app/jobs/check-attachments.ts";
import { openApi, PUBLIC_URL } from "./api-client.ts";
import { openWorld } from "./world.ts";

type Endpoint = (args: never) => Promise<Response> | Response;

/** What a browser with a form session sends to the upload addresses. */
function sender(portal: Portal, session: string | null) {
  const call = async (endpoint: Endpoint, method: string, path: string, init: RequestInit = {}) => {
    const context = new RouterContextProvider();
    context.set(portalContext, portal);
    context.set(langContext, "en");
    context.set(sourceContext, "source");
    const headers = new Headers(init.headers);
    if (session) headers.set("Cookie", `${cookieName("form", PUBLIC_URL)}=${session}`);
    const request = new Request(`${PUBLIC_URL}/uploads${path}`, { ...init, method, headers });
    const params = { id: path.split("/")[1] };
    return endpoint({ request, context, params } as never);
  };
  return {
    announce: (name: string, size: number) =>
      call(announce as Endpoint, "POST", "", { body: JSON.stringify({ name, size }) }),
    piece: (id: string, offset: number, bytes: Uint8Array) =>
      call(change as Endpoint, "PATCH", `/${id}`, {
        body: new Uint8Array(bytes),
        headers: { "Upload-Offset": String(offset) },
      }),
    ask: (id: string) => call(ask as Endpoint, "GET", `/${id}`),
    drop: (id: string) => call(change as Endpoint, "DELETE", `/${id}`),
    download: (id: string) => call(download as Endpoint, "GET", `/${id}/file`),
  };
}

const idOf = async (answer: Response): Promise<string> => String((await answer.json()).id);
const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: "#c00" } })
    .png()
    .toBuffer();

test("a file goes up in pieces, each acknowledged with the offset reached, and comes back clean to its sender", async () => {
  await using world = await openWorld();
  const { portal } = openApi(world);
  const mine = sender(portal, newFormToken());
  const bytes = await picture();
  const begun = await mine.announce("ảnh.png", bytes.length);
  expect(begun.status).toBe(201);
  const id = begun.headers.get("Location")?.replace("/uploads/", "") ?? "";
  expect((await mine.ask(id)).headers.get("Upload-Offset")).toBe("0");
  expect((await mine.download(id)).status).toBe(404);
  const sent = await mine.piece(id, 0, bytes);
  expect([sent.status, sent.headers.get("Upload-Offset"), sent.headers.get("Upload-Complete")]).toEqual([
    204,
    String(bytes.length),
    "?1",
  ]);
  await checkAttachments(fileCheckJob(portal));
  // The look that the last piece set off may still be under way: whoever has the lease ends it.
  await expect.poll(async () => (await (await mine.ask(id)).json()).state, { timeout: 120_000 }).toBe("ready");
  const file = await mine.download(id);
  expect(file.headers.get("Content-Disposition")).toMatch(/^attachment; /);
  expect((await sharp(Buffer.from(await file.arrayBuffer())).metadata()).format).toBe("png");
});

test("a piece at another offset, of another length or out of turn is refused with the right offset", async () => {
  await using world = await openWorld();
  const mine = sender(openApi(world).portal, newFormToken());
  const id = await idOf(await mine.announce("a.png", PIECE_BYTES + 100));
  const piece = new Uint8Array(PIECE_BYTES);
  for (const [offset, bytes, status] of [
    [PIECE_BYTES, piece.subarray(0, 100), 409],
    [0, piece.subarray(0, 100), 400],
    [0, new Uint8Array(PIECE_BYTES + 1), 413],
    [7, piece, 409],
  ] as const) {
    const refused = await mine.piece(id, offset, bytes);
    expect([refused.status, refused.headers.get("Upload-Offset")]).toEqual([status, "0"]);
  }
  expect((await mine.piece(id, 0, piece)).status).toBe(204);
  const again = await mine.piece(id, 0, piece);
  expect([again.status, again.headers.get("Upload-Offset")]).toEqual([409, String(PIECE_BYTES)]);
});

test("another session, no session and a wrong name find nothing, whatever they ask", async () => {
  await using world = await openWorld();
  const { portal } = openApi(world);
  const id = await idOf(await sender(portal, newFormToken()).announce("a.png", 100));
  const turned = id.replace(/^./, (first) => (first === "0" ? "1" : "0"));
  for (const [stranger, name] of [
    [sender(portal, newFormToken()), id],
    [sender(portal, null), id],
    [sender(portal, newFormToken()), turned],
  ] as const) {
    const answers = await Promise.all([
      stranger.ask(name),
      stranger.piece(name, 0, new Uint8Array(100)),
      stranger.drop(name),
      stranger.download(name),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  }
});

test("without a session nothing is announced; a name or size that no file may have is told with its reason", async () => {
  await using world = await openWorld();
  const { portal } = openApi(world);
  expect((await sender(portal, null).announce("a.png", 5)).status).toBe(403);
  const mine = sender(portal, newFormToken());
  const exe = await mine.announce("a.exe", 5);
  expect(exe.status).toBe(422);
  expect(await exe.json()).toMatchObject({ refusal: "wrong-type", message: expect.stringContaining("JPG") });
  expect((await mine.announce("a.mp4", 21 * 1024 * 1024)).status).toBe(413);
});

test("200 uploads of 5 MB that nobody files meet the limits: of their session, and of their source", async () => {
  await using world = await openWorld();
  const { portal } = openApi(world, { limited: true });
  const size = 5 * 1024 * 1024;
  const one = sender(portal, newFormToken());
  const ofOne: number[] = [];
  for (let n = 0; n < 20; n += 1) ofOne.push((await one.announce("a.mp4", size)).status);
  expect(ofOne).toEqual([...Array.from({ length: 10 }, () => 201), ...Array.from({ length: 10 }, () => 413)]);
  const pieces = size / PIECE_BYTES;
  let stopped = 0;
  for (let n = 0; n < 200 && stopped === 0; n += 1) {
    const begun = await sender(portal, newFormToken()).announce("a.mp4", size);
    if (begun.status === 429) stopped = n;
    // What its pieces would take of the source's rate.
    else for (let p = 0; p < pieces; p += 1) portal.limiter.take("upload", "source");
  }
  expect(stopped).toBeGreaterThan(0);
  expect(stopped).toBeLessThan(110);
});

test("a file that is taken back is gone, and its place is free", async () => {
  await using world = await openWorld();
  const mine = sender(openApi(world).portal, newFormToken());
  const id = await idOf(await mine.announce("a.png", 100));
  expect((await mine.drop(id)).status).toBe(204);
  expect((await mine.ask(id)).status).toBe(404);
  expect(await world.database.sql("select * from attachment")).toEqual([]);
});
