import type { RouterContextProvider } from "react-router";
import { portalContext } from "../../http/context.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { openByPass } from "./tracking.ts";

/** The case that this browser has open at this moment, or null. */
export async function openOwnCase(request: Request, context: Readonly<RouterContextProvider>): Promise<CaseRow | null> {
  return openByPass(request, context, context.get(portalContext).clock());
}
