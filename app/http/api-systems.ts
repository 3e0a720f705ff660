import type { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import type { StaffActor } from "../domain/actor.ts";
import { mayEver, mayReadPapers } from "../domain/permissions.ts";
import { actorByToken } from "../../db/api-tokens.ts";
import { takersOf, tasksOf } from "../../db/handed-tasks.ts";
import { scopeOf } from "../../db/cases.ts";
import type { OfficeCase } from "../../db/office-case.ts";
import type { Db } from "../../db/store.server.ts";
import { findSystem, secretsOf, type SystemRow } from "../../db/systems.ts";
import { parseObject, type RawInput, readBytes } from "./api-body.ts";
import { type Call, refuse } from "./api-call.ts";
import type * as shape from "./api-system-shapes.ts";
import { isSigned, systemHeaders } from "./system-signature.ts";
import { officeTaskJson } from "./system-views.ts";

/** The owner of the call's bearer token of the scope `webhook`, who manages connected systems. Throws 401 and 403. */
export async function managerOf(call: Call): Promise<StaffActor> {
  const { store, clock } = call.portal;
  const token = /^Bearer ([\w.~+/=-]{20,200})$/i.exec(call.request.headers.get("Authorization") ?? "")?.[1];
  const actor = token ? await actorByToken(store.read, token, "webhook", localDate(clock())) : null;
  if (!actor) throw refuse(call, "unauthorized", { headers: { "WWW-Authenticate": 'Bearer realm="cau-noi"' } });
  if (!mayEver(actor, "manage-systems")) throw refuse(call, "forbidden");
  return actor;
}

/** The system by whose secret a call is signed, and what it says. Throws 401 where the signature does not fit. */
export async function signedBy(call: Call): Promise<{ system: SystemRow; input: RawInput }> {
  const { store, clock } = call.portal;
  const { headers } = call.request;
  const bytes = await readBytes(call);
  const named = headers.get(systemHeaders.system) ?? "";
  const system = await findSystem(store.read, named.slice(0, 60));
  const now = clock();
  const given = { timestamp: headers.get(systemHeaders.timestamp), signature: headers.get(systemHeaders.signature) };
  const body = new TextDecoder().decode(bytes);
  const holds = system !== null && isSigned(secretsOf(store.read, system, now), given, body, now);
  if (!holds) throw refuse(call, "unsigned");
  return { system, input: parseObject(call, bytes) };
}

/** What connected systems have of a case as a task, and to which of them this person can hand it now. */
export async function handedJson(
  db: Db,
  actor: StaffActor,
  { row, acts }: OfficeCase,
): Promise<{ tasks: z.infer<typeof shape.officeTask>[]; takers: { system: string; name: string }[] }> {
  const tasks = mayReadPapers(actor, scopeOf(row)) ? await tasksOf(db, row.id) : [];
  const takers = acts.includes("hand-task") ? await takersOf(db, row.id) : [];
  return {
    tasks: tasks.map(officeTaskJson),
    takers: takers.map(({ publicId, name }) => ({ system: publicId, name })),
  };
}
