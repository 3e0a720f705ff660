import sharp from "sharp";
import { expect, test } from "vitest";
import { addPiece } from "../../app/commands/add-piece.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { beginAttachment } from "../../app/commands/begin-attachment.ts";
import { discardDraft } from "../../app/commands/discard-draft.ts";
import { finishAttachment } from "../../app/commands/finish-attachment.ts";
import { noteFileCheck } from "../../app/commands/note-file-check.ts";
import { removeAttachment } from "../../app/commands/remove-attachment.ts";
import { replyToQuestion } from "../../app/commands/reply-to-question.ts";
import { saveDraft } from "../../app/commands/save-draft.ts";
import { sendDraft } from "../../app/commands/send-draft.ts";
import { MAX_FILE_BYTES, MAX_FILES, PIECE_BYTES } from "../../app/domain/attachments.ts";
import { cookieName } from "../../app/http/cookies.ts";
import { checkAttachments } from "../../app/jobs/check-attachments.ts";
import { reapExpired, reapOrphans } from "../../app/jobs/reap-attachments.ts";
import { loader as receiptPage } from "../../app/routes/public/receipt.tsx";
import {
  caseOwner,
  claimFiles,
  draftOwner,
  findCaseFile,
  findOwnFile,
  formOwner,
  listCaseFiles,
  listOwnFiles,
  nameOf,
  placeOf,
} from "../../db/attachments.ts";
import { answersOf } from "./answers.ts";
import { openShelf, sendFile } from "./files.ts";
import { caseIn, hire, question } from "./journey.ts";
import { OFFICE_URL, visit } from "./office-client.ts";
import { openWorld, theSystem, thePublic, type World } from "./world.ts";

const MINUTE = 1 / 1440;
const token = "a".repeat(43);
const other = "b".repeat(43);
const ownerOf = (world: World, session = token) => formOwner(world.store.read, session);
const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: "#c00" } })
    .png()
    .toBuffer();

const begin = (world: World, over: { name?: string; size?: number | null; session?: string } = {}) =>
  world.run(beginAttachment, thePublic, {
    ownerHash: ownerOf(world, over.session),
    name: over.name ?? "ảnh.png",
    size: over.size === undefined ? 1000 : over.size,
  });

const send = (world: World) => {
  const answers = answersOf("feedback");
  return world.run(sendDraft, thePublic, { token, answers, key: "key", bodyHash: "hash", heldReason: null });
};

/** How many files the page of the receipt says went with the case. */
async function filesOnReceipt(world: World): Promise<number | undefined> {
  const args = visit(world, { path: "/vi/receipt" });
  args.request.headers.set("Cookie", `${cookieName("form", OFFICE_URL)}=${token}`);
  const shown = await receiptPage({ ...args, params: { lang: "vi" }, pattern: "/:lang/receipt" } as Parameters<
    typeof receiptPage
  >[0]);
  return shown.files;
}

test("a file is found by the session that sent it and by nobody else, and its name is sealed", async () => {
  await using world = await openWorld();
  const row = await begin(world, { name: "Đơn của tôi.pdf" });
  const { read } = world.store;
  expect(await findOwnFile(read, row.publicId, [ownerOf(world)])).toMatchObject({ id: row.id });
  expect(await findOwnFile(read, row.publicId, [ownerOf(world, other)])).toBeNull();
  expect(await findOwnFile(read, row.publicId, [])).toBeNull();
  const turned = row.publicId.replace(/^./, (first) => (first === "0" ? "1" : "0"));
  expect(await findOwnFile(read, turned, [ownerOf(world)])).toBeNull();
  expect(nameOf(read, row)).toBe("Đơn của tôi.pdf");
  const stored = JSON.stringify(await world.database.sql("select * from attachment"));
  expect(stored).not.toContain("Đơn");
  expect(stored).not.toContain(token);
});

