/**
 * English expressions with a number word that is not a quantity. They are allowed in prose and matched as whole words, in any
 * case. Expressions that do count (only one, the two, half of) are not listed.
 */
export const idioms: readonly string[] = [
  ...['one another', 'one after another', 'one by one', 'one at a time', 'at one time', 'one and the same'],
  ...['no one', 'not one', 'any one', 'each one', 'every one', 'which one', 'this one', 'that one'],
  ...['another one', 'the only one', 'one of', 'one that', 'one which', 'one whose', 'one in which'],
  ...['one side', 'one hand', 'one thing', 'one way', 'one day', 'one or the other', 'one-off', 'one-sided'],
  ...['one-stop', 'in one sentence', 'in one place', 'in one line', 'in one go'],
  ...['two-way', 'between the two', 'of the two', 'half-way'],
  ...['double-check', 'double-edged', 'double line', 'from zero', 'starts at zero', 'start at zero'],
];
