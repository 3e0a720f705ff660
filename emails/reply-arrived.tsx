import { officeNotice } from "./office-notice.tsx";

/** The submitter has replied to the agency's question. */
export const replyArrived = officeNotice("reply-arrived", ["code", "dueOn"]);
