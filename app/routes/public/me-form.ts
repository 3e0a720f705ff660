import { data, type RouterContextProvider } from "react-router";
import { answeredContext, portalContext, sourceContext } from "../../http/context.ts";
import { readForm, typedValues } from "../../http/form-input.ts";
import type { Attempt } from "../../http/perform.ts";
import type { MeRefused } from "./me-words.ts";

type Context = Readonly<RouterContextProvider>;

/** A form of the account as it was posted, and the seconds to wait when there were too many. */
export async function readMeForm(
  request: Request,
  context: Context,
): Promise<{ form: FormData; typed: Record<string, string>; wait: number }> {
  const { limiter } = context.get(portalContext);
  context.set(answeredContext, true);
  const form = await readForm(request);
  return { form, typed: typedValues(form), wait: limiter.take("sign-in", context.get(sourceContext)) };
}

/** The page again with everything that was typed and why it was not taken. */
export function refuseMe(
  form: string,
  values: Record<string, string>,
  failed: Exclude<Attempt<unknown>, { ok: true }> | { readonly wait: number },
) {
  if ("wait" in failed) {
    const limited: MeRefused = { form, errors: {}, values, problem: "limited" };
    return data(limited, { status: 429, headers: { "Retry-After": String(failed.wait) } });
  }
  const problem = failed.status === 422 ? null : problemOf(failed.status);
  const body: MeRefused = { form, errors: failed.errors, values, problem };
  return data(body, { status: failed.status, headers: failed.status === 503 ? { "Retry-After": "10" } : {} });
}

function problemOf(status: number): MeRefused["problem"] {
  if (status === 503) return "unavailable";
  return status === 410 ? "expired" : "changed";
}
