import { eq } from "drizzle-orm";
import { claimCase } from "../../app/commands/claim-case.ts";
import { giveCase } from "../../app/commands/give-case.ts";
import { heedSubmitter } from "../../app/commands/heed-submitter.ts";
import { setLevel } from "../../app/commands/set-level.ts";
import { snoozeCase } from "../../app/commands/snooze-case.ts";
import { unclaimCase } from "../../app/commands/unclaim-case.ts";
import { wakeCase } from "../../app/commands/wake-case.ts";
import { watchCase } from "../../app/commands/watch-case.ts";
import { addDays, localDate } from "../../app/domain/calendar.ts";
import type { Actor } from "../../app/domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import type { CaseCommand } from "./case-commands.ts";

const worked = ["assigned", "in_progress", "awaiting_approval", "published"] as const;
const atAgency = [...worked, "waiting", "answered", "disputed", "closed", "declined", "withdrawn", "merged"] as const;
const desk = ["own officer", "own leader"] as const;
const triage = { who: "triage", possible: ["submitted"] } as const;

/** Gives a case the columns without which an act has nothing to act on. */
async function given(tx: Tx, code: string, set: Partial<CaseRow>): Promise<void> {
  const { cases } = tx.tables;
  await tx.update(cases).set(set).where(eq(cases.code, code));
}
const staffId = (actor: Actor) => (actor.kind === "staff" ? actor.staffId : null);
/** A Monday some weeks later. */
const aMonday = (now: Date) => {
  const day = addDays(localDate(now), 14);
  return addDays(day, (8 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7);
};

/** How a desk orders its work, by the same rules as every command on a case. */
export const attentionCommands: Record<string, CaseCommand> = {
  "claim-case": { act: "claim", possible: worked, who: desk, also: triage, run: () => claimCase },
  "give-case": {
    act: "give",
    possible: worked,
    who: ["own leader"],
    run: () => (tx, actor, ref, now) => giveCase(tx, actor, { ...ref, staffId: staffId(actor) ?? 0 }, now),
  },
  "unclaim-case": {
    act: "unclaim",
    possible: worked,
    who: desk,
    also: triage,
    run: () => async (tx, actor, ref, now) => {
      await given(tx, ref.code, { ownerId: staffId(actor) });
      return unclaimCase(tx, actor, ref, now);
    },
  },
  "snooze-case": {
    act: "snooze",
    possible: worked,
    who: desk,
    also: triage,
    run: () => (tx, actor, ref, now) =>
      snoozeCase(tx, actor, { ...ref, until: aMonday(now), reasonCode: "later" }, now),
  },
  "wake-case": {
    act: "wake",
    possible: worked,
    who: desk,
    also: triage,
    run: () => async (tx, actor, ref, now) => {
      await given(tx, ref.code, { snoozedUntil: now });
      return wakeCase(tx, actor, ref, now);
    },
  },
  "heed-submitter": {
    act: "heed",
    possible: atAgency,
    who: desk,
    also: triage,
    run: () => async (tx, actor, ref, now) => {
      await given(tx, ref.code, { heardAt: now });
      return heedSubmitter(tx, actor, ref, now);
    },
  },
  "set-level": {
    act: "level",
    possible: worked,
    who: desk,
    also: triage,
    run: () => (tx, actor, ref, now) => setLevel(tx, actor, { ...ref, level: "urgent" }, now),
  },
  "watch-case": {
    act: "watch",
    possible: ["submitted", ...atAgency, "held"],
    who: ["triage", ...desk, "editor", "monitor", "arbiter"],
    run: () => (tx, actor, ref, now) => watchCase(tx, actor, { ...ref, watching: "yes" }, now),
  },
};
