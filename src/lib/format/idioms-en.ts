/**
 * English expressions with a number word that count nothing. Allowed in prose; matched as whole words, in any case. What
 * counts (only one, the two, half of) stays out.
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
