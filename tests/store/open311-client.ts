import { XMLParser, XMLValidator } from "fast-xml-parser";
import { RouterContextProvider } from "react-router";
import { expect } from "vitest";
import { describeApi } from "../../app/http/api-openapi.ts";
import { operations } from "../../app/http/api-operations.ts";
import { langContext, type Portal, portalContext, sourceContext } from "../../app/http/context.ts";
import { pickLanguage } from "../../app/http/language.ts";
import { action, loader } from "../../app/routes/api/open311.ts";
import { insertToken, type TokenScope } from "../../db/api-tokens.ts";
import { faultsOf } from "../openapi.ts";
import { openApi, PUBLIC_URL } from "./api-client.ts";
import { type Shape, shapes } from "./open311-shapes.ts";
import type { World } from "./world.ts";

export const formats = ["xml", "json"] as const;
export type Format = (typeof formats)[number];

/** What a client knows of an answer; `body` is the JSON shape, whichever format it came in. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Json;
}
export type Json = { readonly [name: string]: Json } & { readonly [place: number]: Json } & readonly Json[];

export interface Open311 {
  readonly portal: Portal;
  /** Reads an address without its extension, in a format. */
  get(address: string, format?: Format, headers?: Record<string, string>): Promise<Answer>;
  /** Posts fields as a form. */
  post(address: string, fields: Fields, format?: Format, headers?: Record<string, string>): Promise<Answer>;
  /** Sends anything to an address with its extension. */
  send(address: string, init: RequestInit): Promise<Answer>;
}
export type Fields = Record<string, string | readonly string[]>;

/** An Open311 client over a world's store. Every answer is held against the specification before anybody sees it. */
export function openOpen311(world: World, options: Parameters<typeof openApi>[1] = {}): Open311 {
  const { portal } = openApi(world, options);
  const send = (address: string, init: RequestInit) => call(portal, address, init);
  return {
    portal,
    send,
    get: (address, format = "xml", headers = {}) => send(withFormat(address, format), { headers }),
    post: (address, fields, format = "xml", headers = {}) =>
      send(withFormat(address, format), { method: "POST", body: formOf(fields), headers }),
  };
}

const withFormat = (address: string, format: Format): string => address.replace(/(\?|$)/, `.${format}$1`);

export function formOf(fields: Fields): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : value.map((each) => [name, each]),
  );
  return new URLSearchParams(pairs);
}

/** A key of an office account, of the scope that opens this endpoint unless another is named. */
export async function keyFor(world: World, scope: TokenScope = "open311"): Promise<string> {
  const owner = await world.staff("triage");
  return world.store.write((tx) => insertToken(tx, owner.staffId, scope, world.now()));
}

async function call(portal: Portal, address: string, init: RequestInit): Promise<Answer> {
  const request = new Request(`${PUBLIC_URL}/open311/v2/${address}`.replace("/v2//", "/"), init);
  const { pathname } = new URL(request.url);
  const context = new RouterContextProvider();
  context.set(portalContext, portal);
  context.set(sourceContext, "source");
  context.set(langContext, pickLanguage(pathname, Object.fromEntries(request.headers)));
  const endpoint = ["GET", "HEAD", "OPTIONS"].includes(request.method) ? loader : action;
  const splat = decodeURIComponent(pathname.slice("/open311/".length));
  const response = await endpoint({ request, params: { "*": splat }, context });
  const text = await response.text();
  const { status, headers } = response;
  if (status === 204 || status === 304) {
    expect(text).toBe("");
    return { status, headers, text, body: undefined as unknown as Json };
  }
  const { root, body } = read(headers.get("Content-Type"), text);
  const path = pathname.replace("/v2/en/", "/v2/");
  if (root === null && status !== 405 && path.startsWith("/open311/v2/")) {
    const contentType = headers.get("Content-Type");
    const met = { method: request.method, path, status, contentType, body };
    if (described(path)) expect(faultsOf(description, met)).toEqual([]);
  }
  holdAgainstSpecification(pathname, request.method, status, root, body);
  return { status, headers, text, body: body as Json };
}

const description: unknown = JSON.parse(JSON.stringify(describeApi("en", PUBLIC_URL)));

/** An address of the specification; anything else below it is an error whatever the document says. */
const described = (path: string): boolean =>
  operations.some(({ path: known }) =>
    new RegExp(`^${known.replace(/\./g, "\\.").replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  isArray: (name, path) => lists[String(path).split(".").at(-2) ?? ""] === name,
});
/** Containers of repeated children; in JSON they are arrays. */
const lists: Record<string, string> = {
  endpoints: "endpoint",
  formats: "format",
  services: "service",
  attributes: "attribute",
  values: "value",
  service_requests: "request",
  notes: "note",
  service_request_updates: "request_update",
  errors: "error",
};
const booleans = ["metadata", "variable", "required", "published"];
const numbers = ["lat", "long", "order"];

/** Reads an answer as a client does: XML is turned into JSON by the conversion of the specification. */
function read(type: string | null, text: string): { root: string | null; body: unknown } {
  if (type === "application/json; charset=utf-8") return { root: null, body: JSON.parse(text) };
  expect(type).toBe("text/xml; charset=utf-8");
  expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
  expect(XMLValidator.validate(text)).toBe(true);
  expect(text).not.toContain("xmlns");
  const { "?xml": _declaration, ...document } = parser.parse(text);
  const [[root, inner] = ["", ""], ...others] = Object.entries(document);
  expect(others).toEqual([]);
  return { root, body: convert(root, inner) };
}

function convert(name: string, value: unknown): unknown {
  const item = lists[name];
  if (item !== undefined) {
    if (value === "") return [];
    const children = Object.entries(Object(value));
    expect(children.map(([child]) => child)).toEqual([item]);
    const [[, entries] = ["", []]] = children;
    return (entries as unknown[]).map((entry) =>
      name === "errors" ? { ...Object(entry), code: Number(Object(entry).code) } : convert("", entry),
    );
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([child, inner]) => [child, convert(child, inner)]));
  }
  if (value === "") return null;
  if (booleans.includes(name)) return value === "true" ? true : value === "false" ? false : value;
  return numbers.includes(name) ? Number(value) : value;
}

/** Fails when an answer is not of the shape that the specification gives for the call. */
function holdAgainstSpecification(
  pathname: string,
  method: string,
  status: number,
  root: string | null,
  body: unknown,
): void {
  const shape = status >= 400 ? shapes.errors : shapeOf(pathname, method);
  if (!shape) throw new Error(`${method} ${pathname} answered ${status} and is no call of the specification`);
  if (root !== null) expect(root).toBe(shape.root);
  expect(shape.body.parse(body)).toEqual(body);
  if (status >= 400) for (const { code } of shapes.errors.body.parse(body)) expect(code).toBe(status);
}

function shapeOf(pathname: string, method: string): Shape | null {
  const path = pathname.replace(/^\/open311\/(v2\/)?(en\/)?/, "").replace(/\.(xml|json)$/, "");
  if (path === "discovery") return shapes.discovery;
  if (path === "services") return shapes.services;
  if (/^services\/[^/]+$/.test(path)) return shapes.definition;
  if (path === "requests") return method === "POST" ? shapes.filed : shapes.requests;
  if (/^requests\/[^/]+$/.test(path)) return shapes.requests;
  if (/^tokens\/[^/]+$/.test(path)) return shapes.tokens;
  if (path === "servicerequestupdates") return method === "POST" ? shapes.updateFiled : shapes.updates;
  return null;
}
