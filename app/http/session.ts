import type { RouterContextProvider } from "react-router";
import { findSession, markSeen, type SignedIn } from "../../db/sessions.ts";
import { portalContext } from "./context.ts";
import { cookieName, makeCookie, readCookie } from "./cookies.ts";
import { describeError } from "./perform.ts";

const COOKIE = "office";

/** The session id that a browser came with, or null. */
export function sessionIdOf(request: Request, context: Readonly<RouterContextProvider>): string | null {
  const { env } = context.get(portalContext);
  const id = readCookie(request.headers.get("cookie"), cookieName(COOKIE, env.PUBLIC_URL));
  return id !== null && /^[\w-]{43}$/.test(id) ? id : null;
}

/** Who is signed in, with their rights of this moment, or null. Marks the session as seen, at most once a minute. */
export async function readSession(
  request: Request,
  context: Readonly<RouterContextProvider>,
): Promise<SignedIn | null> {
  const { store, clock, log } = context.get(portalContext);
  const id = sessionIdOf(request, context);
  const found = id === null ? null : await findSession(store.read, id, clock());
  if (found?.renew) {
    try {
      await store.write((tx) => markSeen(tx, found.session, clock()));
    } catch (error) {
      // A database that takes no writes must still let people read.
      log.warn(describeError(error), "session not renewed");
    }
  }
  return found;
}

/** The cookie of a new session; it ends with the browser, and on the server before that. */
export function sessionCookie(id: string, publicUrl: string): string {
  return makeCookie(COOKIE, id, { publicUrl, sameSite: "Strict" });
}

export function endedCookie(publicUrl: string): string {
  return makeCookie(COOKIE, "", { publicUrl, sameSite: "Strict", maxAge: 0 });
}

/** Where to go after signing in: a page of the office, whatever was asked for. */
export function safeNext(next: string | null | undefined): string {
  const home = "/office";
  if (!next || next.length > 500 || !/^\/office(?:[/?]|$)/.test(next) || /[\\\s]|\/\//.test(next)) return home;
  const { pathname, search } = new URL(next, "http://portal.invalid");
  const outside = !pathname.startsWith(home) || /^\/office\/(?:sign-in|sign-out|activate)/.test(pathname);
  return outside ? home : pathname + search;
}
