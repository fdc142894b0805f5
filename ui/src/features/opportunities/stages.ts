/** The six stages, in order; what each asks for comes from the core. */
export const STAGES = ["collection", "survey", "solution", "demonstration", "bid", "closing"] as const;
