import { officeNotice } from "./office-notice.tsx";

/** An answer awaits the agency's leader. */
export const approvalWanted = officeNotice("approval-wanted", ["code", "dueOn"]);
