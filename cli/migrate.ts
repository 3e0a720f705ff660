import { openPortal } from "./open-portal.ts";

/** `migrate`: brings the database to the newest schema and loads missing reference data. */
export async function migrate(): Promise<void> {
  const portal = await openPortal();
  await portal.store.close();
  console.log(process.argv.includes("--json") ? '{"migrated":true}' : "The database is up to date.");
}
