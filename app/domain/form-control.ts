/** How a field is shown and what it may hold. */
export interface Control {
  readonly control:
    | "line"
    | "paragraphs"
    | "choice"
    | "term"
    | "province"
    | "commune"
    | "agency"
    | "date"
    | "number"
    | "tick";
  readonly options?: readonly string[];
  readonly vocabulary?: "field" | "technology" | "obstacle_class" | "bottleneck" | "sector";
  readonly autocomplete?: string;
  readonly inputMode?: "email" | "tel" | "numeric" | "decimal";
  /** Characters. */
  readonly max?: number;
  /** A long closed list is folded into a select. */
  readonly folded?: true;
  /** What a number counts: đồng. */
  readonly unit?: "dong";
  /** Never part of what an editor publishes. */
  readonly inner?: true;
  /** Fields in a row with the same group stand under one legend. */
  readonly group?: string;
  /** Tells who somebody is: stored encrypted, never published. */
  readonly personal?: true;
}
