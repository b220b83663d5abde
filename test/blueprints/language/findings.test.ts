import fs from 'node:fs';
import path from 'node:path';
import { LanguageCode } from '../../../blueprints/language/codes';
import { RULE_CASES } from './cases/rule-cases';
import { SHAPE_CASES } from './cases/shape-cases';
import { TEXT_CASES } from './cases/text-cases';
import { changed, load } from './samples';

const CASES = [...TEXT_CASES, ...SHAPE_CASES, ...RULE_CASES];

describe.each(CASES)('$what', ({ text, code, at, says }) => {
  const { document, findings, source } = load(text);

  it('is refused with one finding', () => {
    expect(document).toBeUndefined();
    expect(findings.map((finding) => finding.code)).toEqual([code]);
  });

  it('is said at its place, with the way out', () => {
    const [finding] = findings;
    const place = source.place(finding);
    if (at !== undefined) expect(`${place?.line}:${place?.column}`).toBe(at);
    expect(`${finding.message}\n${finding.expected ?? ''}\n${finding.hint ?? ''}`).toMatch(says);
    expect(finding.message).not.toMatch(/\.$/);
  });
});

it('warns of a site without clusters and reads on', () => {
  const { document, findings } = load(
    changed('clusters:', '  spare: { target: azure, region: swedencentral }\nclusters:'),
  );
  expect(document?.sites.spare.region).toBe('swedencentral');
  expect(findings).toEqual([
    expect.objectContaining({ code: LanguageCode.UNUSED_SITE, severity: 'warning', path: ['sites', 'spare'] }),
  ]);
});

it('refuses two clusters whose stacks would have one name', () => {
  const cluster = (site: string) =>
    `{ site: ${site}, purpose: batch, scheduler: kubernetes, accelerators: { model: mi300x, count: 8 } }`;
  const text = `wattform: 1
name: twice
sites: { a: { target: aws, region: us-east-1 }, a-b: { target: aws, region: us-east-1 } }
clusters:
  b-c: ${cluster('a')}
  c: ${cluster('a-b')}
`;
  const { findings } = load(text);
  expect(findings).toEqual([expect.objectContaining({ code: LanguageCode.STACK_NAME, path: ['clusters', 'c'] })]);
  expect(findings[0].message).toContain('"a-b-c", which cluster "b-c" on site "a" has already');
});

it('has a case for each code, and each code is explained', () => {
  const elsewhere = [
    LanguageCode.UNREADABLE,
    LanguageCode.TOO_LARGE,
    LanguageCode.NOT_DATA,
    LanguageCode.UNUSED_SITE,
    LanguageCode.TOO_MANY,
  ];
  const covered = new Set([...CASES.map(({ code }) => code), ...elsewhere]);
  expect([...covered].sort()).toEqual(Object.values(LanguageCode).sort());

  const explained = fs.readFileSync(path.join(__dirname, '../../../docs/errors.md'), 'utf8');
  expect(Object.values(LanguageCode).filter((code) => !explained.includes(`| ${code} |`))).toEqual([]);
});
