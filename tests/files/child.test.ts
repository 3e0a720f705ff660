import sharp from "sharp";
import { expect, test } from "vitest";
import { MAX_FILE_BYTES } from "../../app/domain/attachments.ts";
import { checkFile } from "../../files/check-file.ts";
import { lookApart } from "../../files/child/look-apart.ts";
import { ordinaryLimits } from "../../files/child/guard.ts";
import { DamagedFileError, writePieces } from "../../files/pieces.ts";
import { checkBytes, keys, memoryBlobs, newFile, once } from "./bench.ts";
import { drawn } from "./build-image.ts";

const MB = 1024 * 1024;
const photo = await drawn(4_000, 3_000).jpeg().toBuffer();
const drop = async (clean: AsyncIterable<Buffer>) => {
  for await (const chunk of clean) void chunk;
};

test("a look that takes too long is ended, and the file refused", async () => {
  const verdict = await lookApart("a.jpg", slowly(photo), drop, { ...ordinaryLimits, milliseconds: 1_500 });
  expect(verdict).toEqual({ refusal: "bomb", size: 0 });
});

test.runIf(process.platform === "linux")("a look that takes too much of a processor is ended", async () => {
  // Takes far more than the start of a process, and far less than the whole of it is allowed.
  const large = sharp(photo).resize(7_900, 7_900, { fit: "fill", kernel: "nearest" }).jpeg({ quality: 40 });
  const limits = { ...ordinaryLimits, processorMs: 800 };
  const verdict = await lookApart("a.jpg", once(await large.toBuffer()), drop, limits);
  expect(verdict).toEqual({ refusal: "bomb", size: 0 });
});

test.runIf(process.platform === "linux")(
  "a look that takes too much memory is ended, and the file refused",
  async () => {
    async function* heavy() {
      yield Buffer.concat([photo, Buffer.alloc(150 * MB)]);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      yield Buffer.alloc(1);
    }
    const verdict = await lookApart("a.jpg", heavy(), drop, { ...ordinaryLimits, bytes: 130 * MB });
    expect(verdict).toEqual({ refusal: "bomb", size: 0 });
  },
);

test("the process ends with the look, also when its result is not wanted", async () => {
  const wanted = lookApart("a.jpg", once(photo), async () => {
    throw new Error("the store is out of reach");
  });
  await expect(wanted).rejects.toThrow("the store is out of reach");
});

test("content that cannot be read is an error, and no verdict", async () => {
  async function* damaged() {
    yield photo.subarray(0, 1_000);
    throw new DamagedFileError("a piece is missing");
  }
  await expect(lookApart("a.jpg", damaged(), drop)).rejects.toThrow(DamagedFileError);
});

test("a file with a piece missing stays as it was, for another try", async () => {
  const store = { blobs: memoryBlobs(), keys };
  const file = newFile();
  await writePieces(store, file, "original", once(photo));
  store.blobs.blobs.delete(`${file.publicId}/original/0000`);
  const whole = { store, file, name: "a.jpg", size: photo.length, clamdUrl: null };
  await expect(checkFile(whole)).rejects.toThrow(DamagedFileError);
});

test("a check that was done before is done again, over what was there", async () => {
  const store = { blobs: memoryBlobs(), keys };
  const first = await checkBytes(store, "a.jpg", photo);
  const again = await checkFile({ store, file: first.file, name: "a.jpg", size: photo.length, clamdUrl: null });
  expect(again).toEqual(first.check);
});

test("the child has no environment to tell of", async () => {
  process.env.KEYRING_FILE = "/secret/keyring.json";
  try {
    const { environment } = await inspectChild();
    expect(environment).toEqual(["NODE_ENV"]);
  } finally {
    delete process.env.KEYRING_FILE;
  }
});

test("a file of the greatest size passes through", async () => {
  const store = { blobs: memoryBlobs(), keys };
  const large = Buffer.concat([await drawn().jpeg().toBuffer(), Buffer.alloc(MAX_FILE_BYTES)]).subarray(
    0,
    MAX_FILE_BYTES,
  );
  const { verdict } = await checkBytes(store, "a.jpg", large);
  expect(verdict).toBe("ready");
});

/** Gives a file byte run by byte run, so that the child waits. */
async function* slowly(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 1_000) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    yield bytes.subarray(at, at + 1_000);
  }
}

/** Reads a running child's environment from the system. */
async function inspectChild(): Promise<{ environment: string[] }> {
  const { readdir, readFile } = await import("node:fs/promises");
  let environment: string[] = [];
  async function* looking() {
    yield photo.subarray(0, 100_000);
    for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
      const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      const parent = (await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")).split(" ")[3];
      if (!command.includes("files/child/main.ts") || parent !== String(process.pid)) continue;
      const text = await readFile(`/proc/${pid}/environ`, "utf8");
      environment = text
        .split("\0")
        .filter(Boolean)
        .map((line) => line.split("=")[0] ?? "");
    }
    yield photo.subarray(100_000);
  }
  await lookApart("a.jpg", looking(), drop);
  return { environment };
}
