/**
 * An error message for the person who typed the command. It is not a fault of the program, so it is printed without a stack
 * trace.
 */
export class Refusal extends Error {}
