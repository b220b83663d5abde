import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const data = join(__dirname, '..', '..', 'catalog', 'data');
const readme = readFileSync(join(data, 'README.md'), 'utf8');

it.each(['accelerators', 'instances', 'regions', 'breaker-ratings', 'climates', 'conversion-losses', 'transformers'])(
  'the README explains the columns of %s.csv, all and in their order',
  (name) => {
    const section = readme.split(`## ${name}.csv`)[1]?.split('\n## ')[0] ?? '';
    const cells = [...section.matchAll(/^\| (`[^|]+) \|/gm)].map((match) => match[1]);
    const explained = cells.flatMap((cell) => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]));
    const header = readFileSync(join(data, `${name}.csv`), 'utf8')
      .split(/\r?\n/)[0]
      ?.split(',');
    expect(explained).toEqual(header);
  },
);
