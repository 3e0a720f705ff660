import { data, type RouterContextProvider } from "react-router";
import type { z } from "zod";
import { type AllowedValues, checkInput } from "../domain/check-input.ts";
import type { Actor } from "../domain/actor.ts";
import { type FieldErrors, InputRefusal, Refusal, type RefusalCode } from "../domain/refusal.ts";
import type { Tx } from "../../db/store.server.ts";
import { actorContext, portalContext } from "./context.ts";

/** A command: the same four arguments for every caller. */
export type Command<I, R> = (tx: Tx, actor: Actor, input: I, now: Date) => Promise<R>;

/** How an attempt went, with the HTTP status that says so. */
export type Attempt<R> =
  | { readonly ok: true; readonly value: R }
  | {
      readonly ok: false;
      readonly status: 422;
      readonly errors: FieldErrors;
      readonly allowed?: AllowedValues;
      readonly refusal?: undefined;
    }
  | {
      readonly ok: false;
      readonly status: 403 | 409 | 410;
      readonly errors: FieldErrors;
      readonly refusal: RefusalCode;
    }
  | { readonly ok: false; readonly status: 503; readonly errors: FieldErrors; readonly refusal: "unavailable" };

const statusOf: Record<Exclude<RefusalCode, "not-found">, 403 | 409 | 410> = {
  forbidden: 403,
  "arbiter-decided": 403,
  "with-arbiter": 409,
  "own-work": 403,
  "proposal-outdated": 409,
  "not-rehearsed": 409,
  "wrong-state": 409,
  stale: 409,
  "newer-draft": 409,
  "too-late": 409,
  "window-over": 409,
  "parts-open": 409,
  "key-reused": 409,
  "date-passed": 409,
  "budget-used": 409,
  "extended-enough": 409,
  "asked-enough": 409,
  "task-over": 409,
  "already-exists": 409,
  "link-expired": 410,
};

/**
 * The one seam between HTTP and commands: opens the transaction, supplies the
 * actor and the clock, turns a refusal into a status. What may not be seen is
 * thrown as 404; everything else is a value, so that the page can answer with
 * everything that was typed.
 */
export async function perform<I, R>(
  context: Readonly<RouterContextProvider>,
  command: Command<I, R>,
  input: I,
  actor: Actor = context.get(actorContext),
): Promise<Attempt<R>> {
  const { store, clock, log } = context.get(portalContext);
  try {
    return { ok: true, value: await store.write((tx) => command(tx, actor, input, clock())) };
  } catch (error) {
    if (error instanceof InputRefusal) return { ok: false, status: 422, errors: error.errors };
    if (error instanceof Refusal) {
      if (error.code === "not-found") throw notFound();
      log.info({ refusal: error.code }, "refused");
      return { ok: false, status: statusOf[error.code], errors: {}, refusal: error.code };
    }
    log.error(describeError(error), "write failed");
    return { ok: false, status: 503, errors: {}, refusal: "unavailable" };
  }
}

/** Checks raw input against the command's schema, then performs it. */
export async function attempt<I, R>(
  context: Readonly<RouterContextProvider>,
  command: Command<I, R>,
  schema: z.ZodType<I>,
  raw: unknown,
  actor?: Actor,
): Promise<Attempt<R>> {
  const checked = checkInput(schema, raw);
  if (!checked.ok) return { ...checked, status: 422 };
  return perform(context, command, checked.value, actor ?? context.get(actorContext));
}

/** The one answer for what does not exist and for what may not be seen. */
export function notFound() {
  return data(null, { status: 404 });
}

/** What may be logged of an unexpected error: its name, code and frames, never its message. */
export function describeError(error: unknown): { errorName: string; errorCode: string; stack: string } {
  const name = error instanceof Error ? error.name : typeof error;
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code).slice(0, 40) : "";
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  return { errorName: name, errorCode: code, stack: frames.slice(0, 8).join("\n") };
}