test("another's file can be neither added to nor finished nor taken back", async () => {
  await using world = await openWorld();
  const { publicId } = await begin(world);
  const owners = [ownerOf(world, other)];
  const gone = { code: "not-found" };
  await expect(world.run(addPiece, thePublic, { publicId, owners, offset: 0, length: 1000 })).rejects.toMatchObject(
    gone,
  );
  const whole = { publicId, owners, size: 1000, sha256: "0" };
  await expect(world.run(finishAttachment, thePublic, whole)).rejects.toMatchObject(gone);
  await expect(world.run(removeAttachment, thePublic, { publicId, owners })).rejects.toMatchObject(gone);
  expect(await listOwnFiles(world.store.read, [ownerOf(world)])).toHaveLength(1);
});

test("nobody of an office adds files for a sender", async () => {
  await using world = await openWorld();
  const officer = await world.staff("officer");
  const file = { ownerHash: ownerOf(world), name: "a.png", size: 5 };
  await expect(world.run(beginAttachment, officer, file)).rejects.toMatchObject({ code: "forbidden" });
});

test.each([
  ["virus.exe", 10, "wrong-type"],
  ["đơn.pdf", 0, "empty"],
  ["phim.mp4", MAX_FILE_BYTES + 1, "too-big"],
  ["đơn.exe.pdf", 10, "double-extension"],
])("%s of %d bytes is refused before its first byte: %s", async (name, size, why) => {
  await using world = await openWorld();
  await expect(begin(world, { name, size })).rejects.toMatchObject({ errors: { attachments: why } });
  expect(await listOwnFiles(world.store.read, [ownerOf(world)])).toEqual([]);
});

test("a session holds ten files and two hundred megabytes; another session has its own room", async () => {
  await using world = await openWorld();
  for (let n = 0; n < MAX_FILES; n += 1) await begin(world);
  await expect(begin(world)).rejects.toMatchObject({ errors: { attachments: "too-many" } });
  await begin(world, { session: other });
  const [first] = await listOwnFiles(world.store.read, [ownerOf(world)]);
  await world.run(removeAttachment, thePublic, { publicId: first?.publicId ?? "", owners: [ownerOf(world)] });
  await begin(world);
});

test("pieces are counted in their order, once each, and never beyond the end", async () => {
  await using world = await openWorld();
  const { publicId } = await begin(world, { size: PIECE_BYTES + 10 });
  const owners = [ownerOf(world)];
  const add = (offset: number, length: number) => world.run(addPiece, thePublic, { publicId, owners, offset, length });
  const stale = { code: "stale" };
  await expect(add(PIECE_BYTES, 10)).rejects.toMatchObject(stale);
  expect(await add(0, PIECE_BYTES)).toMatchObject({ received: PIECE_BYTES, state: "receiving" });
  await expect(add(0, PIECE_BYTES)).rejects.toMatchObject(stale);
  await expect(add(PIECE_BYTES, 11)).rejects.toMatchObject(stale);
  expect(await add(PIECE_BYTES, 10)).toMatchObject({ received: PIECE_BYTES + 10, state: "checking" });
  await expect(add(PIECE_BYTES + 10, 0)).rejects.toMatchObject(stale);
});

test("of two pieces at once for the same place one is counted", async () => {
  await using world = await openWorld();
  const { publicId } = await begin(world, { size: 3 * PIECE_BYTES });
  const piece = { publicId, owners: [ownerOf(world)], offset: 0, length: PIECE_BYTES };
  const ends = await Promise.allSettled([1, 2, 3].map(() => world.run(addPiece, thePublic, piece)));
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await findOwnFile(world.store.read, publicId, [ownerOf(world)])).toMatchObject({ received: PIECE_BYTES });
});

test("what is whole goes with the case in one transaction; what is half here stays behind", async () => {
  await using world = await openWorld();
  using shelf = openShelf(world);
  const whole = await sendFile(world, shelf, ownerOf(world), { bytes: await picture() });
  const half = await begin(world, { size: 2 * PIECE_BYTES });
  const { code } = await send(world);
  const { id } = await world.find(code);
  expect((await listCaseFiles(world.store.read, id)).map((row) => row.publicId)).toEqual([whole.publicId]);
  expect(await filesOnReceipt(world)).toBe(1);
  expect(await findOwnFile(world.store.read, whole.publicId, [ownerOf(world)])).toBeNull();
  expect(await findOwnFile(world.store.read, half.publicId, [ownerOf(world)])).not.toBeNull();
  const strange = await world.submit();
  expect(await findCaseFile(world.store.read, strange.id, whole.publicId)).toBeNull();
});

