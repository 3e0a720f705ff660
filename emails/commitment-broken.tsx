import { officeNotice } from "./office-notice.tsx";

/** To the head of the agency and the monitor: a promise was not kept. */
export const commitmentBroken = officeNotice("commitment-broken", ["code", "agency"]);
