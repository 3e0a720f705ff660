import { acceptCase } from "../../app/commands/accept-case.ts";
import { arbitrateCase } from "../../app/commands/arbitrate-case.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { refuseCase } from "../../app/commands/refuse-case.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { ground, type People, reason } from "./journey.ts";
import type { SubmittedCase, SubmitOptions, World } from "./world.ts";

/** Assigns a case to an agency by triage and has an officer of that agency refuse it. */
export async function refusedBy(
  world: World,
  people: People,
  officer: StaffActor,
  code: string,
  competentBody = "Bộ Thử nghiệm",
): Promise<void> {
  await world.run(assignCase, people.triage, { code, agencyId: officer.agencyId });
  await world.run(refuseCase, officer, { code, reason, ground, competentBody });
}

/** A case that two agencies have refused: it waits for the arbiter. */
export async function inArbitration(world: World, people: People, options: SubmitOptions = {}): Promise<SubmittedCase> {
  const filed = await world.submit("feedback", options);
  for (const agency of ["BTC", "BXD"]) await refusedBy(world, people, await world.staff("officer", agency), filed.code);
  return filed;
}

/** A case that the arbiter has assigned to the officer's agency, which has taken it up. */
export async function decidedByArbiter(world: World, people: People): Promise<SubmittedCase> {
  const filed = await inArbitration(world, people);
  await world.run(arbitrateCase, people.arbiter, { code: filed.code, agencyId: people.officer.agencyId, reason });
  await world.run(acceptCase, people.officer, { code: filed.code });
  return filed;
}
