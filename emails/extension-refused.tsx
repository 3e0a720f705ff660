import { officeNotice } from "./office-notice.tsx";

/** The extension that an officer asked for is refused. */
export const extensionRefused = officeNotice("extension-refused", ["code", "dueOn"]);
