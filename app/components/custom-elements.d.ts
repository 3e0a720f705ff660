import type { HTMLAttributes } from "react";

/** The custom elements of `public/*.js`. They stay hidden until the script shows them. */
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "copy-code": HTMLAttributes<HTMLElement> & { words: string; done: string };
      "file-uploader": HTMLAttributes<HTMLElement> & { list: string; for: string; words: string };
      "draft-done": HTMLAttributes<HTMLElement> & { kind: string };
      "draft-keeper": HTMLAttributes<HTMLElement> & {
        kind: string;
        form?: string;
        restored?: string;
        discard?: string;
        offline?: string;
        online?: string;
        shared?: string;
      };
      "keep-case": HTMLAttributes<HTMLElement> & { code: string; print: string; words: string };
      "kept-cases": HTMLAttributes<HTMLElement> & { words: string; statuses: string };
      "proof-of-work": HTMLAttributes<HTMLElement> & { challenge: string; words: string };
      "text-count": HTMLAttributes<HTMLElement> & { for: string; max: number; words: string };
    }
  }
}