test("a filing that fails takes no file along", async () => {
  await using world = await openWorld();
  using shelf = openShelf(world);
  await sendFile(world, shelf, ownerOf(world), { bytes: await picture() });
  const answers = answersOf("feedback", { field: "astrology" });
  const failing = world.run(sendDraft, thePublic, { token, answers, key: "k", bodyHash: "h", heldReason: null });
  await expect(failing).rejects.toThrow("input");
  expect(await listOwnFiles(world.store.read, [ownerOf(world)])).toMatchObject([{ caseId: null, state: "checking" }]);
});

test("files go with their draft: they live as long, move to it, and go when it is discarded", async () => {
  await using world = await openWorld();
  using shelf = openShelf(world);
  const bytes = await picture();
  await sendFile(world, shelf, ownerOf(world), { bytes });
  const typed = {
    kind: "feedback" as const,
    answers: { content: "Đang viết" },
    startedAt: world.now(),
    trapped: false,
  };
  const draft = await world.run(saveDraft, thePublic, { token, ...typed });
  const owner = draftOwner(world.store.read, draft);
  expect(await listOwnFiles(world.store.read, [owner])).toMatchObject([{ expiresAt: draft.expiresAt }]);
  world.tick(2);
  expect(await reapExpired({ ...shelf.job })).toBe(0);
  await world.run(discardDraft, thePublic, { token });
  expect(await reapExpired({ ...shelf.job })).toBe(1);
  expect(shelf.names()).toEqual([]);
});

test("files of a reply belong to whoever holds the pass, and go with the reply", async () => {
  await using world = await openWorld();
  using shelf = openShelf(world);
  const people = await hire(world);
  const { code } = await caseIn(world, people, "in_progress");
  const { id } = await world.find(code);
  await world.run(askSubmitter, people.officer, { code, question });
  const file = await sendFile(world, shelf, caseOwner(world.store.read, id), { bytes: await picture() });
  await world.run(replyToQuestion, { kind: "submitter", caseId: id }, { code, reply: "Tôi gửi kèm ảnh." });
  const [filed] = await listCaseFiles(world.store.read, id);
  expect(filed).toMatchObject({ publicId: file.publicId, expiresAt: null });
  expect(filed?.messageId).not.toBeNull();
});

test("a file is looked into once, by one process, and opens then", async () => {
  await using world = await openWorld();
  using shelf = openShelf(world);
  const { publicId } = await sendFile(world, shelf, ownerOf(world), { bytes: await picture() });
  const until = new Date(world.now().getTime() + 60_000);
  const claimed = await Promise.all(
    [1, 2].map(() => world.store.write((tx) => claimFiles(tx, world.now(), until, { limit: 5 }))),
  );
  expect(claimed.flat()).toHaveLength(1);
  expect(await checkAttachments(shelf.job)).toBe(0);
  // The process that had it died: after its lease another takes it on.
  world.tick(2 * MINUTE);
  expect(await checkAttachments(shelf.job)).toBe(1);
  expect(await findOwnFile(world.store.read, publicId, [ownerOf(world)])).toMatchObject({
    state: "ready",
    scan: "off",
    checkAfter: null,
    cleanType: "png",
  });
  expect(await checkAttachments(shelf.job)).toBe(0);
});

test("what is not what its name says is refused, its bytes go, and the row tells why", async () => {
  await using world = await openWorld();
  using shelf = openShelf(world);
  const bytes = new TextEncoder().encode("<html><script>alert(1)</script></html>".repeat(20));
  const { publicId } = await sendFile(world, shelf, ownerOf(world), { bytes, name: "ảnh.jpg" });
  await checkAttachments(shelf.job);
  const row = await findOwnFile(world.store.read, publicId, [ownerOf(world)]);
  expect(row).toMatchObject({ state: "refused", refusal: "type-mismatch" });
  expect(shelf.names()).toEqual([]);
  const { code } = await send(world);
  expect(await listCaseFiles(world.store.read, (await world.find(code)).id)).toEqual([]);
  expect(await filesOnReceipt(world)).toBe(0);
});

