import fs from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

function codesBelow(folder: string): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      return codesBelow(name);
    }
    return name.endsWith('.ts') ? (fs.readFileSync(path.join(root, name), 'utf8').match(/\bWF\d{3}\b/g) ?? []) : [];
  });
}

const inCode = [
  ...new Set(['blueprints/language', 'catalog', 'design', 'constructs', 'stacks'].flatMap(codesBelow)),
].sort();
const page = fs.readFileSync(path.join(root, 'docs/errors.md'), 'utf8');
const inPage = [...new Set(page.match(/\bWF\d{3}\b/g) ?? [])].sort();

test('every code that a user can meet is explained, and no other', () => {
  expect(inCode.length).toBeGreaterThan(50);
  expect(inPage).toEqual(inCode);
});

test('no two rules share a code', () => {
  const rows = page.split('\n').flatMap((line) => /^\|\s*`?(WF\d{3})`?\s*\|/.exec(line)?.[1] ?? []);
  expect(rows.length).toBe(new Set(rows).size);
});
