import { createContext, useContext } from "react";
import type { Option } from "./field.tsx";

/**
 * The closed lists that forms and filters offer, in the page's language. They
 * are the same for every reader, so they reach the page through this context
 * and not with each page's own data. Only pages that do not hydrate use them.
 */
export interface Choices {
  readonly province: readonly Option[];
  readonly agency: readonly Option[];
  /** Those that a sender can say their matter is with: a list short enough to choose from. */
  readonly complainedOf: readonly Option[];
  readonly field: readonly Option[];
  readonly bottleneck: readonly Option[];
  readonly technology: readonly Option[];
  readonly sector: readonly Option[];
  readonly obstacle_class: readonly Option[];
}

export const noChoices: Choices = {
  province: [],
  agency: [],
  complainedOf: [],
  field: [],
  bottleneck: [],
  technology: [],
  sector: [],
  obstacle_class: [],
};
export const ChoicesContext = createContext<Choices>(noChoices);
export const useChoices = (): Choices => useContext(ChoicesContext);
