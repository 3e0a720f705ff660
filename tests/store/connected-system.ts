import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** One delivery as a connected system got it. */
export interface Got {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A real server on this machine that stands for a connected system. */
export interface ConnectedSystem {
  readonly url: string;
  readonly origin: string;
  readonly got: Got[];
  /** What it answers from now on. */
  answer(status: number, headers?: Record<string, string>): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function openSystem(): Promise<ConnectedSystem> {
  const got: Got[] = [];
  let next: { status: number; headers: Record<string, string> } = { status: 204, headers: {} };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      got.push({ headers: request.headers, body: Buffer.concat(pieces).toString("utf8") });
      response.writeHead(next.status, next.headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    url: `${origin}/hook`,
    origin,
    got,
    answer(status, headers = {}) {
      next = { status, headers };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
