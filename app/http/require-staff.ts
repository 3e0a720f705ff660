import { type MiddlewareFunction, redirectDocument } from "react-router";
import { actorOn } from "../../db/absences.ts";
import { localDate } from "../domain/calendar.ts";
import { actorContext, langContext, portalContext, staffContext } from "./context.ts";
import { readSession, sessionIdOf } from "./session.ts";

/**
 * The gate of the office, run as route middleware before any loader or action
 * behind it, whatever form the request has. Rights are read anew each time.
 * It lets in; what each person may do there is asked by every query and command.
 */
export const requireStaff: MiddlewareFunction<Response> = async ({ request, url, context }, next) => {
  const signedIn = await readSession(request, context);
  if (!signedIn) {
    const query = new URLSearchParams({ next: url.pathname + url.search });
    if (sessionIdOf(request, context) !== null) query.set("ended", "1");
    throw redirectDocument(`/office/sign-in?${query}`, 303);
  }
  const { staff, agency } = signedIn;
  const { store, clock } = context.get(portalContext);
  const actor = await actorOn(store.read, staff, agency, localDate(clock()));
  context.set(actorContext, actor);
  context.set(staffContext, { ...actor, email: staff.email, lang: staff.lang, shortcuts: staff.shortcuts });
  context.set(langContext, staff.lang);
  return next();
};
