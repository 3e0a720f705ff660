import { officeNotice } from "./office-notice.tsx";

/** The promised date of a case has passed. */
export const lateWarning = officeNotice("late-warning", ["code", "dueOn"]);
