import { verify } from "node:crypto";
import { expect, test } from "vitest";
import { insertAttachment, takeFiles, updateFile } from "../../db/attachments.ts";
import { insertCase } from "../../db/cases.ts";
import { filedHashes, findSignedReceipt } from "../../db/receipts.ts";
import { readReceiptText } from "../../app/domain/receipt.ts";
import { makeKeyring } from "../../db/keyring.server.ts";
import { openStore } from "../../db/store.server.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { recordCaseEvent } from "../../app/commands/steps/change-case.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const receiptOf = async (world: World, code: string) => {
  const found = await findSignedReceipt(world.store.read, code);
  if (!found) throw new Error(`no receipt for ${code}`);
  return found;
};

test("a receipt tells what was fixed when the case was filed, and is signed", async () => {
  await using world = await openWorld();
  const { code, contentSha256 } = await world.submit("proposal");
  const { facts, text, signature } = await receiptOf(world, code);
  expect(facts).toEqual({
    portal: "localhost",
    code,
    kind: "proposal",
    receivedAt: world.now(),
    agencyVi: (await world.agency("VPTW")).nameVi,
    agencyEn: (await world.agency("VPTW")).nameEn,
    triageDue: expect.stringMatching(/^2026-10-\d\d$/),
    answerDue: expect.stringMatching(/^2026-1\d-\d\d$/),
    textSha256: contentSha256,
    fileSha256: [],
    keyId: "test",
  });
  expect(readReceiptText(text.toString())).toEqual(facts);
  const [first] = world.store.read.keys.receiptPublicKeys();
  expect(first && verify(null, text, first.key, signature)).toBe(true);
});

test("the bytes stay the same whatever becomes of the case", async () => {
  await using world = await openWorld();
  const { code } = await world.submit("feedback");
  const before = await receiptOf(world, code);
  const triage = await world.staff("triage");
  const version = (await world.find(code)).version;
  await world.run(assignCase, triage, { code, version, agencyId: (await world.agency("BKHCN")).id });
  world.tick(3);
  const after = await receiptOf(world, code);
  expect(after.text.equals(before.text)).toBe(true);
  expect(after.signature.equals(before.signature)).toBe(true);
});

test("a receipt names neither the sender nor the secret", async () => {
  await using world = await openWorld();
  const { code, secret } = await world.submit("feedback", {
    answers: {
      name: "Canary Người Gửi",
      email: "canary@example.com",
      content: "Nội dung chim hoàng yến rất dài ở đây.",
    },
  });
  const text = (await receiptOf(world, code)).text.toString();
  for (const hidden of ["Canary", "canary@example.com", "hoàng yến", secret, secret.replaceAll("-", "")])
    expect(text).not.toContain(hidden);
});

test("files are named by their hashes in order, one that is still being looked into by a dash", async () => {
  await using world = await openWorld();
  const { id } = await world.submit();
  const hashes = await world.store.write(async (tx) => {
    for (const sha256 of ["b".repeat(64), "a".repeat(64), null]) {
      const file = {
        ownerHash: "me",
        name: "a.pdf",
        type: "pdf" as const,
        size: 1,
        evidenceBy: null,
        expiresAt: world.now(),
      };
      const row = await insertAttachment(tx, file, world.now());
      await updateFile(tx, row.id, { state: "checking", sha256 }, world.now());
    }
    await takeFiles(tx, ["me"], id, null, world.now());
    return filedHashes(tx, id);
  });
  expect(hashes).toEqual(["b".repeat(64), "a".repeat(64), "-"]);
});

test("a case filed before receipts were signed has none, nor has a code that is none", async () => {
  await using world = await openWorld();
  const { id: _id, ...row } = await world.find((await world.submit()).code);
  await world.store.write(async (tx) => {
    const early = await insertCase(tx, { ...row, code: "PA-3333-3333" });
    if (early) await recordCaseEvent(tx, thePublic, early, { type: "submit", seenBy: "public" }, world.now(), null);
  });
  expect(await findSignedReceipt(world.store.read, "PA-3333-3333")).toBeNull();
  expect(await findSignedReceipt(world.store.read, "PA-2222-2222")).toBeNull();
});

test("after the key ring has turned, old receipts keep their key and new ones take the new", async () => {
  await using world = await openWorld();
  const old = await world.submit();
  const before = await receiptOf(world, old.code);
  const keys = makeKeyring("next", { test: Buffer.alloc(32, 7), next: Buffer.alloc(32, 8) });
  const turned = await openStore(world.database.url, keys);
  const after = await findSignedReceipt(turned.read, old.code);
  await turned.close();
  expect(after?.signature.equals(before.signature)).toBe(true);
  expect(keys.receiptPublicKeys().map(({ keyId }) => keyId)).toEqual(["next", "test"]);
});
