import type { HTMLAttributes } from "react";

/** The custom elements of public/enhance.js. They stay hidden until the script shows them. */
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "copy-code": HTMLAttributes<HTMLElement> & { words: string; done: string };
      "text-count": HTMLAttributes<HTMLElement> & { for: string; max: number; words: string };
    }
  }
}
