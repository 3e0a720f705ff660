import type { Story } from "./story.ts";
import { businessStories } from "./texts-business.ts";
import { dataStories } from "./texts-data.ts";
import { initiativeStories } from "./texts-initiatives.ts";
import { networkStories } from "./texts-network.ts";
import { publicServiceStories } from "./texts-public-services.ts";
import { researchStories } from "./texts-research.ts";

/** Everything that people write about in demo and benchmark data. */
export const stories: readonly Story[] = [
  ...networkStories,
  ...publicServiceStories,
  ...dataStories,
  ...businessStories,
  ...researchStories,
  ...initiativeStories,
];
