import { noticeOf } from "./office-notice.tsx";

/** Something that a connected system was to be told has been given up. */
export const deadLetters = noticeOf<"system" | "systemId">("dead-letters", {
  facts: ["system"],
  params: ["systemId"],
  page: (letter) => letter.link(`/office/systems/${encodeURIComponent(letter.words.systemId)}`),
});
