import type { RouteConfigEntry } from "@react-router/dev/routes";
import { expect, test } from "vitest";
import routes from "../../app/routes.ts";
import { languages } from "../../app/domain/case-kind.ts";
import { describeApi } from "../../app/http/api-openapi.ts";
import { examples } from "../../app/http/api-examples.ts";
import { operations } from "../../app/http/api-operations.ts";
import { errorWords, problem, type ProblemCode, problems } from "../../app/http/api-problem.ts";
import { caseworkNames } from "../../app/http/casework.ts";

const PUBLIC_URL = "https://portal.example";
type Node = { readonly [name: string]: Node };

function documentOf(lang: "vi" | "en"): Node {
  return JSON.parse(JSON.stringify(describeApi(lang, PUBLIC_URL)));
}

function refsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner] : refsIn(inner),
  );
}

function calls(document: Node): [string, Node][] {
  return Object.entries(document.paths!).flatMap(([path, item]) =>
    Object.entries(item).map(([method, call]): [string, Node] => [`${method} ${path}`, call]),
  );
}

test("the document is OpenAPI 3.1 and every reference in it resolves", () => {
  const document = documentOf("en");
  expect(document.openapi).toMatch(/^3\.1\./);
  const refs = [...new Set(refsIn(document))];
  expect(refs.length).toBeGreaterThan(15);
  for (const ref of refs) {
    const found = ref
      .slice(2)
      .split("/")
      .reduce<Node | undefined>((node, part) => node?.[part], document);
    expect([ref, typeof found]).toEqual([ref, "object"]);
  }
});

test("every call has its own name, a group that is described, answers, and its parameters", () => {
  const document = documentOf("en");
  const groups = Object.values(document.tags!).map((tag) => tag.name);
  const ids = new Set<unknown>();
  for (const [name, call] of calls(document)) {
    ids.add(call.operationId);
    expect([name, groups.includes(call.tags![0]!)]).toEqual([name, true]);
    expect([name, Object.keys(call.responses!).length > 0]).toEqual([name, true]);
    for (const response of Object.values(call.responses!)) expect(response.description).not.toBe("");
    const parameters = Object.values(call.parameters ?? {}).map((parameter) => String(parameter.name));
    for (const [, wanted = ""] of name.matchAll(/\{(\w+)\}/g)) expect([name, ...parameters]).toContain(wanted);
  }
  expect(ids.size).toBe(operations.length);
});

test("staff calls and those about connected systems ask for a token, changes for the version, the others for neither", () => {
  const versioned = /^post .*(\/staff\/|\/webhooks\/\{id\}\/(edit|renew|switch-))/;
  for (const [name, call] of calls(documentOf("en"))) {
    const staff = name.includes("/staff/");
    const managed = name.includes("/webhooks");
    const token = staff ? [{ staffToken: [] }] : managed ? [{ webhookToken: [] }] : [];
    expect([name, call.security]).toEqual([name, token]);
    const parameters = Object.values(call.parameters ?? {});
    const ifMatch = parameters.find((parameter) => String(parameter.name) === "If-Match");
    expect([name, ifMatch?.required ?? false]).toEqual([name, versioned.test(name)]);
  }
});

test("the schemas of submissions and commands are the ones that validate", () => {
  const schemas = documentOf("en").components!.schemas!;
  expect(Object.keys(schemas.Submission!.discriminator!.mapping!)).toEqual([
    "feedback",
    "proposal",
    "barrier",
    "initiative",
  ]);
  expect(schemas.Submission_feedback!.required).toEqual(["kind", "content", "reporterType", "publishConsent"]);
  expect(schemas.Submission_feedback!.properties!.content).toMatchObject({ minLength: 20, maxLength: 5000 });
  const commands = Object.keys(documentOf("en").paths!).filter((path) =>
    path.startsWith("/api/v1/staff/cases/{code}/"),
  );
  expect(commands.map((path) => path.split("/").at(-1))).toEqual([...caseworkNames]);
  const note = documentOf("en").paths!["/api/v1/staff/cases/{code}/note"]!.post!.requestBody!;
  expect(Object.keys(note.content!["application/json"]!.schema!.properties!)).toEqual([
    "note",
    "mention",
    "templateId",
  ]);
});

/** Every address of the portal by the file that answers it. */
function pathsOf(entries: readonly RouteConfigEntry[], around = ""): { path: string; file: string }[] {
  return entries.flatMap(({ path = "", file, children = [] }) => {
    const full = path === "" ? around : `${around}/${path}`;
    return [{ path: full, file }, ...pathsOf(children, full)];
  });
}

test("every API route is described, and every call described has its route", async () => {
  // Below Open311 the program itself knows its addresses.
  const all = pathsOf(await routes).filter(({ path }) => !path.endsWith("*") || path === "/open311/*");
  const asPattern = (path: string) =>
    new RegExp(`^${path.replace(/\./g, "\\.").replace(/:\w+/g, "[^/]+").replace(/\*$/, ".+")}$`);
  for (const { path } of all.filter(({ file }) => file.startsWith("routes/api/"))) {
    const described = operations.filter((operation) => asPattern(path).test(operation.path));
    expect([path, described.length > 0]).toEqual([path, true]);
  }
  for (const { path } of operations) {
    expect([path, all.some((route) => asPattern(route.path).test(path))]).toEqual([path, true]);
  }
});

test("every example is one that the schema takes, and every answer that may be too many says how long to wait", () => {
  for (const [id, { body, answer }] of Object.entries(examples)) {
    const operation = operations.find((one) => one.id === id);
    const done = operation?.answers[200] ?? operation?.answers[201];
    if (body) expect([id, operation?.body?.safeParse(body).error]).toEqual([id, undefined]);
    if (answer) expect([id, done?.safeParse(answer).data]).toEqual([id, answer]);
  }
  for (const [name, call] of calls(documentOf("en"))) {
    const { 429: many } = call.responses as unknown as Record<number, Node>;
    if (many) expect([name, Object.keys(many.headers ?? {})]).toEqual([name, ["Retry-After"]]);
  }
});

test("every call, answer and problem has its words in both languages", () => {
  for (const lang of languages) {
    const document = JSON.stringify(documentOf(lang));
    expect(document).not.toMatch(/"(operations|answers|problems|groups|info)\.[\w.-]+"/);
  }
  const [vietnamese, english] = languages.map((lang) =>
    calls(documentOf(lang)).map(([, call]) => String(call.summary)),
  );
  for (const [place, words] of (vietnamese ?? []).entries()) expect(words).not.toBe(english?.[place]);
});

for (const code of Object.keys(problems) as ProblemCode[]) {
  test(`the problem ${code} says what to do, in both languages`, async () => {
    const [vi, en] = [await problem("vi", code).json(), await problem("en", code).json()];
    for (const body of [vi, en]) {
      expect(body).toMatchObject({ type: `/problems/${code}`, status: problems[code] });
      expect(`${body.title} ${body.detail}`).not.toMatch(/problems\.|không hợp lệ|vui lòng|invalid|please/i);
    }
    expect(vi.detail).not.toBe(en.detail);
  });
}

test("the words of a field error are the nearest that there are", () => {
  const words = errorWords("en", { limit: "too-large", "some.field": "no-such-rule", "Idempotency-Key": "wrong" });
  expect(words.limit).toEqual({ rule: "too-large", message: "Ask for at most 100 at a time." });
  expect(words["some.field"]).toEqual({ rule: "no-such-rule", message: "Check this value." });
  expect(words["Idempotency-Key"]?.message).toBe("Use 1 to 255 visible ASCII characters.");
});
