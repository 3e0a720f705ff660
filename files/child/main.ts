import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { frame, HELLO, unframe } from "./frame.ts";
import { lookInto } from "./look-into.ts";

/**
 * The child process that looks into one file: name and bytes come over standard
 * input, verdict and cleaned bytes leave over standard output. It has no
 * settings, no secrets and no files of the portal, and ends after one file.
 */
async function main(): Promise<void> {
  // Libraries must not write into the answer.
  console.log = console.info = console.debug = console.warn = () => {};
  process.stdout.write(HELLO);
  const { head, rest } = unframe<{ name: string }>(await buffer(process.stdin));
  const look = await lookInto(head.name, rest);
  const { bytes, ...verdict } = look.refusal === null ? look : { ...look, bytes: Buffer.alloc(0) };
  if (!process.stdout.write(Buffer.concat([frame({ ...verdict, size: bytes.length }), bytes])))
    await once(process.stdout, "drain");
}

await main();
