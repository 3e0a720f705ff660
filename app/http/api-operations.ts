import type { z } from "zod";
import { fileOperations } from "./api-operations-files.ts";
import { open311Operations } from "./api-operations-open311.ts";
import { publicOperations } from "./api-operations-public.ts";
import { registerOperations } from "./api-operations-register.ts";
import { staffOperations } from "./api-operations-staff.ts";
import { systemOperations } from "./api-operations-systems.ts";
import type { ProblemCode } from "./api-problem.ts";

/** One call of the API as the OpenAPI document tells it. Its words are in `locales/<lang>/api.json` under `operations.<id>`. */
export interface Operation {
  readonly id: string;
  readonly method: "get" | "post";
  /** With parameters in braces. */
  readonly path: string;
  readonly group:
    | "cases"
    | "submitter"
    | "register"
    | "reference"
    | "staff"
    | "systems"
    | "files"
    | "open311"
    | "portal";
  /** Who may call: everybody, whoever holds a case's secret, the owner of a bearer token of the scope staff or webhook, or a connected system by its signature. */
  readonly access: "public" | "secret" | "staff" | "webhook" | "signed";
  /** The parameters of the path; left out for `{code}` alone. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The types in which the body may come; JSON alone where it is not said. */
  readonly sentAs?: readonly string[];
  /** Answers that are no problem, by status; null is one without a body. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** The types in which an answer comes, by status, where it is not JSON. */
  readonly media?: Readonly<Record<number, readonly string[]>>;
  /** The answer carries an ETag. */
  readonly tagged?: true;
  readonly problems: readonly ProblemCode[];
}

/** Every call there is. A route of the API that is not here fails the tests. */
export const operations: readonly Operation[] = [
  ...publicOperations,
  ...registerOperations,
  ...staffOperations,
  ...systemOperations,
  ...fileOperations,
  ...open311Operations,
];
