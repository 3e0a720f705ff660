import { useSyncExternalStore } from "react";

/** True once scripts run: what needs them is not drawn before. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** Scripts either run or they do not: nothing ever changes afterwards. */
const never = () => () => {};
