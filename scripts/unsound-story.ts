/**
 * Lets the development server start with an unsound story, because its editing page is where the story is corrected. The terminal
 * shows the problems, and so does every page of the story, instead of SvelteKit's “Internal Error”.
 */
import { resolve } from 'node:path';
import type { IncomingMessage } from 'node:http';
import type { Plugin, ViteDevServer } from 'vite';
import { storyDir } from '../src/lib/server/read-story-files.js';
import { terminalLanguage, type MessageLanguage } from './terminal-language.js';

/** The greatest number of problems shown; `npm run check:story` lists all of them. */
const most = 20;

const words = {
  zh: {
    count: (count: number) => `故事有 ${count} 处问题，改好之前不显示`,
    more: (count: number) => `另有 ${count} 处：npm run check:story -- --lang=zh`,
    edit: '在编辑页里改',
  },
  en: {
    count: (count: number) =>
      `The story has ${count} ${count === 1 ? 'problem' : 'problems'} and is not shown until they are mended`,
    more: (count: number) => `and ${count} more: npm run check:story`,
    edit: 'Mend them in the editing page',
  },
};

/** The plugin for `vite.config.ts`. */
export function unsoundStory(): Plugin {
  return {
    name: 'unsound-story',
    apply: (_config, { command, isPreview }) => command === 'serve' && !isPreview && !process.env['VITEST'],
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!wantsStory(request)) return next();
        problems(server, languageOf(request)).then((found) => {
          if (found.length === 0) return next();
          response.writeHead(500, {
            'content-type': 'text/html; charset=utf-8',
            'cache-control': 'no-store',
          });
          response.end(page(found, languageOf(request)));
        }, next);
      });
      const printUrls = server.printUrls.bind(server);
      server.printUrls = () => {
        printUrls();
        void tell(server);
      };
    },
  };
}

async function tell(server: ViteDevServer): Promise<void> {
  const language = terminalLanguage();
  const found = await problems(server, language);
  if (found.length === 0) return;
  const { count, more, edit } = words[language];
  const [address = '/'] = server.resolvedUrls?.local ?? [];
  const lines = found.slice(0, most).map((problem) => `  ${problem}`);
  if (found.length > most) lines.push(`  ${more(found.length - most)}`);
  server.config.logger.warn(`\n${count(found.length)}:\n${lines.join('\n')}\n${edit}: ${address}edit/\n`);
}

/** All problems as lines; for a folder that cannot be read, the system's message. */
async function problems(server: ViteDevServer, language: MessageLanguage): Promise<readonly string[]> {
  const { problemLines } = await server.ssrLoadModule(resolve('scripts/edit-server-check.ts'));
  return (problemLines as (folder: string, language: MessageLanguage) => readonly string[])(
    storyDir(),
    language,
  );
}

/**
 * Whether a request is for a page of the story, not for an editors' page, which works without it, nor for a file that pages load.
 */
function wantsStory({ url = '/', method, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' && (headers.accept ?? '').includes('text/html') && !/^\/(?:edit|preview|@|__)/.test(url)
  );
}

function languageOf({ headers }: IncomingMessage): MessageLanguage {
  return /^zh/i.test(headers['accept-language'] ?? '') ? 'zh' : 'en';
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function page(found: readonly string[], language: MessageLanguage): string {
  const { count, more, edit } = words[language];
  const items = found.slice(0, most).map((problem) => `<li>${escaped(problem)}</li>`);
  if (found.length > most) items.push(`<li>${escaped(more(found.length - most))}</li>`);
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${count(found.length)}</title>
<style>body { font: 1rem/1.6 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem } li { overflow-wrap: anywhere }</style>
<h1>${count(found.length)}</h1>
<p><a href="/edit/">${edit}</a></p>
<ul>
${items.join('\n')}
</ul>
</html>
`;
}
