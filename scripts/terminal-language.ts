/** The language of this terminal's person, of the two in which messages are written: by the system's own variables. */
export type MessageLanguage = 'zh' | 'en';

export function terminalLanguage(): MessageLanguage {
  return /^zh/i.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? 'zh' : 'en';
}
