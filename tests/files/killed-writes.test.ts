import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { openBlobStore } from "../../files/blob-store.ts";
import { openFolder } from "./bench.ts";
import { blobOf } from "./killed-writes.ts";

test.each([1, 7, 30])("a process killed after %i written blobs loses none and leaves no half one", async (count) => {
  await using room = await openFolder();
  const script = path.join(import.meta.dirname, "write-forever.ts");
  const writer = spawn(process.execPath, [script, room.folder], { stdio: ["ignore", "pipe", "inherit"] });
  const written: string[] = [];
  for await (const key of createInterface(writer.stdout)) {
    written.push(key);
    if (written.length === count) writer.kill("SIGKILL");
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, "exit");
  expect(writer.signalCode).toBe("SIGKILL");

  const store = openBlobStore(`file:${room.folder}`);
  const seen: string[] = [];
  for await (const { key } of store.list()) {
    expect((await store.get(key))?.equals(blobOf(key))).toBe(true);
    seen.push(key);
  }
  expect(seen).toEqual(expect.arrayContaining(written));
});
