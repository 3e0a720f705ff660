import { type ComponentProps, createContext, type ReactNode, startTransition, use, useEffect, useState } from "react";
import { Disclosure } from "../../../components/disclosure.tsx";
import { afterPaint } from "../console/after-paint.ts";
import { useScripts } from "../console/use-scripts.ts";

const Whole = createContext(true);

/**
 * Shows a case that is opened by a key without what is folded in it, and draws
 * that right after: more than half of a case is folded forms. What comes from
 * the server is whole, so that every form is there without scripts.
 */
export function SeenFirst({ children }: { children: ReactNode }) {
  const scripts = useScripts();
  const [whole, setWhole] = useState(!scripts);
  useEffect(() => (whole ? undefined : afterPaint(() => startTransition(() => setWhole(true)))), [whole]);
  return <Whole value={whole}>{children}</Whole>;
}

/** A disclosure whose content may be drawn a moment later while it is closed. */
export function Folded({ children, ...rest }: ComponentProps<typeof Disclosure>) {
  const whole = use(Whole);
  return <Disclosure {...rest}>{whole || rest.open ? children : null}</Disclosure>;
}
