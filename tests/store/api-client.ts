import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import { matchRoutes, RouterContextProvider, type RouteObject } from "react-router";
import { expect } from "vitest";
import routes from "../../app/routes.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { readEnv } from "../../app/env.server.ts";
import type { RouteArgs } from "../../app/http/api-call.ts";
import { describeApi } from "../../app/http/api-openapi.ts";
import { type Operation, operations } from "../../app/http/api-operations.ts";
import { problems } from "../../app/http/api-problem.ts";
import { problemShape } from "../../app/http/api-shapes.ts";
import { langContext, type Portal, portalContext, sourceContext } from "../../app/http/context.ts";
import { pickLanguage } from "../../app/http/language.ts";
import { makeCaseWatch } from "../../app/http/case-watch.ts";
import { makeRateLimiter } from "../../app/http/rate-limit.ts";
import { insertToken } from "../../db/api-tokens.ts";
import { openBlobStore } from "../../files/blob-store.ts";
import { faultsOf } from "../openapi.ts";
import type { World } from "./world.ts";

/** An answer as a program reads it. `body` is checked against the API's own description before anybody sees it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Programs read JSON without knowing its type; tests say what they expect of it.
  readonly body: Json;
}
export type Json = { readonly [name: string]: Json } & { readonly [place: number]: Json } & Iterable<Json>;

export interface Api {
  readonly portal: Portal;
  get(address: string, headers?: Record<string, string>): Promise<Answer>;
  post(address: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  send(address: string, request: RequestInit): Promise<Answer>;
}

export const PUBLIC_URL = "https://portal.example";

/** The API over a world's store, called through its routes as the server calls them. */
export function openApi(world: World, options: { limited?: boolean; portal?: Partial<Portal> } = {}): Api {
  const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), "cau-noi-api-"));
  const portal: Portal = {
    store: world.store,
    blobs: openBlobStore(`file:${DATA_DIR}/files`),
    env: readEnv({ PUBLIC_URL, DATA_DIR, HOST: "127.0.0.1" }),
    clock: world.now,
    limiter: makeRateLimiter(options.limited ?? false, () => world.now().getTime()),
    watch: makeCaseWatch(world.store, world.now),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    ...options.portal,
  };
  const send = (address: string, request: RequestInit) => call(portal, address, request);
  return {
    portal,
    send,
    get: (address, headers = {}) => send(address, { headers }),
    post: (address, body, headers = {}) =>
      send(address, {
        method: "POST",
        headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

/** The headers of a person's token. */
export async function tokenOf(world: World, actor: StaffActor): Promise<Record<string, string>> {
  const token = await world.store.write((tx) => insertToken(tx, actor.staffId, "staff", world.now()));
  return { Authorization: `Bearer ${token}` };
}

type Endpoint = (args: RouteArgs) => Promise<Response>;
const modules = import.meta.glob<{ loader: Endpoint; action: Endpoint }>([
  "../../app/routes/api/*.ts",
  "../../app/routes/public/{case-badge,cases-feed,ledger-files,open-data-file,receipt-keys}.ts",
]);

/** Every route that answers programs, with the path of the layouts around it. */
function routeObjects(entries: readonly RouteConfigEntry[], around = ""): RouteObject[] {
  return entries.flatMap(({ file, path: own = "", children = [] }) => {
    const full = `${around}/${own}`;
    const answering = `../../app/${file}` in modules ? [{ id: file, path: full }] : [];
    return [...answering, ...routeObjects(children, full)];
  });
}

async function call(portal: Portal, address: string, init: RequestInit): Promise<Answer> {
  const request = new Request(`${PUBLIC_URL}${address}`, init);
  const { pathname } = new URL(request.url);
  const match = matchRoutes(routeObjects(await routes), pathname)?.at(-1);
  const load = modules[`../../app/${match?.route.id ?? ""}`];
  if (!match || !load) throw new Error(`no route answers ${pathname}`);
  const module = await load();
  const context = new RouterContextProvider();
  context.set(portalContext, portal);
  context.set(sourceContext, "source");
  context.set(langContext, pickLanguage(pathname, Object.fromEntries(request.headers)));
  const endpoint = ["GET", "HEAD", "OPTIONS"].includes(request.method) ? module.loader : module.action;
  const response = await endpoint({ request, params: match.params, context });
  const text = await response.text();
  const isJson = /[/+]json(;|$)/.test(response.headers.get("Content-Type") ?? "");
  const body: Json = text === "" ? undefined : JSON.parse(isJson ? text : JSON.stringify(text));
  holdAgainstDescription(request.method, pathname, response, body);
  holdAgainstDocument(request.method, pathname, response, body);
  return { status: response.status, headers: response.headers, body };
}

/** Fails when the OpenAPI document does not describe the call or the answer. */
function holdAgainstDescription(method: string, pathname: string, response: Response, body: unknown): void {
  const { status } = response;
  if (method === "OPTIONS") return;
  const problem = response.headers.get("Content-Type")?.startsWith("application/problem+json") ?? false;
  const operation = findOperation(method, pathname);
  if (problem) {
    expect(problemShape.strict().parse(body)).toEqual(body);
    const code = problemShape.parse(body).type.replace("/problems/", "");
    expect(problems).toHaveProperty(code, status);
    if (operation) expect(operation.problems).toContain(code);
    else expect(["not-found", "method-not-allowed"]).toContain(code);
    return;
  }
  if (!operation) throw new Error(`${method} ${pathname} is not described`);
  expect(Object.keys(operation.answers)).toContain(String(status));
  const schema = operation.answers[status];
  if (schema) expect(schema.parse(body)).toEqual(body);
  else expect(body).toBeUndefined();
  // Files bring one where they are finished.
  const free = status === 303 || operation.group === "files";
  if (!free) expect(response.headers.has("ETag")).toBe(operation.tagged === true && status !== 204);
}

const document: unknown = JSON.parse(JSON.stringify(describeApi("en", PUBLIC_URL)));

/** Fails when the answer is not as the served OpenAPI document says. */
function holdAgainstDocument(method: string, pathname: string, response: Response, body: unknown): void {
  if (method === "OPTIONS" || !findOperation(method, pathname)) return;
  const contentType = response.headers.get("Content-Type");
  expect(faultsOf(document, { method, path: pathname, status: response.status, contentType, body })).toEqual([]);
}

/** The operation that describes a call. A path without parameters goes before one with. */
function findOperation(method: string, pathname: string): Operation | null {
  const wanted = method === "HEAD" ? "get" : method.toLowerCase();
  const found = operations.filter((operation) => {
    const exact = operation.path.replace(/\./g, "\\.").replace("cases/{code}", "cases/(?!lookup)[^/]+");
    const pattern = exact.replace(/\{\w+\}/g, "[^/]+");
    return operation.method === wanted && new RegExp(`^${pattern}$`).test(pathname);
  });
  return found.find((operation) => operation.path === pathname) ?? found[0] ?? null;
}
