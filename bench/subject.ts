import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { renderToString } from "react-dom/server";
import { createRequestHandler, type EntryContext, RouterContextProvider, type ServerBuild } from "react-router";
import * as build from "virtual:react-router/server-build";
import { pageElement } from "../app/entry.server.tsx";
import { langContext, portalContext, sourceContext } from "../app/http/context.ts";
import type { Role } from "../app/domain/actor.ts";
import { sessionCookie } from "../app/http/session.ts";
import { openPortal } from "../cli/open-portal.ts";
import { projectFile } from "../db/migrations.server.ts";
import { insertSession } from "../db/sessions.ts";
import { createPortalServer } from "../server.ts";

/**
 * The portal under the benchmark: the same program as `npm start`, which also
 * tells its own processor time and memory, and can render one page's tree by
 * itself many times.
 */
type Order =
  | { do: "usage" }
  | { do: "render"; path: string; times: number }
  | { do: "sign-in"; role: Role }
  | { do: "stop" };

const portal = await openPortal();
const server = createPortalServer(portal, build, projectFile("build/client"));
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));

process.on("message", (order: Order) => {
  void obey(order).then((answer) => process.send?.(answer));
});

async function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case "usage": {
      const { user, system } = process.cpuUsage();
      return { cpuMicros: user + system, rss: process.memoryUsage.rss() };
    }
    case "render":
      return { microsEach: await renderAlone(order.path, order.times) };
    case "sign-in":
      return { cookie: await signIn(order.role) };
    case "stop":
      server.closeAllConnections();
      server.close();
      await portal.store.close();
      process.exit(0);
  }
}

/** The cookie of a new session of somebody in this role. */
async function signIn(role: Role): Promise<string> {
  const { staff } = portal.store.read.tables;
  const [person] = await portal.store.read.select().from(staff).where(eq(staff.role, role)).orderBy(staff.id).limit(1);
  if (!person) throw new Error(`nobody is ${role}`);
  const id = await portal.store.write((tx) => insertSession(tx, person.id, portal.clock()));
  return sessionCookie(id, portal.env.PUBLIC_URL).split(";")[0] ?? "";
}

/** Processor microseconds of `renderToString` of a page's tree, its data already loaded. */
async function renderAlone(path: string, times: number): Promise<number> {
  const context = new RouterContextProvider();
  context.set(portalContext, portal);
  context.set(langContext, "vi");
  context.set(sourceContext, "bench");
  const url = new URL(path, portal.env.PUBLIC_URL).href;
  // The hand-over to the browser can be read once only, and public pages have none.
  const entry = { ...(await captureEntry(url, context)), serverHandoffStream: undefined };
  const element = pageElement(url, entry, context);
  for (let warm = 0; warm < 50; warm += 1) renderToString(element);
  const before = process.cpuUsage();
  for (let round = 0; round < times; round += 1) renderToString(element);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

async function captureEntry(url: string, context: RouterContextProvider): Promise<EntryContext> {
  let captured: EntryContext | undefined;
  const capturing: ServerBuild = {
    ...build,
    entry: {
      module: {
        ...build.entry.module,
        default: async (_request, status, headers, entry) => {
          captured = entry;
          return new Response(null, { status, headers });
        },
      },
    },
  };
  await createRequestHandler(capturing, "production")(new Request(url), context);
  if (!captured) throw new Error(`nothing was rendered for ${url}`);
  return captured;
}