test("while the scanner cannot be reached a file waits, and is taken into the case all the same", async () => {
  await using world = await openWorld();
  using shelf = openShelf(world);
  const job = { ...shelf.job, clamdUrl: "tcp://127.0.0.1:1" };
  const { publicId } = await sendFile(world, shelf, ownerOf(world), { bytes: await picture() });
  await checkAttachments(job);
  const { code } = await send(world);
  const { id } = await world.find(code);
  expect(await findCaseFile(world.store.read, id, publicId)).toMatchObject({ state: "ready", scan: "waiting" });
  expect(await checkAttachments(job)).toBe(0);
  world.tick(2 * MINUTE);
  expect(await checkAttachments(job)).toBe(1);
});

test("a place in a photo is sealed, and nobody takes it by itself", async () => {
  await using world = await openWorld();
  using shelf = openShelf(world);
  const GPS = {
    GPSLatitudeRef: "N",
    GPSLatitude: "21/1 1/1 30/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "105/1 50/1 0/1",
  };
  const photo = sharp({ create: { width: 40, height: 30, channels: 3, background: "#c00" } });
  const bytes = await photo.jpeg().withExif({ IFD3: GPS }).toBuffer();
  const { publicId } = await sendFile(world, shelf, ownerOf(world), { bytes, name: "đường.jpg" });
  await checkAttachments(shelf.job);
  const row = await findOwnFile(world.store.read, publicId, [ownerOf(world)]);
  if (!row) throw new Error("the file is gone");
  expect(placeOf(world.store.read, row)).toEqual({ latE6: 21_025_000, lonE6: 105_833_333 });
  expect(row.place).not.toContain("21025");
  const { code } = await send(world);
  expect(await world.find(code)).toMatchObject({ latE6: null, longE6: null });
});

test("a place that was pressed goes with the case", async () => {
  await using world = await openWorld();
  const typed = { kind: "feedback" as const, startedAt: world.now(), trapped: false };
  await world.run(saveDraft, thePublic, { token, ...typed, answers: { point: "21025000 105833333" } });
  const { code } = await send(world);
  expect(await world.find(code)).toMatchObject({ latE6: 21_025_000, longE6: 105_833_333 });
});

test("what nobody files is gone after a day, bytes and row; what is filed stays", async () => {
  await using world = await openWorld();
  using shelf = openShelf(world);
  const bytes = await picture();
  await sendFile(world, shelf, ownerOf(world), { bytes });
  await send(world);
  const kept = shelf.names().length;
  await sendFile(world, shelf, ownerOf(world, other), { bytes });
  world.tick(0.9);
  expect(await reapExpired(shelf.job)).toBe(0);
  world.tick(25 / 24 - 0.9);
  expect(await reapExpired(shelf.job)).toBe(1);
  expect(await listOwnFiles(world.store.read, [ownerOf(world, other)])).toEqual([]);
  expect(shelf.names()).toHaveLength(kept);
});

test("pieces without a row go, but only when no row can be on its way; pieces of rows stay", async () => {
  await using world = await openWorld();
  using shelf = openShelf(world);
  await sendFile(world, shelf, ownerOf(world), { bytes: await picture() });
  const kept = shelf.names();
  await shelf.blobs.put(`${"0".repeat(32)}/original/0000`, new Uint8Array(10));
  world.at(new Date().toISOString());
  expect(await reapOrphans(shelf.job)).toBe(0);
  world.tick(0.1);
  expect(await reapOrphans(shelf.job)).toBe(1);
  expect(shelf.names()).toEqual(kept);
});

test("only the system notes what looking into a file has shown", async () => {
  await using world = await openWorld();
  const row = await begin(world);
  const note = { row, found: { scan: "clean" as const } };
  await expect(world.run(noteFileCheck, thePublic, note)).rejects.toMatchObject({ code: "forbidden" });
  expect(await world.run(noteFileCheck, theSystem, note)).toBe(true);
});
