/** A sentence for whoever gave the command; no fault of the program, so it has no stack. */
export class Refusal extends Error {}
