import type { Misfit, Story } from "./story.ts";
import { networkStories } from "./texts-network.ts";

/** Everything that people write about in demo and benchmark data. */
export const stories: readonly Story[] = [...networkStories];

export const misfits: readonly Misfit[] = [];
