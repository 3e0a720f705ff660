import { arbitrateCase } from "../../app/commands/arbitrate-case.ts";
import { rerouteCase } from "../../app/commands/reroute-case.ts";
import type { CaseCommand } from "./case-commands.ts";
import { reason } from "./journey.ts";

/** The rows of who answers for a case in the list of commands. */
export const routingCommands: Record<string, CaseCommand> = {
  "arbitrate-case": {
    act: "arbitrate",
    possible: ["arbitration", "decided"],
    who: ["arbiter"],
    run:
      ({ freeAgencyId }) =>
      (tx, actor, ref, now) =>
        arbitrateCase(tx, actor, { ...ref, agencyId: freeAgencyId, reason }, now),
  },
  "reroute-case": {
    act: "reroute",
    possible: ["submitted"],
    who: ["triage"],
    run: () => rerouteCase,
  },
};
