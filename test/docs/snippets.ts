import fs from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

/** A fenced block of a page. */
export interface Snippet {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** Why it is not run; said in the page itself, as `<!-- not run: … -->` above the fence. */
  readonly notRun?: string;
}

export function pages(): string[] {
  const docs = fs.readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return [
    'README.md',
    'ARCHITECTURE.md',
    'blueprints/README.md',
    'catalog/data/README.md',
    ...docs.map((name) => `docs/${name}`),
  ];
}

export function snippetsOf(page: string): Snippet[] {
  const lines = fs.readFileSync(path.join(root, page), 'utf8').split('\n');
  const snippets: Snippet[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const language = /^```([a-z]+)$/.exec(lines[at])?.[1];
    if (language === undefined) {
      continue;
    }
    const end = lines.indexOf('```', at + 1);
    const notRun = /^<!-- not run: (.+) -->$/.exec(lines[at - 1] ?? '')?.[1];
    snippets.push({ page, line: at + 1, language, text: lines.slice(at + 1, end).join('\n'), notRun });
    at = end;
  }
  return snippets;
}

/** Links of a page to files of the project. */
export function linksOf(page: string): string[] {
  const text = fs.readFileSync(path.join(root, page), 'utf8');
  return [...text.matchAll(/\]\(([^)#]+?)(#[^)]*)?\)/g)]
    .map((match) => match[1])
    .filter((link) => !/^https?:/.test(link));
}
