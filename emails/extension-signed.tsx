import { officeNotice } from "./office-notice.tsx";

/** The extension that an officer asked for is signed. */
export const extensionSigned = officeNotice("extension-signed", ["code", "dueOn"]);
