import { officeNotice } from "./office-notice.tsx";

/** A dispute waits for somebody who had no part in the answer. */
export const disputeToDecide = officeNotice("dispute-to-decide", ["code"]);
