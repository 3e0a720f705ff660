import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import * as build from "virtual:react-router/server-build";
import { boundariesAt } from "../app/http/boundaries.ts";
import type { Portal } from "../app/http/context.ts";
import { startTimers } from "../app/jobs/timers.ts";
import { listProvinces } from "../db/places.ts";
import { hasStaff } from "../db/staff.ts";
import { projectFile } from "../db/migrations.server.ts";
import { createPortalServer } from "../server.ts";
import { inviteFirstAdministrator } from "./first-administrator.ts";
import { openPortal } from "./open-portal.ts";

/** `start [--web] [--worker]`: serves pages, runs the timers, or both when neither is named. */
export async function start(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { web: { type: "boolean" }, worker: { type: "boolean" } } });
  const portal = await openPortal();
  const both = !values.web && !values.worker;
  await run(portal, { web: both || values.web === true, worker: both || values.worker === true });
}

/** Runs a portal until it is told to stop; then finishes what is in flight. */
export async function run(portal: Portal, parts: { web: boolean; worker: boolean }): Promise<void> {
  // A file that cannot be drawn ends the start, not a page.
  const provinces = await listProvinces(portal.store.read);
  boundariesAt(
    portal.env.BOUNDARIES_FILE,
    provinces.map(({ code }) => code),
  );
  const stopTimers = parts.worker ? startTimers(portal) : async () => {};
  const stopServer = parts.web ? await listen(portal) : async () => {};
  if (parts.web && !(await hasStaff(portal.store.read))) await inviteFirstAdministrator(portal);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await stopServer();
    await stopTimers();
    await portal.store.close();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
}

async function listen(portal: Portal): Promise<() => Promise<void>> {
  const { env, log } = portal;
  const server = createPortalServer(portal, build, projectFile("build/client"));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  log.info({ port }, "listening");
  console.error(`Cầu Nối: ${env.PUBLIC_URL}`);
  return () =>
    new Promise((resolve) => {
      portal.watch.close();
      const patience = setTimeout(() => server.closeAllConnections(), 20_000);
      server.close(() => {
        clearTimeout(patience);
        resolve();
      });
      server.closeIdleConnections();
    });
}
