import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from "zod-openapi";
import { type Lang, languages } from "../domain/case-kind.ts";
import { getI18n } from "../i18n.ts";
import { examples } from "./api-examples.ts";
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

const groups = [
  "cases",
  "submitter",
  "register",
  "reference",
  "staff",
  "systems",
  "files",
  "open311",
  "portal",
] as const satisfies readonly Operation["group"][];
/** Every call of the API may say in which language its problems are told. */
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
  const { id, group, access, path, params, query, headers, body, sentAs } = operation;
  const sent = { ...(body ? { schema: body } : {}), ...(examples[id]?.body ? { example: examples[id].body } : {}) };
  const types = sentAs ?? ["application/json"];
  const queries = path.startsWith("/api/") ? (query ? anyQuery.extend(query.shape) : anyQuery) : query;
  const inPath = params ?? (path.includes("{code}") ? z.object({ code: caseCode }) : null);
  return {
    operationId: id,
    tags: [group],
    summary: t(`operations.${id}`),
    security: access === "staff" ? [{ staffToken: [] }] : access === "webhook" ? [{ webhookToken: [] }] : [],
    requestParams: {
      ...(inPath ? { path: inPath } : {}),
      ...(queries ? { query: queries } : {}),
      ...(headers ? { header: headers } : {}),
    },
    ...(body
      ? { requestBody: { required: true, content: Object.fromEntries(types.map((type) => [type, sent])) } }
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
      ...headersOf(operation, status),
      ...(schema ? { content: contentOf(operation, status, schema) } : {}),
    };
  }
  for (const code of operation.problems) {
    const status = String(problems[code]);
    const meaning = `${t(`problems.${code}.title`)} (\`/problems/${code}\`)`;
    const before = responses[status]?.description;
    responses[status] = {
      ...responses[status],
      description: before ? `${before}; ${meaning}` : meaning,
      content: { ...responses[status]?.content, "application/problem+json": { schema: problemShape } },
      ...headersOf(operation, status),
    };
  }
  return responses;
}

function headersOf({ tagged }: Operation, status: string) {
  if (status === "429" || status === "503") return { headers: z.object({ "Retry-After": z.string() }) };
  return tagged && status.startsWith("2") ? { headers: z.object({ ETag: z.string() }) } : {};
}

function contentOf({ id, media }: Operation, status: string, schema: z.ZodType) {
  const types = media?.[Number(status)] ?? ["application/json"];
  const answer = examples[id]?.answer;
  const told = answer && status.startsWith("2") ? { example: answer } : {};
  return Object.fromEntries(types.map((type) => [type, { schema, ...told }]));
}
