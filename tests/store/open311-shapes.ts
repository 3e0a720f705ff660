import { z } from "zod";

/**
 * The answers of GeoReport v2 and of mySociety's updates extension, written
 * down from the specification and not from the program: names, types, what
 * must be there, and that nothing else is. `app/http/open311-shapes.ts`, from
 * which the portal describes its API, says much the same, and must not be used
 * here: a field that is wrong there would be found right.
 */
export interface Shape {
  readonly root: string;
  readonly body: z.ZodType;
}

/** W3C, with a zone, without fractions of a second. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/);
const text = z.string().min(1);
/** Identifiers are strings, although the specification's examples print numbers. */
const id = z
  .string()
  .regex(/^[\w.-]+$/)
  .refine((value) => !/^(JOB|DEFECT)_/.test(value));

const error = z.strictObject({ code: z.int().min(400).max(599), description: text });

const endpoint = z.strictObject({
  specification: z.literal("http://wiki.open311.org/GeoReport_v2"),
  url: z.url(),
  changeset: moment,
  type: z.enum(["production", "test"]),
  formats: z.array(z.enum(["text/xml", "application/json"])).min(2),
});

const service = z.strictObject({
  service_code: id,
  service_name: text,
  description: text,
  metadata: z.boolean(),
  type: z.enum(["realtime", "batch", "blackbox"]),
  keywords: text,
  group: text,
});

const plainTypes = ["string", "number", "datetime", "text"] as const;
const listTypes = ["singlevaluelist", "multivaluelist"] as const;
const attributeBase = {
  variable: z.boolean(),
  code: id,
  required: z.boolean(),
  datatype_description: text.nullable(),
  order: z.int().min(1),
  description: text,
};
const attribute = z.discriminatedUnion("datatype", [
  z.strictObject({ ...attributeBase, datatype: z.enum(plainTypes) }),
  z.strictObject({
    ...attributeBase,
    datatype: z.enum(listTypes),
    values: z.array(z.strictObject({ key: text, name: text })).min(1),
  }),
]);

const definition = z.strictObject({
  service_code: id,
  attributes: z
    .array(attribute)
    .refine((all) => new Set(all.map(({ order }) => order)).size === all.length, "order is unique")
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, "codes are unique"),
});

const request = z.strictObject({
  service_request_id: id,
  status: z.enum(["open", "closed"]),
  status_notes: text.nullable(),
  service_name: text,
  service_code: id,
  description: text.nullable(),
  agency_responsible: text.nullable(),
  service_notice: text.nullable(),
  requested_datetime: moment,
  updated_datetime: moment,
  expected_datetime: moment,
  address: text.nullable(),
  address_id: id.nullable(),
  zipcode: text.nullable(),
  lat: z.number().min(-90).max(90),
  long: z.number().min(-180).max(180),
  media_url: z.url().nullable(),
  attributes: z.array(z.strictObject({ label: text, name: text, value: text, code: id })).optional(),
  extended_attributes: z
    .strictObject({
      location_precision: z.enum(["point", "province", "country"]),
      title: text.nullable(),
      published: z.boolean(),
      detail_url: z.url().nullable(),
      province_code: id.nullable(),
      commune_code: id.nullable(),
    })
    .optional(),
  notes: z.array(z.strictObject({ datetime: moment, description: text, type: text })).optional(),
});

const update = z.strictObject({
  update_id: id,
  service_request_id: id,
  status: z.enum([
    "OPEN",
    "CLOSED",
    "FIXED",
    "IN_PROGRESS",
    "ACTION_SCHEDULED",
    "INVESTIGATING",
    "DUPLICATE",
    "NOT_COUNCILS_RESPONSIBILITY",
    "NO_FURTHER_ACTION",
    "INTERNAL_REFERRAL",
    "FOR_TRIAGE",
    "CANCELLED",
    "REOPEN",
  ]),
  updated_datetime: moment,
  description: text,
  media_url: z.url().nullable(),
});

/** Either an id or a token, never both. */
const filed = z.strictObject({ service_request_id: id, service_notice: text.nullable(), account_id: id.nullable() });

export const shapes = {
  errors: { root: "errors", body: z.array(error).min(1) },
  discovery: {
    root: "discovery",
    body: z.strictObject({ changeset: moment, contact: text, key_service: text, endpoints: z.array(endpoint).min(2) }),
  },
  services: { root: "services", body: z.array(service).min(2) },
  definition: { root: "service_definition", body: definition },
  requests: { root: "service_requests", body: z.array(request) },
  filed: { root: "service_requests", body: z.array(filed).length(1) },
  tokens: {
    root: "service_requests",
    body: z.array(z.strictObject({ service_request_id: id, token: text })).length(1),
  },
  updates: { root: "service_request_updates", body: z.array(update) },
  updateFiled: {
    root: "service_request_updates",
    body: z.array(z.strictObject({ update_id: id })).length(1),
  },
} as const satisfies Record<string, Shape>;
