import { z } from "zod";
import type { Operation } from "./api-operations.ts";
import * as shape from "./open311-shapes.ts";

const text = z.string().optional();
const geo = { group: "open311", access: "public", problems: [] } as const;
const failures = { 400: shape.geoErrors, 403: shape.geoErrors, 404: shape.geoErrors, 429: shape.geoErrors } as const;
const unavailable = { 503: shape.geoErrors } as const;
const reads = { ...failures, 304: null, ...unavailable };
const slice = { page: text, page_size: text };
const one = (name: string) => z.object({ [name]: z.string() });
const sent = ["application/x-www-form-urlencoded"] as const;

/** Open311 (GeoReport v2 with updates) in JSON; the same addresses with `.xml` answer the same in XML. */
export const open311Operations: readonly Operation[] = [
  {
    ...geo,
    id: "open311_discovery",
    method: "get",
    path: "/open311/v2/discovery.json",
    answers: { 200: shape.discovery, ...reads },
  },
  {
    ...geo,
    id: "open311_services",
    method: "get",
    path: "/open311/v2/services.json",
    answers: { 200: shape.services, ...reads },
  },
  {
    ...geo,
    id: "open311_service",
    method: "get",
    path: "/open311/v2/services/{service}.json",
    params: one("service"),
    answers: { 200: shape.definition, ...reads },
  },
  {
    ...geo,
    id: "open311_requests",
    method: "get",
    path: "/open311/v2/requests.json",
    query: z.object({
      service_request_id: text,
      service_code: text,
      status: text,
      start_date: text,
      end_date: text,
      updated_after: text,
      updated_before: text,
      extensions: text,
      api_key: text,
      ...slice,
    }),
    answers: { 200: shape.requests, ...reads },
  },
  {
    ...geo,
    id: "open311_request",
    method: "get",
    path: "/open311/v2/requests/{request}.json",
    params: one("request"),
    query: z.object({ extensions: text, api_key: text }),
    answers: { 200: shape.requests, ...reads },
  },
  {
    ...geo,
    id: "open311_file",
    method: "post",
    path: "/open311/v2/requests.json",
    sentAs: sent,
    body: z.looseObject({
      api_key: z.string(),
      service_code: z.string(),
      description: text,
      lat: text,
      long: text,
      address_string: text,
      address_id: text,
      email: text,
      phone: text,
      first_name: text,
      last_name: text,
      media_url: text,
    }),
    answers: { 201: shape.filed, 200: shape.filed, 413: shape.geoErrors, ...failures, ...unavailable },
  },
  {
    ...geo,
    id: "open311_token",
    method: "get",
    path: "/open311/v2/tokens/{token}.json",
    params: one("token"),
    query: z.object({ api_key: text }),
    answers: { 200: shape.tokens, ...reads },
  },
  {
    ...geo,
    id: "open311_updates",
    method: "get",
    path: "/open311/v2/servicerequestupdates.json",
    query: z.object({ service_request_id: text, start_date: text, end_date: text, api_key: text, ...slice }),
    answers: { 200: shape.updates, ...reads },
  },
  {
    ...geo,
    id: "open311_update",
    method: "post",
    path: "/open311/v2/servicerequestupdates.json",
    sentAs: sent,
    body: z.looseObject({
      api_key: z.string(),
      service_request_id: z.string(),
      update_id: text,
      description: text,
      media_url: text,
    }),
    answers: { 201: shape.updateFiled, 200: shape.updateFiled, 413: shape.geoErrors, ...failures, ...unavailable },
  },
];
