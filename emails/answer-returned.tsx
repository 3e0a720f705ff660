import { officeNotice } from "./office-notice.tsx";

/** The leader has sent the answer back to its officer. */
export const answerReturned = officeNotice("answer-returned", ["code", "dueOn"]);
