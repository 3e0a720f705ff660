import { officeNotice } from "./office-notice.tsx";

/** A case has come that only the arbiter can assign. */
export const caseForArbiter = officeNotice("case-for-arbiter", ["code", "dueOn"]);
