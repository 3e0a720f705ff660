import type { AllowedValues } from "../domain/check-input.ts";
import type { Lang } from "../domain/case-kind.ts";
import type { FieldErrors, RefusalCode } from "../domain/refusal.ts";
import { getI18n } from "../i18n.ts";
import { refusalWords } from "./own-files.ts";

/**
 * The ways the API says no. Each code is a stable `type` (`/problems/<code>`)
 * with one status; its words are in `locales/<lang>/api.json`.
 */
export const problems = {
  unreadable: 400,
  unauthorized: 401,
  unsigned: 401,
  forbidden: 403,
  forged: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  "arbiter-decided": 403,
  "with-arbiter": 409,
  "own-work": 403,
  "proposal-outdated": 409,
  "not-rehearsed": 409,
  "wrong-state": 409,
  stale: 409,
  "newer-draft": 409,
  "too-late": 409,
  "window-over": 409,
  "parts-open": 409,
  "key-reused": 409,
  "date-passed": 409,
  "budget-used": 409,
  "extended-enough": 409,
  "asked-enough": 409,
  "task-over": 409,
  "already-exists": 409,
  "link-expired": 410,
  "too-large": 413,
  "wrong-type": 415,
  "wrong-host": 421,
  input: 422,
  "version-needed": 428,
  "too-many": 429,
  unavailable: 503,
} as const satisfies Record<RefusalCode | string, number>;
export type ProblemCode = keyof typeof problems;

/** Seconds after which a caller may try again when the portal cannot serve. */
const RETRY_SECONDS = "10";

export interface ProblemDetails {
  readonly errors?: FieldErrors;
  /** The values that a field of `errors` takes, where it is one of a closed list. */
  readonly allowed?: AllowedValues;
  readonly headers?: Record<string, string>;
}

/** A refusal as `application/problem+json` in a language; never anything of what went wrong inside. */
export function problem(lang: Lang, code: ProblemCode, details: ProblemDetails = {}): Response {
  const status = problems[code];
  const body = {
    ...problemBody(lang, code),
    ...(details.errors ? { errors: errorWords(lang, details.errors, details.allowed) } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Content-Language": lang,
      "Cache-Control": "no-store",
      ...(status === 503 ? { "Retry-After": RETRY_SECONDS } : {}),
      ...details.headers,
    },
  });
}

/** What a problem says, the same for every occurrence of its type. */
export function problemBody(lang: Lang, code: ProblemCode) {
  const t = getI18n(lang).getFixedT(lang, "api");
  const [title, detail] = [t(`problems.${code}.title`), t(`problems.${code}.detail`)];
  return { type: `/problems/${code}`, title, detail, status: problems[code] };
}

/** One field's error: the rule's name and the allowed values for programs, the words for people. */
export interface ErrorWords {
  readonly rule: string;
  readonly message: string;
  readonly allowed?: readonly string[];
}

/** What is wrong beside each field. */
export function errorWords(lang: Lang, errors: FieldErrors, allowed: AllowedValues = {}): Record<string, ErrorWords> {
  const t = getI18n(lang).getFixedT(lang, "api");
  return Object.fromEntries(
    Object.entries(errors).map(([field, rule]) => {
      const file = /^attachments\/(.+)$/s.exec(field)?.[1];
      if (file !== undefined) return [field, { rule, message: `${file}: ${refusalWords(lang, rule)}` }];
      const values = allowed[field];
      if (values) return [field, { rule, message: t("oneOf", { values: values.join(", ") }), allowed: values }];
      const last = field.split(".").at(-1) ?? field;
      const keys = [`api:errors.${field}.${rule}`, `forms:errors.${field}.${rule}`, `forms:errors.${last}.${rule}`];
      const message = t([...keys, `forms:errors.any.${rule}`, `api:errors.any.${rule}`, "api:errors.any.wrong"]);
      return [field, { rule, message }];
    }),
  );
}
