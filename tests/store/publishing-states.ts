import { contestMask } from "../../app/commands/contest-mask.ts";
import { proposeInput, proposePublication } from "../../app/commands/propose-publication.ts";
import { publishCase } from "../../app/commands/publish-case.ts";
import { latestProposal, redactionsOf } from "../../db/proposals.ts";
import { caseIn, disagreement, type People, publication, publish } from "./journey.ts";
import type { SubmittedCase, World } from "./world.ts";

/** A proposal that masks two words of its question. */
export const maskedPublication = (code: string) =>
  proposeInput.parse({
    ...publication(code),
    masks: [
      { field: "questionVi", text: "báo lỗi", reason: "defamation" },
      { field: "questionVi", text: "hồ sơ", reason: "personal-data" },
    ],
  });

/** The numbers of what is masked of a published case. */
export async function masksOf({ store }: World, caseId: number): Promise<number[]> {
  const proposal = await latestProposal(store.read, caseId, ["published"]);
  const all = proposal ? await redactionsOf(store.read, proposal.id) : [];
  return all.filter(({ verdict }) => verdict === "masked").map(({ id }) => id);
}

/** One assigned case at each step of being published. */
export async function publishing(world: World, people: People): Promise<Record<string, SubmittedCase>> {
  const proposed = await caseIn(world, people, "assigned");
  await world.run(proposePublication, people.editor, publication(proposed.code));
  const scheduled = await caseIn(world, people, "assigned");
  await world.run(proposePublication, people.editor, publication(scheduled.code));
  await world.run(publishCase, people.secondEditor, { code: scheduled.code, publishAfter: "2026-12-01" });
  const published = await caseIn(world, people, "assigned");
  await publish(world, people, maskedPublication(published.code));
  const objected = await caseIn(world, people, "assigned");
  await publish(world, people, maskedPublication(objected.code));
  const [redactionId = 0] = await masksOf(world, objected.id);
  await world.run(contestMask, objected.submitter, { code: objected.code, redactionId, objection: disagreement });
  return { proposed, scheduled, published, objected };
}
