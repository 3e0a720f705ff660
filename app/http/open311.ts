import { openToAll, type RouteArgs } from "./api-call.ts";
import { type GeoCall, givenIn, jurisdictionOf, limitSource, readAddress, readForm, refuse } from "./open311-call.ts";
import { discover } from "./open311-discovery.ts";
import { fileRequest } from "./open311-file.ts";
import { listRequests, readRequest, resolveToken } from "./open311-read.ts";
import { describeService, listServices } from "./open311-services.ts";
import { addUpdate, listRequestUpdates } from "./open311-updates.ts";
import { describeError } from "./perform.ts";

type Handler = (call: GeoCall, id: string) => Promise<Response>;
type Handlers = Partial<Record<"GET" | "POST", Handler>>;

/** Every call of GeoReport v2 and of the updates extension: the name alone, or the name with an id below it. */
const calls: Record<string, { readonly all?: Handlers; readonly one?: Handlers }> = {
  discovery: { all: { GET: discover } },
  services: { all: { GET: listServices }, one: { GET: describeService } },
  requests: { all: { GET: listRequests, POST: fileRequest }, one: { GET: readRequest } },
  tokens: { one: { GET: resolveToken } },
  servicerequestupdates: { all: { GET: listRequestUpdates, POST: addUpdate } },
};

/** Answers any address below `/open311`; whatever goes wrong is `errors/error` in the format asked for. */
export async function answerOpen311(args: RouteArgs): Promise<Response> {
  const { call, known } = readAddress(args);
  const method = args.request.method === "HEAD" ? "GET" : args.request.method;
  const handlers = known ? handlersOf(call.path) : null;
  const response = handlers ? await handle(call, handlers, method) : refuse(call, 404, [["notFound"]]);
  // Reading is open to pages of any origin; keys do not belong into pages.
  if (method === "GET" || method === "OPTIONS") openToAll(response);
  return response;
}

function handlersOf([name = "", id, ...rest]: readonly string[]): Handlers | null {
  if (rest.length > 0 || !Object.hasOwn(calls, name)) return null;
  return (id === undefined ? calls[name]?.all : calls[name]?.one) ?? null;
}

async function handle(call: Omit<GeoCall, "given">, handlers: Handlers, method: string): Promise<Response> {
  const allowed = [...(handlers.GET ? ["GET", "HEAD"] : []), ...(handlers.POST ? ["POST"] : []), "OPTIONS"].join(", ");
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: { Allow: allowed } });
  const handler = method === "GET" || method === "POST" ? handlers[method] : undefined;
  if (!handler) return refuse(call, 405, [["method", { allowed }]], { Allow: allowed });
  try {
    const given = method === "GET" ? givenIn(call.url.searchParams) : await readForm(call);
    const whole = { ...call, given };
    limitSource(whole);
    const wanted = given.one("jurisdiction_id");
    const own = jurisdictionOf(call);
    if (wanted !== null && wanted.toLowerCase() !== own) return refuse(call, 404, [["noJurisdiction", { own }]]);
    return await handler(whole, call.path[1] ?? "");
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    call.portal.log.error(describeError(thrown), "open311 call failed");
    return refuse(call, 503, [["unavailable"]]);
  }
}
