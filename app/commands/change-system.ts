import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { systemStream } from "../../db/events.ts";
import { findSystem, renewedSecret, type SystemRow, updateSystem } from "../../db/systems.ts";
import type { Tx } from "../../db/store.server.ts";
import { systemFields } from "./connect-system.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

const ref = { id: z.string().max(60), version: z.coerce.number().int() };

export const systemChanges = ["edit", "renew", "switch-off", "switch-on"] as const;
export type SystemChange = (typeof systemChanges)[number];

export const changeSystemInput = (allowed: readonly string[]) =>
  z.discriminatedUnion(
    "change",
    [
      z.object({ change: z.literal("edit"), ...ref, ...systemFields(allowed) }),
      z.object({ change: z.literal("renew"), ...ref }),
      z.object({ change: z.literal("switch-off"), ...ref }),
      z.object({ change: z.literal("switch-on"), ...ref }),
    ],
    { error: "wrong" },
  );
type Input = z.infer<ReturnType<typeof changeSystemInput>>;

/**
 * The administrator changes a connected system: its name, address and events;
 * gives it a new secret (the former one signs for another day); switches it off
 * or on. While it is off no news is queued for it, and what waits stays.
 */
export async function changeSystem(
  tx: Tx,
  actor: Actor,
  input: Input,
  now: Date,
): Promise<{ row: SystemRow; secret: string | null }> {
  mustManage(actor, "manage-systems");
  const row = await findSystem(tx, input.id);
  if (!row) throw new Refusal("not-found");
  if (row.version !== input.version) throw new Refusal("stale");
  const { set, secret = null } = changesOf(tx, row, input, now);
  const changed = await updateSystem(tx, row, set);
  if (!changed) throw new Refusal("stale");
  await recordOfficeEvent(tx, actor, systemStream(row.id), `system-${input.change}`, { systemId: row.id }, now);
  return { row: changed, secret };
}

function changesOf(tx: Tx, row: SystemRow, input: Input, now: Date): { set: Partial<SystemRow>; secret?: string } {
  switch (input.change) {
    case "edit": {
      const { name, url, events } = input;
      return { set: { name, url, events: [...new Set(events)] } };
    }
    case "renew":
      return renewedSecret(tx, row, now);
    case "switch-off":
      if (row.pausedAt !== null) throw new Refusal("wrong-state");
      return { set: { pausedAt: now } };
    case "switch-on":
      if (row.pausedAt === null) throw new Refusal("wrong-state");
      return { set: { pausedAt: null } };
  }
}
