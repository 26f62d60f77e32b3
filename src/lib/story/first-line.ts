/** The first line of a text, without its end: enough to name a text of many lines in a problem. */
export const firstLine = (text: string): string => text.slice(0, text.search(/\n|$/));
