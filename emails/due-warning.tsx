import { officeNotice } from "./office-notice.tsx";

/** The promised date of a case is near. */
export const dueWarning = officeNotice("due-warning", ["code", "dueOn"]);
