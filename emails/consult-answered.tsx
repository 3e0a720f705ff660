import { officeNotice } from "./office-notice.tsx";

/** A coordinating agency has answered the lead agency. */
export const consultAnswered = officeNotice("consult-answered", ["code", "dueOn"]);
