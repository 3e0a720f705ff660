import { mkdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "../tests/postgres-server.ts";

export type Env = Record<string, string | undefined>;

/** Does a piece of work on a PostgreSQL of its own, whose data stay in a folder of this name for the next run. */
export async function onPostgres(
  name: string,
  env: Env,
  work: (env: Env, data: string) => Promise<void>,
): Promise<void> {
  // Its programs run as another user, who may not be able to read the project's folder.
  const folder = path.join(os.tmpdir(), name);
  const data = path.join(folder, "files");
  mkdirSync(folder, { recursive: true });
  const server = await startPostgres(folder);
  try {
    mkdirSync(data, { recursive: true });
    await work({ ...env, DATA_DIR: data, DATABASE_URL: server.url }, data);
  } finally {
    const ended = new Promise((resolve) => server.child.once("exit", resolve));
    server.child.kill("SIGINT");
    await ended;
  }
}
