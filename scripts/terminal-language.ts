/** The language for messages in the terminal, zh or en, from the system's environment variables. */
export type MessageLanguage = 'zh' | 'en';

export function terminalLanguage(): MessageLanguage {
  return /^zh/i.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? 'zh' : 'en';
}
