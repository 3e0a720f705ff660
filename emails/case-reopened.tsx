import { officeNotice } from "./office-notice.tsx";

/** A case that the agency had answered is at its desk again. */
export const caseReopened = officeNotice("case-reopened", ["code"]);
