import { createHash } from "node:crypto";
import type { RouterContextProvider } from "react-router";
import type { z } from "zod";
import { checkInput } from "../domain/check-input.ts";
import type { Lang } from "../domain/case-kind.ts";
import { problem, type ProblemCode, type ProblemDetails } from "./api-problem.ts";
import { langContext, type Portal, portalContext, sourceContext } from "./context.ts";
import { type Attempt, describeError } from "./perform.ts";
import type { Limited } from "./rate-limit.ts";

/** One request to the API with what its handler needs. */
export interface Call {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: Readonly<RouterContextProvider>;
  readonly portal: Portal;
  /** The language of errors: `?lang=`, else what the request prefers. */
  readonly lang: Lang;
}

export type Handler = (call: Call) => Promise<Response>;
export type RouteArgs = Pick<Call, "request" | "params" | "context">;

/**
 * The loader and action of an API route: picks the handler by method, answers
 * 405 for the others, and turns whatever is thrown into a problem. `open` reads
 * may be called by pages of any origin, without credentials.
 */
export function endpoint(
  handlers: Partial<Record<"GET" | "POST", Handler>>,
  options: { open?: boolean } = {},
): (args: RouteArgs) => Promise<Response> {
  const allowed = [...(handlers.GET ? ["GET", "HEAD"] : []), ...(handlers.POST ? ["POST"] : []), "OPTIONS"].join(", ");
  return async (args) => {
    const call = makeCall(args);
    const method = args.request.method === "HEAD" ? "GET" : args.request.method;
    const response = await answer(call, method, handlers, allowed);
    if (options.open && (method === "GET" || method === "OPTIONS")) openToAll(response);
    return response;
  };
}

/** The loader and action of an address that is none: 404 whatever the method. */
export const nowhere = async (args: RouteArgs): Promise<Response> => refuse(makeCall(args), "not-found");

async function answer(
  call: Call,
  method: string,
  handlers: Partial<Record<string, Handler>>,
  allowed: string,
): Promise<Response> {
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: { Allow: allowed } });
  const handler = handlers[method];
  if (!handler) return refuse(call, "method-not-allowed", { headers: { Allow: allowed } });
  try {
    return await handler(call);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    if (isNotFound(thrown)) return refuse(call, "not-found");
    call.portal.log.error(describeError(thrown), "api call failed");
    return refuse(call, "unavailable");
  }
}

/** A call as it came, with the language of its errors. */
export function makeCall({ request, params, context }: RouteArgs): Call {
  const url = new URL(request.url);
  const wanted = url.searchParams.get("lang");
  const lang = wanted === "vi" || wanted === "en" ? wanted : context.get(langContext);
  return { request, url, params, context, portal: context.get(portalContext), lang };
}

/** `perform` throws what may not be seen as the framework's own 404. */
function isNotFound(thrown: unknown): boolean {
  if (typeof thrown !== "object" || thrown === null || !("init" in thrown)) return false;
  const { init } = thrown;
  return typeof init === "object" && init !== null && "status" in init && init.status === 404;
}

/** Lets pages of any origin read an answer, without credentials. */
export function openToAll(response: Response): void {
  response.headers.set("Access-Control-Allow-Origin", "*");
  response.headers.set("Access-Control-Expose-Headers", "ETag, Retry-After");
  if (response.status !== 204) return;
  response.headers.set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
  response.headers.set("Access-Control-Allow-Headers", "Accept-Language, If-None-Match");
  response.headers.set("Access-Control-Max-Age", "86400");
}

/** A problem in the language of the call. */
export function refuse(call: Call, code: ProblemCode, details: ProblemDetails = {}): Response {
  return problem(call.lang, code, details);
}

/** A refused attempt as a problem. */
export function refuseAttempt(call: Call, failed: Extract<Attempt<unknown>, { ok: false }>): Response {
  if (failed.status === 422) return refuse(call, "input", failed);
  return refuse(call, failed.refusal);
}

/** Takes one token of the caller's rate; throws 429 with `Retry-After` when there is none. */
export function limit(call: Call, what: Limited): void {
  const seconds = call.portal.limiter.take(what, call.context.get(sourceContext));
  if (seconds > 0) throw refuse(call, "too-many", { headers: { "Retry-After": String(seconds) } });
}

/** The query of the address, checked; throws 422 beside each wrong parameter. Of a repeated one the last counts. */
export function readQuery<T>(call: Call, schema: z.ZodType<T>): T {
  const checked = checkInput(schema, Object.fromEntries(call.url.searchParams));
  if (!checked.ok) throw refuse(call, "input", checked);
  return checked.value;
}

/** A JSON answer that belongs to the caller alone. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}

/** A JSON answer that is the same for everybody: cached for a minute, told apart by the hash of its text. */
export function shareable(call: Call, body: unknown): Response {
  return shareableText(call, JSON.stringify(body), { "Content-Type": "application/json; charset=utf-8" });
}

/** Any text that is the same for everybody, as `shareable` sends JSON. */
export function shareableText(call: Call, text: string, own: Record<string, string>): Response {
  // Weak, because the server may send the same text compressed.
  const etag = `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const headers = { "Cache-Control": "public, max-age=60", ETag: etag, ...(own.Vary ? { Vary: own.Vary } : {}) };
  if (holds(call.request.headers.get("If-None-Match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, ...own } });
}

function holds(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const plain = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || plain(tag) === plain(etag));
}
