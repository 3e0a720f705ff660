import { Agent, request } from "node:http";

export interface Shot {
  readonly path: string;
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}
export interface Volley {
  readonly seconds: number;
  /** Milliseconds per request, sorted. */
  readonly times: number[];
  readonly statuses: Map<number, number>;
}

/** Fires `count` requests at `concurrent` at a time over kept connections, and reads every answer whole. */
export async function fire(
  port: number,
  count: number,
  concurrent: number,
  shot: (index: number) => Shot,
): Promise<Volley> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrent });
  const times: number[] = [];
  const statuses = new Map<number, number>();
  let next = 0;
  const shooter = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      const began = performance.now();
      const { status } = await send(port, agent, shot(index));
      times.push(performance.now() - began);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: concurrent }, shooter));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { seconds, times: times.toSorted((a, b) => a - b), statuses };
}

/** One request; its body is read whole. */
export function send(port: number, agent: Agent | undefined, shot: Shot): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { path, method = "GET", body, headers } = shot;
    const call = request({ host: "127.0.0.1", port, agent, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    call.once("error", reject);
    call.end(body);
  });
}

export const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
