import { officeNotice } from "./office-notice.tsx";

/** The custodian does not let somebody see who sent a case. */
export const identityRefused = officeNotice("identity-refused", ["code"]);
