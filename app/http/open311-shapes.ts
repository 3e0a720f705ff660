import { z } from "zod";
import { openness } from "../domain/open311.ts";

/** The answers of GeoReport v2 and of its updates extension in JSON, for the description of the API. */
const moment = z.iso.datetime({ offset: true });
const text = z.string();
const id = z.string();

export const geoErrors = z
  .array(z.object({ code: z.int(), description: text }))
  .meta({ id: "Open311Errors", description: "One entry for each thing; the code is the HTTP status" });

export const discovery = z
  .object({
    changeset: moment,
    contact: text,
    key_service: text,
    endpoints: z.array(
      z.object({
        specification: z.url(),
        url: z.url(),
        changeset: moment,
        type: z.enum(["production", "test"]),
        formats: z.array(text),
      }),
    ),
  })
  .meta({ id: "Open311Discovery" });

export const services = z
  .array(
    z.object({
      service_code: id,
      service_name: text,
      description: text,
      metadata: z.boolean(),
      type: z.enum(["realtime", "batch", "blackbox"]),
      keywords: text,
      group: text,
    }),
  )
  .meta({ id: "Open311Services" });

export const definition = z
  .object({
    service_code: id,
    attributes: z.array(
      z.object({
        variable: z.boolean(),
        code: id,
        datatype: z.enum(["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]),
        required: z.boolean(),
        datatype_description: text.nullable(),
        order: z.int(),
        description: text,
        values: z.array(z.object({ key: text, name: text })).optional(),
      }),
    ),
  })
  .meta({ id: "Open311Service" });

export const requests = z
  .array(
    z.object({
      service_request_id: id,
      status: z.enum(openness),
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
      lat: z.number(),
      long: z.number(),
      media_url: z.url().nullable(),
      attributes: z.array(z.object({ label: text, name: text, value: text, code: id })).optional(),
      extended_attributes: z
        .object({
          location_precision: z.enum(["point", "province", "country"]),
          title: text.nullable(),
          published: z.boolean(),
          detail_url: z.url().nullable(),
          province_code: id.nullable(),
          commune_code: id.nullable(),
        })
        .optional(),
      notes: z.array(z.object({ datetime: moment, description: text, type: text })).optional(),
    }),
  )
  .meta({ id: "Open311Requests" });

export const filed = z
  .array(z.object({ service_request_id: id, service_notice: text.nullable(), account_id: id.nullable() }))
  .meta({ id: "Open311Filed" });

export const tokens = z.array(z.object({ service_request_id: id, token: text })).meta({ id: "Open311Tokens" });

export const updates = z
  .array(
    z.object({
      update_id: id,
      service_request_id: id,
      status: text,
      updated_datetime: moment,
      description: text,
      media_url: z.url().nullable(),
    }),
  )
  .meta({ id: "Open311Updates" });

export const updateFiled = z.array(z.object({ update_id: id })).meta({ id: "Open311UpdateFiled" });
