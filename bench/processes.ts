import { type ChildProcess, fork } from "node:child_process";

export interface Subject {
  readonly port: number;
  ask<T>(order: object): Promise<T>;
  /** Processor microseconds that the process has used so far, and its memory. */
  usage(): Promise<{ cpuMicros: number; rss: number }>;
  stop(): Promise<void>;
}

/** Starts a process that reports over its channel: first its port, then an answer to each order. */
export async function startSubject(file: string, env: Record<string, string | undefined>): Promise<Subject> {
  const child: ChildProcess = fork(file, {
    env,
    execArgv: ["--max-semi-space-size=16"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const next = <T>() =>
    new Promise<T>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${file} ended with ${code}`));
      child.once("exit", ended);
      child.once("message", (message) => {
        child.off("exit", ended);
        resolve(message as T);
      });
    });
  const { port } = await next<{ port: number }>();
  const ask = <T>(order: object): Promise<T> => {
    const answer = next<T>();
    child.send(order);
    return answer;
  };
  return {
    port,
    ask,
    usage: () => ask({ do: "usage" }),
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.send({ do: "stop" });
      await ended;
    },
  };
}
