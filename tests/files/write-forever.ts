import { openBlobStore } from "../../files/blob-store.ts";
import { blobOf } from "./killed-writes.ts";

/** Writes blobs into the folder given until it is killed, and prints each key once it is written. */
const store = openBlobStore(`file:${process.argv[2]}`);
for (let round = 0; ; round += 1) {
  await Promise.all(
    Array.from({ length: 4 }, async (_, at) => {
      const key = `aa11/original/${round * 4 + at}`;
      await store.put(key, blobOf(key));
      process.stdout.write(`${key}\n`);
    }),
  );
}
