import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { document, ROOT, scratch, wattform } from './wattform';

const folder = scratch();
const HALL = join(ROOT, 'blueprints', 'own-hall.yaml');
const run = (...words: string[]) => wattform(words, { cwd: folder.path });
const written = (name: string): string => readFileSync(join(folder.path, name), 'utf8');

describe('wattform report', () => {
  test('prints Markdown, or the page, and writes nothing', () => {
    const markdown = run('report', HALL);
    expect(markdown.status).toBe(0);
    expect(markdown.stdout).toMatch(/^# Basis of design: `own-hall`\n/);
    expect(markdown.stdout).toContain('`wattform power --svg` draws it');
    const page = run('report', HALL, '--format', 'html');
    expect(page.stdout).toMatch(/^<!doctype html>/);
    expect(page.stdout).toContain('Single-line diagram');
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test('writes the form that the file names; drawings lie beside Markdown and in the page', () => {
    expect(run('report', HALL, '--out', 'hall.html')).toMatchObject({ status: 0, stdout: 'written: hall.html\n' });
    expect(written('hall.html').match(/<svg /g)!.length).toBeGreaterThan(2);
    const ended = run('report', HALL, '--out', 'hall.md', '--json');
    expect(document(ended)).toMatchObject({
      ok: true,
      format: 'markdown',
      files: ['hall.md', 'hall.gavle-power.svg', 'hall.gavle-fabric.svg'],
      basis: { name: 'own-hall' },
    });
    for (const link of written('hall.md').matchAll(/!\[.*\]\((.*)\)/g))
      expect(existsSync(join(folder.path, link[1]!))).toBe(true);
    expect([...written('hall.md').matchAll(/!\[/g)]).toHaveLength(2);
  });

  test('never writes over a drawing of somebody else', () => {
    writeFileSync(join(folder.path, 'hall.gavle-power.svg'), 'mine');
    expect(run('report', HALL, '--out', 'hall.md')).toMatchObject({ status: 3 });
    expect(written('hall.gavle-power.svg')).toBe('mine');
    expect(existsSync(join(folder.path, 'hall.md'))).toBe(false);
  });

  test('a form that is not known, and a file that names none, are wrong commands', () => {
    expect(run('report', HALL, '--format', 'pdf')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('formats: html, markdown'),
    });
    expect(run('report', HALL, '--out', 'hall.txt')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('.html or .md'),
    });
    expect(run('report', HALL, '--out', 'hall.txt', '--format', 'html')).toMatchObject({ status: 0 });
  });

  test('a blueprint with errors has no report', () => {
    writeFileSync(join(folder.path, 'bad.yaml'), 'wattform: 1\n');
    expect(run('report', 'bad.yaml', '--out', 'bad.html')).toMatchObject({ status: 1, stdout: '' });
    expect(existsSync(join(folder.path, 'bad.html'))).toBe(false);
  });
});

describe('wattform diff as a page', () => {
  const plan = (): void =>
    writeFileSync(
      join(folder.path, 'net.json'),
      JSON.stringify({
        format_version: '1.2',
        resource_changes: [
          {
            address: 'aws_s3_bucket.</script>',
            mode: 'managed',
            type: 'aws_s3_bucket',
            name: 'x',
            change: { actions: ['delete'], before: { bucket: 'x' }, after: null },
          },
        ],
      }),
    );

  test('is printed, or written as the file names it, the same bytes each time', () => {
    plan();
    const printed = run('diff', '--plan', 'net.json', '--format', 'html');
    expect(printed.status).toBe(4);
    expect(printed.stdout).toMatch(/^<!doctype html>/);
    expect([...printed.stdout.matchAll(/<\/script/g)]).toHaveLength(2);
    expect(run('diff', '--plan', 'net.json', '--out', 'review.html').stdout).toContain('written: review.html');
    expect(written('review.html').trim()).toBe(printed.stdout.trim());
  });
});
