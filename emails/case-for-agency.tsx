import { officeNotice } from "./office-notice.tsx";

/** A case has come to the agency. */
export const caseForAgency = officeNotice("case-for-agency", ["code", "agency", "dueOn"]);
