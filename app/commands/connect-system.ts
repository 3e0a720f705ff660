import { z } from "zod";
import { choice, line } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { systemUrl } from "../domain/system-address.ts";
import { caseNews, systemKinds } from "../domain/webhook.ts";
import { systemStream } from "../../db/events.ts";
import { insertSystem, type SystemRow } from "../../db/systems.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

/** Names of events: a list, or from a form's boxes one `yes` for each (with a hyphen for the full stop). */
const newsNames = z.preprocess(
  (value) => {
    if (value === undefined) return [];
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const ticked = Object.entries(value).filter(([, box]) => box === "yes");
    return ticked.map(([name]) => name.replace("-", "."));
  },
  z.array(z.enum(caseNews, { error: "wrong" })).max(caseNews.length, "wrong"),
);

/** What an administrator says of a system; `allowed` are the origins that the operator lets be connected besides. */
export const systemFields = (allowed: readonly string[]) => ({
  name: line(120, 2),
  url: systemUrl(allowed),
  /** What it is told of published cases; of its tasks it is told without being asked. */
  events: newsNames,
});

export const connectSystemInput = (allowed: readonly string[]) =>
  z.object({ ...systemFields(allowed), kind: choice(systemKinds) });
type Input = z.infer<ReturnType<typeof connectSystemInput>>;

/** The administrator connects a system. Its secret is given in clear this once and is stored sealed. */
export async function connectSystem(
  tx: Tx,
  actor: Actor,
  input: Input,
  now: Date,
): Promise<{ row: SystemRow; secret: string }> {
  mustManage(actor, "manage-systems");
  const made = await insertSystem(tx, { ...input, events: [...new Set(input.events)] }, now);
  const { id, kind } = made.row;
  await recordOfficeEvent(tx, actor, systemStream(id), "system-connect", { systemId: id, kind }, now);
  return made;
}
