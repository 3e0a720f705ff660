import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

export const engines = ["sqlite", "postgres"] as const;
export type Engine = (typeof engines)[number];

/** The `DATABASE_URL` of an empty database on an engine; undefined for the portal's own default. */
export async function emptyDatabase(engine: Engine): Promise<string | undefined> {
  if (engine === "sqlite") return undefined;
  const server = inject("postgresUrl");
  const name = `e2e_${randomBytes(6).toString("hex")}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.replace(/postgres$/, name);
}
