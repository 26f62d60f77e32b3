/** The language of the editors' pages: the last one chosen, otherwise the browser's, otherwise Chinese. */
import type { Language } from './words.js';

const key = 'edit-language';

const known = (value: string | null | undefined): Language | undefined =>
  value?.startsWith('zh') ? 'zh' : value?.startsWith('en') ? 'en' : undefined;

export function preferredLanguage(): Language {
  const asked = new URL(location.href).searchParams.get('ui');
  return known(asked) ?? known(remembered()) ?? known(navigator.language) ?? 'zh';
}

/** The stored choice; a browser without storage has none. */
function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    return;
  }
}
