import type { z } from "zod";
import { publicOperations } from "./api-operations-public.ts";
import { staffOperations } from "./api-operations-staff.ts";
import { systemOperations } from "./api-operations-systems.ts";
import type { ProblemCode } from "./api-problem.ts";

/** One call of the API as the OpenAPI document tells it. Its words are in `locales/<lang>/api.json` under `operations.<id>`. */
export interface Operation {
  readonly id: string;
  readonly method: "get" | "post";
  /** With parameters in braces. */
  readonly path: string;
  readonly group: "cases" | "submitter" | "reference" | "staff" | "systems" | "portal";
  /** Who may call: everybody, whoever holds a case's secret, the owner of a bearer token of the scope staff or webhook, or a connected system by its signature. */
  readonly access: "public" | "secret" | "staff" | "webhook" | "signed";
  /** The parameters of the path; left out for `{code}` alone. */
  readonly params?: z.ZodObject;
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
export const operations: readonly Operation[] = [...publicOperations, ...staffOperations, ...systemOperations];
