/** Which language the editors' pages speak: what was chosen last, else the browser's, else Chinese. */
import type { Language } from './words.js';

const key = 'edit-language';

const known = (value: string | null | undefined): Language | undefined =>
  value?.startsWith('zh') ? 'zh' : value?.startsWith('en') ? 'en' : undefined;

export function preferredLanguage(): Language {
  const asked = new URL(location.href).searchParams.get('ui');
  return known(asked) ?? known(remembered()) ?? known(navigator.language) ?? 'zh';
}

/** A browser that stores nothing asks again next time. */
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
