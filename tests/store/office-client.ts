import { RouterContextProvider } from "react-router";
import { readEnv } from "../../app/env.server.ts";
import { actorContext, langContext, type Portal, portalContext, sourceContext } from "../../app/http/context.ts";
import { cookieName } from "../../app/http/cookies.ts";
import { makeCaseWatch } from "../../app/http/case-watch.ts";
import { makeRateLimiter } from "../../app/http/rate-limit.ts";
import { requireStaff } from "../../app/http/require-staff.ts";
import { openBlobStore } from "../../files/blob-store.ts";
import type { World } from "./world.ts";

export const OFFICE_URL = "https://portal.example";

/** What a browser sends to a page of the office. */
export interface Visit {
  readonly path?: string;
  readonly session?: string | null;
  readonly form?: Record<string, string>;
}

/** The arguments that a route of the office gets, over a world's store. */
export function visit(
  world: World,
  { path = "/office", session = null, form }: Visit = {},
  portal: Partial<Portal> = {},
) {
  const context = new RouterContextProvider();
  context.set(portalContext, {
    store: world.store,
    blobs: openBlobStore("file:/nowhere"),
    env: readEnv({ PUBLIC_URL: OFFICE_URL, HOST: "127.0.0.1", DATA_DIR: "/nowhere" }),
    clock: world.now,
    limiter: makeRateLimiter(false, () => world.now().getTime()),
    watch: makeCaseWatch(world.store, world.now),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    ...portal,
  });
  context.set(langContext, "vi");
  context.set(sourceContext, "a source");
  const url = new URL(path, OFFICE_URL);
  const headers = new Headers(session === null ? {} : { cookie: `${cookieName("office", OFFICE_URL)}=${session}` });
  const request = new Request(url, form ? { method: "POST", headers, body: new URLSearchParams(form) } : { headers });
  return { request, url, context, params: {}, pattern: path };
}

/** Goes through the gate; the role of whoever got in, or where the gate sends them. */
export async function throughGate(world: World, what: Visit): Promise<string> {
  const args = visit(world, what);
  try {
    await requireStaff(args, async () => new Response("in"));
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.headers.get("Location") ?? String(thrown.status);
    throw thrown;
  }
  const actor = args.context.get(actorContext);
  return actor.kind === "staff" ? actor.role : actor.kind;
}
