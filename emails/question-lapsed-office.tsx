import { officeNotice } from "./office-notice.tsx";

/** The submitter did not reply in time; the desk goes on. */
export const questionLapsedOffice = officeNotice("question-lapsed-office", ["code", "dueOn"]);
