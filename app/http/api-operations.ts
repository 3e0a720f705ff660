import type { z } from "zod";
import { publicOperations } from "./api-operations-public.ts";
import { staffOperations } from "./api-operations-staff.ts";
import type { ProblemCode } from "./api-problem.ts";

/** One call of the API as the OpenAPI document tells it. Its words are in `locales/<lang>/api.json` under `operations.<id>`. */
export interface Operation {
  readonly id: string;
  readonly method: "get" | "post";
  /** With parameters in braces. */
  readonly path: string;
  readonly group: "cases" | "submitter" | "reference" | "staff" | "portal";
  /** Who may call: everybody, whoever holds a case's secret, or the owner of a bearer token. */
  readonly access: "public" | "secret" | "staff";
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body may also come as `multipart/form-data`. */
  readonly form?: true;
  /** Answers that are no problem, by status; null is one without a body. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** The answer carries an ETag. */
  readonly tagged?: true;
  readonly problems: readonly ProblemCode[];
}

/** Every call there is. A route of the API that is not here fails the tests. */
export const operations: readonly Operation[] = [...publicOperations, ...staffOperations];
