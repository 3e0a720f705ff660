import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { inflateRawSync } from "node:zlib";

/** The test file that every scanner knows; written so that none finds it here. */
export const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

export interface Clamd {
  readonly url: string;
  /** How many files came, and how many bytes the last one had. */
  readonly scanned: number[];
  /** The largest chunk that came. */
  largest(): number;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Decides about a file once it is whole; null hangs up, "" says nothing at all. */
export type Decide = (bytes: Buffer) => string | null;

/** Speaks `zINSTREAM` as ClamAV does, and finds EICAR raw or in an archive. */
export async function openClamd(where: number | string = 0, decide: Decide = verdict): Promise<Clamd> {
  const scanned: number[] = [];
  const open = new Set<Socket>();
  let largest = 0;
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => open.delete(socket));
    let held = Buffer.alloc(0);
    const file: Buffer[] = [];
    let greeted = false;
    socket.on("data", (data: Buffer) => {
      held = Buffer.concat([held, data]);
      if (!greeted && held.length >= 10) {
        if (held.toString("latin1", 0, 10) !== "zINSTREAM\0") return socket.end("UNKNOWN COMMAND\0");
        greeted = true;
        held = held.subarray(10);
      }
      if (!greeted) return;
      while (held.length >= 4) {
        const length = held.readUInt32BE(0);
        if (length === 0) {
          const bytes = Buffer.concat(file);
          scanned.push(bytes.length);
          const reply = decide(bytes);
          if (reply === null) socket.destroy();
          else if (reply !== "") socket.end(reply);
          return;
        }
        if (held.length < 4 + length) return;
        largest = Math.max(largest, length);
        file.push(held.subarray(4, 4 + length));
        held = held.subarray(4 + length);
      }
    });
  });
  server.listen(typeof where === "string" ? { path: where } : { port: where, host: "127.0.0.1" });
  await once(server, "listening");
  const address = server.address();
  return {
    url: typeof address === "string" ? `unix:${address}` : `tcp://127.0.0.1:${address?.port ?? 0}`,
    scanned,
    largest: () => largest,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function verdict(bytes: Buffer): string {
  return [bytes, ...members(bytes)].some((part) => part.includes(EICAR))
    ? "stream: Eicar-Test-Signature FOUND\0"
    : "stream: OK\0";
}

function members(zip: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = zip.indexOf("PK\u0003\u0004"); at !== -1; at = zip.indexOf("PK\u0003\u0004", at + 4)) {
    try {
      found.push(inflateRawSync(zip.subarray(at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28))));
    } catch {
      // Stored, not packed: the search through the whole finds it.
    }
  }
  return found;
}
