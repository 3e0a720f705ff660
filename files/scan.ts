import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { ScanState } from "../app/domain/attachments.ts";

/** One scan as a whole. */
const TOTAL_MS = 60_000;
const REPLY_BYTES = 4_096;

/** What stands in the way of a verdict: the scanner is out of reach, slow, or answers something else. */
class ScannerError extends Error {
  override readonly name = "ScannerError";
}

/**
 * Streams a file to ClamAV (`INSTREAM`) at `CLAMD_URL` (`tcp://host:port` or
 * `unix:/path`). `off` without a scanner. A scanner that does not answer with a
 * verdict leaves the file `waiting`: taken in, but closed to officers until a
 * later try. Throws only what reading the file throws.
 */
export async function scanFile(
  clamdUrl: string | null,
  content: AsyncIterable<Uint8Array>,
  totalMs: number = TOTAL_MS,
): Promise<ScanState> {
  if (clamdUrl === null) return "off";
  try {
    return verdictOf(await ask(clamdUrl, content, totalMs));
  } catch (error) {
    if (error instanceof ScannerError) return "waiting";
    throw error;
  }
}

async function ask(clamdUrl: string, content: AsyncIterable<Uint8Array>, totalMs: number): Promise<string> {
  const socket = open(clamdUrl);
  let broken = false;
  socket.on("error", () => {
    broken = true;
  });
  const patience = setTimeout(() => socket.destroy(), totalMs);
  const reply = readReply(socket);
  try {
    socket.write("zINSTREAM\0");
    for await (const chunk of content) {
      if (broken || socket.destroyed || !socket.writable) break;
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      socket.write(length);
      if (!socket.write(chunk)) await drained(socket);
    }
    if (!socket.destroyed && socket.writable) socket.write(Buffer.alloc(4));
    return await reply;
  } finally {
    clearTimeout(patience);
    socket.destroy();
  }
}

function open(clamdUrl: string): Socket {
  const url = new URL(clamdUrl);
  if (url.protocol === "unix:") return connect({ path: decodeURIComponent(url.pathname) });
  return connect({ host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port || "3310") });
}

/** Waits until more may be written, or there is nobody to write to. */
async function drained(socket: Socket): Promise<void> {
  const settled = new AbortController();
  const options = { signal: settled.signal };
  await Promise.race([once(socket, "drain", options), once(socket, "close", options)]).catch(() => {});
  settled.abort();
}

/** The scanner's line; the empty text when it hangs up or fails. It may come before everything was sent. */
function readReply(socket: Socket): Promise<string> {
  let text = "";
  return new Promise((resolve) => {
    socket.on("data", (data: Buffer) => {
      text = (text + data.toString("latin1")).slice(0, REPLY_BYTES);
      if (text.includes("\0")) resolve(text);
    });
    socket.once("close", () => resolve(text));
  });
}

/** Only `stream: OK` opens a file, and only `… FOUND` condemns it. */
function verdictOf(reply: string): ScanState {
  const line = reply.split("\0")[0]?.trim() ?? "";
  if (line === "stream: OK") return "clean";
  if (/^stream: .+ FOUND$/.test(line)) return "infected";
  throw new ScannerError("the scanner gave no verdict");
}
