import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CatalogCode } from '../../catalog';
import { DesignCode } from '../../design';

const root = join(__dirname, '..', '..');
const errors = readFileSync(join(root, 'docs', 'errors.md'), 'utf8');

describe('codes of catalog and design', () => {
  const codes: string[] = [...Object.values(CatalogCode), ...Object.values(DesignCode)];

  it('have one meaning each', () => {
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(codes)('%s is explained in docs/errors.md, once', (code) => {
    expect(errors.split(`| ${code} |`)).toHaveLength(2);
  });

  it('are all that docs/errors.md explains', () => {
    const explained = [...errors.matchAll(/^\| (WF[23]\d\d) \|/gm)].map((match) => match[1]);
    expect(explained.sort()).toEqual([...codes].sort());
  });
});
