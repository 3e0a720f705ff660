import { answerStateOf, type PublishedAnswer } from "./published-answer.ts";

/**
 * What a browser that keeps a case compares at its next look: status, how the
 * answer stands, and when the texts were last written. `public/following.js`
 * makes the same of the API's answer.
 */
export function seenPrint(published: PublishedAnswer): string {
  return [published.status, answerStateOf(published), published.updatedAt.toISOString()].join("|");
}
