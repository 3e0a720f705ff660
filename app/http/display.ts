import { readCookie } from "./cookies.ts";

/** How a reader wants pages shown; kept in a cookie and rendered by the server. */
export interface Display {
  readonly textSize: "normal" | "large" | "larger";
  readonly contrast: "normal" | "high";
}

export const DISPLAY_COOKIE = "display";
const sizes = ["normal", "large", "larger"] as const;

/** The display settings in a cookie header; the normal ones when there are none. */
export function readDisplay(cookies: string | null | undefined): Display {
  const [size, contrast] = (readCookie(cookies, DISPLAY_COOKIE) ?? "").split(".");
  return {
    textSize: sizes.find((known) => known === size) ?? "normal",
    contrast: contrast === "high" ? "high" : "normal",
  };
}

export function writeDisplay(display: Display): string {
  return `${display.textSize}.${display.contrast}`;
}
