import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from "zod-openapi";
import { type Lang, languages } from "../domain/case-kind.ts";
import { getI18n } from "../i18n.ts";
import { type Operation, operations } from "./api-operations.ts";
import { problems } from "./api-problem.ts";
import { caseCode, problemShape } from "./api-shapes.ts";

export const API_VERSION = "1.0.0";
export type ApiDocument = ReturnType<typeof createDocument>;

const documents = new Map<string, ApiDocument>();

/** The OpenAPI 3.1 document, made once per language from the schemas that validate. */
export function describeApi(lang: Lang, publicUrl: string): ApiDocument {
  const name = `${lang} ${publicUrl}`;
  const known = documents.get(name) ?? makeDocument(lang, publicUrl);
  documents.set(name, known);
  return known;
}

const groups = ["cases", "submitter", "reference", "staff",
  "systems", "portal"] as const satisfies readonly Operation["group"][];
/** Every call may say in which language its problems are told. */
const anyQuery = z.object({ lang: z.enum(languages).optional() });

function makeDocument(lang: Lang, publicUrl: string): ApiDocument {
  const t = getI18n(lang).getFixedT(lang, "api");
  const paths: Record<string, Partial<Record<Operation["method"], ZodOpenApiOperationObject>>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationObject(operation, lang) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: { title: t("info.title"), description: t("info.description"), version: API_VERSION },
    servers: [{ url: publicUrl }],
    tags: groups.map((group) => ({ name: group, description: t(`groups.${group}`) })),
    paths,
    components: {
      securitySchemes: {
        staffToken: { type: "http", scheme: "bearer", description: t("info.token") },
        webhookToken: { type: "http", scheme: "bearer", description: t("info.webhookToken") },
      },
    },
  });
}

function operationObject(operation: Operation, lang: Lang): ZodOpenApiOperationObject {
  const t = getI18n(lang).getFixedT(lang, "api");
  const { id, group, access, path, params, query, headers, body, form } = operation;
  const json = body ? { "application/json": { schema: body } } : {};
  return {
    operationId: id,
    tags: [group],
    summary: t(`operations.${id}`),
    security: access === "staff" ? [{ staffToken: [] }] : access === "webhook" ? [{ webhookToken: [] }] : [],
    requestParams: {
      ...(params ? { path: params } : path.includes("{code}") ? { path: z.object({ code: caseCode }) } : {}),
      query: query ? anyQuery.extend(query.shape) : anyQuery,
      ...(headers ? { header: headers } : {}),
    },
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { ...json, ...(form ? { "multipart/form-data": { schema: body } } : {}) },
          },
        }
      : {}),
    responses: responsesOf(operation, lang),
  };
}

function responsesOf(
  operation: Operation,
  lang: Lang,
): Record<`${1 | 2 | 3 | 4 | 5}${string}`, ZodOpenApiResponseObject> {
  const t = getI18n(lang).getFixedT(lang, "api");
  const responses: Record<string, ZodOpenApiResponseObject> = {};
  for (const [status, schema] of Object.entries(operation.answers)) {
    responses[status] = {
      description: t(`answers.${status}`),
      ...(operation.tagged && status.startsWith("2") ? { headers: z.object({ ETag: z.string() }) } : {}),
      ...(schema ? { content: { "application/json": { schema } } } : {}),
    };
  }
  for (const code of operation.problems) {
    const status = String(problems[code]);
    const meaning = `${t(`problems.${code}.title`)} (\`/problems/${code}\`)`;
    const before = responses[status]?.description;
    responses[status] = {
      description: before ? `${before}; ${meaning}` : meaning,
      content: { "application/problem+json": { schema: problemShape } },
    };
  }
  return responses;
}
