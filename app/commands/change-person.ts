import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { choice, line, rowId } from "../domain/fields.ts";
import { type Actor, roles } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { findAgency, inForce } from "../../db/agencies.ts";
import { staffStream } from "../../db/events.ts";
import { enqueueMail } from "../../db/outbox.ts";
import type { EventData } from "../../db/schema.ts";
import { deleteSessionsOf } from "../../db/sessions.ts";
import {
  findStaff,
  holdAdministrators,
  issueActivation,
  SETUP_EMAIL,
  type StaffRow,
  updateStaff,
} from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

const ref = { staffId: rowId, version: z.coerce.number().int() };

export const personChanges = ["place", "disable", "enable", "end-sessions", "invite-again"] as const;
export type PersonChange = (typeof personChanges)[number];

export const changePersonInput = z.discriminatedUnion(
  "change",
  [
    z.object({ change: z.literal("place"), ...ref, name: line(120, 2), role: choice(roles), agencyId: rowId }),
    z.object({ change: z.literal("disable"), ...ref }),
    z.object({ change: z.literal("enable"), ...ref }),
    z.object({ change: z.literal("end-sessions"), ...ref }),
    z.object({ change: z.literal("invite-again"), ...ref }),
  ],
  { error: "wrong" },
);
type Input = z.infer<typeof changePersonInput>;

export interface ChangedPerson {
  readonly row: StaffRow;
  /** The token of a new one-time link, when one was made. */
  readonly token: string | null;
}

/**
 * The administrator changes an account: name, role and agency; disables or
 * enables it; ends its sessions; sends a new one-time link. Never a password.
 * The portal keeps at least one administrator who can sign in.
 */
export async function changePerson(tx: Tx, actor: Actor, input: Input, now: Date): Promise<ChangedPerson> {
  mustManage(actor, "manage-people");
  const row = await findStaff(tx, input.staffId);
  if (!row || row.email === SETUP_EMAIL) throw new Refusal("not-found");
  if (row.version !== input.version) throw new Refusal("stale");
  const { set, data } = await changesOf(tx, row, input, now);
  if (row.role === "admin" && (set.disabledAt || (set.role && set.role !== "admin"))) await mustNotBeLast(tx, row);
  // Holding the administrators does not change their versions.
  const changed = await updateStaff(tx, row, set);
  if (!changed) throw new Refusal("stale");
  if (input.change === "disable" || input.change === "end-sessions") await deleteSessionsOf(tx, row.id);
  await recordOfficeEvent(tx, actor, staffStream(row.id), `person-${input.change}`, data, now);
  const token = input.change === "invite-again" ? await issueActivation(tx, row.id, now) : null;
  if (token !== null) {
    await enqueueMail(
      tx,
      { mail: "activation", lang: row.lang, recipient: "staff", recipientId: row.id, params: {} },
      now,
    );
  }
  return { row: changed, token };
}

async function changesOf(
  tx: Tx,
  row: StaffRow,
  input: Input,
  now: Date,
): Promise<{ set: Partial<StaffRow>; data: EventData }> {
  switch (input.change) {
    case "place": {
      const { name, role, agencyId } = input;
      const agency = await findAgency(tx, agencyId);
      const stays = agencyId === row.agencyId;
      if (!agency || (!stays && !inForce(agency, localDate(now)))) throw new InputRefusal({ agencyId: "wrong" });
      return {
        set: { name, role, agencyId },
        data: { role, agencyId, fromRole: row.role, fromAgencyId: row.agencyId },
      };
    }
    case "disable":
      // A link that is still open would let a disabled account set a password for the day it is enabled.
      return { set: { disabledAt: row.disabledAt ?? now, activationHash: null, activationExpiresAt: null }, data: {} };
    case "enable":
      return { set: { disabledAt: null }, data: {} };
    case "invite-again":
      if (row.disabledAt !== null) throw new Refusal("wrong-state");
      return { set: {}, data: {} };
    case "end-sessions":
      return { set: {}, data: {} };
  }
}

async function mustNotBeLast(tx: Tx, row: StaffRow): Promise<void> {
  const others = (await holdAdministrators(tx)).filter((other) => other.id !== row.id);
  if (others.length === 0) throw new InputRefusal({ change: "last-administrator" });
}
