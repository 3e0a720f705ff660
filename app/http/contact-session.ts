import type { RouterContextProvider } from "react-router";
import { findContactSession, markContactSeen } from "../../db/contact-sessions.ts";
import type { ContactRow } from "../../db/contacts.ts";
import { portalContext } from "./context.ts";
import { cookieName, makeCookie, readCookie } from "./cookies.ts";
import { describeError } from "./perform.ts";
import { endPassCookie } from "./tracking-pass.ts";

/** The session of somebody who came in by a mailed link, in a cookie that ends with the browser. */
const COOKIE = "me";

type Context = Readonly<RouterContextProvider>;

export interface Account {
  readonly contact: ContactRow;
  readonly actor: { readonly kind: "contact"; readonly contactId: number };
  readonly sessionId: string;
}

/** Whose account it is, or null. Marks the session as seen, at most once a minute. */
export async function readAccount(request: Request, context: Context): Promise<Account | null> {
  const { env, store, clock, log } = context.get(portalContext);
  const sessionId = readCookie(request.headers.get("cookie"), cookieName(COOKIE, env.PUBLIC_URL));
  if (sessionId === null || !/^[\w-]{43}$/.test(sessionId)) return null;
  const found = await findContactSession(store.read, sessionId, clock());
  if (!found) return null;
  if (found.renew) {
    try {
      await store.write((tx) => markContactSeen(tx, found.session, clock()));
    } catch (error) {
      // A database that takes no writes must still let people read.
      log.warn(describeError(error), "session not renewed");
    }
  }
  return { contact: found.contact, actor: { kind: "contact", contactId: found.contact.id }, sessionId };
}

/** `Lax`, so that a link in a mail finds its reader signed in. */
export function accountCookie(id: string, publicUrl: string): string {
  return makeCookie(COOKIE, id, { publicUrl, sameSite: "Lax" });
}

/** Ends the session in this browser, and with it the pass to a case that it may have opened. */
export function leavingHeaders(publicUrl: string): Headers {
  return new Headers([
    ["Set-Cookie", makeCookie(COOKIE, "", { publicUrl, sameSite: "Lax", maxAge: 0 })],
    ["Set-Cookie", endPassCookie(publicUrl)],
  ]);
}
