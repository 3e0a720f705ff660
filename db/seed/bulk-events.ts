import { caseStream, eventHash, type EventRow } from "../events.ts";
import type { EventData } from "../schema.ts";
import type { Lead, Stored } from "./bulk-cases.ts";
import type { Row } from "./bulk-insert.ts";

const FIRST_HASH = "0".repeat(64);

/** The events of a batch, each chained to the one before it in its stream. */
export function chainEvents(
  cases: readonly Stored[],
  messageIds: readonly number[],
  answerIds: readonly number[],
  before: Lead | null,
): Row<"events">[] {
  let firstMessage = 0;
  let firstAnswer = 0;
  let leadId = before?.id ?? 0;
  return cases.flatMap(({ folded, row }) => {
    let previousHash = FIRST_HASH;
    const chained = folded.events.map(({ message, answer, namesLead, data, fromStatus, toStatus, ...event }, place) => {
      const named: EventData = {
        ...data,
        ...(message === undefined ? {} : { messageId: messageIds[firstMessage + message] ?? 0 }),
        ...(answer === undefined ? {} : { answerId: answerIds[firstAnswer + answer] ?? 0 }),
        ...(namesLead ? { leadCaseId: leadId } : {}),
      };
      const content: Omit<EventRow, "id" | "hash"> = {
        ...event,
        stream: caseStream(row.id),
        position: place + 1,
        fromStatus: fromStatus ?? null,
        toStatus: toStatus ?? null,
        data: named,
        previousHash,
      };
      previousHash = eventHash(content);
      return { ...content, hash: previousHash };
    });
    firstMessage += folded.messages.length;
    firstAnswer += folded.answers.length;
    leadId = row.id;
    return chained;
  });
}
