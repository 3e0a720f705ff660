import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { openBlobStore } from "../../files/blob-store.ts";
import { checkFile } from "../../files/check-file.ts";
import { writePieces } from "../../files/pieces.ts";
import { createReadStream } from "node:fs";
import { keys, newFile } from "./bench.ts";

/**
 * Stands for the server: checks every file of a folder, two at a time, and
 * prints the verdicts and how much its own memory grew meanwhile.
 * `node run-corpus.ts FOLDER STORE`; `FOLDER/names.json` has the files' names.
 */
const [folder = "", storeFolder = ""] = process.argv.slice(2);
const names = JSON.parse(await readFile(path.join(folder, "names.json"), "utf8")) as Record<string, string>;
const files = (await readdir(folder)).filter((file) => file.endsWith(".bin")).sort();
const store = { blobs: openBlobStore(`file:${storeFolder}`), keys };
const verdicts: Record<string, string> = {};

const before = process.memoryUsage.rss();
let highest = before;
const looking = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss());
}, 20);

async function work(): Promise<void> {
  for (let file = files.shift(); file !== undefined; file = files.shift()) {
    const sealed = newFile();
    const size = await writePieces(store, sealed, "original", createReadStream(path.join(folder, file)));
    const check = await checkFile({ store, file: sealed, name: names[file] ?? "", size, clamdUrl: null });
    verdicts[file] = check.state === "ready" ? "ready" : check.refusal;
  }
}

await Promise.all([work(), work()]);
clearInterval(looking);
process.stdout.write(JSON.stringify({ verdicts, grew: Math.max(highest, process.memoryUsage.rss()) - before }));
