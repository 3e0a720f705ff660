import { officeNotice } from "./office-notice.tsx";

/** A dispute has not been decided in time. */
export const disputeLate = officeNotice("dispute-late", ["code"]);
