/** How the keys of the console act: alone, only together with Alt, or not at all. */
export const shortcutModes = ["on", "alt", "off"] as const;
export type Shortcuts = (typeof shortcutModes)[number];
