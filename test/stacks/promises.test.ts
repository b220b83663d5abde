import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { loadCatalog } from '../../catalog';
import { TargetRegistry } from '../../constructs/targets/registry';
import { synthesizeBlueprint } from '../../stacks';
import {
  addresses,
  documentOf,
  galleryDocument,
  galleryNames,
  readStacks,
  synthesized,
  temporaryFolder,
  treeOf,
} from '../support/synthesized';

const root = path.join(__dirname, '../..');
const command = path.join(root, 'dist/bin/wattform.js');

function treeHash(folder: string): string {
  const tree = treeOf(folder);
  const hash = createHash('sha256');
  for (const file of Object.keys(tree).sort()) {
    hash.update(`${file}\0${tree[file]}\0`);
  }
  return hash.digest('hex');
}

describe('the output is the same bytes', () => {
  test.each(galleryNames())('%s: in two folders, time zones, locales and working directories', (name) => {
    const blueprint = path.join(root, 'blueprints', `${name}.yaml`);
    const places = [
      { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' },
      { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    ];
    const hashes = places.map((place) => {
      const cwd = temporaryFolder();
      // No HOME, no credentials, no proxies: what is not here cannot be read.
      execFileSync(process.execPath, [command, 'synth', blueprint, '--output', 'out/deep'], {
        cwd,
        env: { PATH: '/nonexistent', ...place },
        stdio: 'pipe',
      });
      // Nothing beside the output folder, and in it nothing but the output.
      expect(
        Object.keys(treeOf(cwd)).filter(
          (file) =>
            !/^out\/deep\/(stacks\/[a-z0-9-]+\/cdk\.tf\.json|(manifest|basis-of-design)\.json|halls\/[a-z0-9-]+\/.+)$/.test(
              file,
            ),
        ),
      ).toEqual([]);
      return treeHash(path.join(cwd, 'out/deep'));
    });
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('and hold no path of the machine', () => {
    const { folder } = synthesized(galleryDocument('small'));
    for (const [file, content] of Object.entries(treeOf(folder))) {
      expect(`${file}: ${content.includes(root) || content.includes(folder)}`).toBe(`${file}: false`);
    }
  });
});

describe('strings are data', () => {
  const canary = '${file("/etc/hostname")}%{ for x in [1] }"\\\n$${y}';

  function withStrings(text: string) {
    const document = galleryDocument('small');
    return { ...document, description: text, owner: text, tags: { note: text, [`k-${text}`]: 'v' } };
  }

  test('no template of a blueprint stays alive', () => {
    const { stacks } = synthesized(withStrings(canary));
    const written = JSON.stringify(stacks);
    const told = JSON.stringify(canary).slice(1, -1);
    expect(written).not.toContain(told);
    expect(written).toContain(JSON.stringify('$${file("/etc/hostname")}%%{ for x').slice(1, -1));
  });

  test('any string of a blueprint comes back from the Terraform as it was', () => {
    const text = fc
      .array(fc.constantFrom('$', '{', '}', '%', '"', "'", '\\', '\n', 'é', '🦉', 'a', ' '), {
        minLength: 1,
        maxLength: 9,
      })
      .map((parts) => `x${parts.join('')}`);
    fc.assert(
      fc.property(text, (owner) => {
        const { stacks } = synthesized({ ...galleryDocument('small'), owner });
        const tags = stacks['ohio'].provider!['aws'][0].default_tags[0].tags as { [key: string]: string };
        expect(tags['owner'].replace(/([$%])\1\{/g, '$1{')).toBe(owner);
      }),
      { numRuns: 25 },
    );
  });
});

describe('nothing is lost', () => {
  const broken = documentOf(`
wattform: 1
name: small
sites:
  ohio: { target: aws, region: us-east-2, zone: us-east-2b, power: { allotment: 1 kW } }
clusters:
  tuning: { site: ohio, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 16 } }
`);

  test('a refused blueprint leaves the old output as it was', () => {
    const { folder } = synthesized(galleryDocument('small'));
    const before = treeOf(folder);
    const result = synthesizeBlueprint(broken, { outdir: folder, catalog: loadCatalog() });
    expect(result.basis).toBeUndefined();
    expect(result.findings.length).toBeGreaterThan(0);
    expect(treeOf(folder)).toEqual(before);
  });

  test('a refused blueprint makes no folder', () => {
    const folder = path.join(temporaryFolder(), 'out');
    synthesizeBlueprint(broken, { outdir: folder, catalog: loadCatalog() });
    expect(fs.existsSync(folder)).toBe(false);
  });

  test('a target that breaks half way leaves the old output as it was', () => {
    const { folder } = synthesized(galleryDocument('small'));
    const before = treeOf(folder);
    const document = documentOf(
      fs.readFileSync(path.join(root, 'blueprints/small.yaml'), 'utf8').replaceAll('ohio', 'iowa'),
    );
    const aws = TargetRegistry.builtIn().target('aws');
    const registry = new Proxy(TargetRegistry.builtIn(), {
      get: (it, key) =>
        key === 'target'
          ? () =>
              new Proxy(aws, {
                get: (target, name) =>
                  name === 'createNodePool'
                    ? () => {
                        throw new Error('broke half way');
                      }
                    : Reflect.get(target, name),
              })
          : Reflect.get(it, key).bind(it),
    });
    expect(() => synthesizeBlueprint(document, { outdir: folder, catalog: loadCatalog(), registry })).toThrow(
      'broke half way',
    );
    expect(treeOf(folder)).toEqual(before);
  });
});

describe('addresses are stable', () => {
  const yaml = (order: 'ab' | 'ba', extra = '') => {
    const a =
      '  alpha: { site: ohio, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 16 } }\n';
    const b =
      '  beta: { site: ohio, purpose: batch, scheduler: kubernetes, pools: { one: { accelerators: { model: l4, count: 8 } }, two: { accelerators: { model: l40s, count: 8 } } } }\n';
    const c =
      '  beta: { scheduler: kubernetes, purpose: batch, pools: { two: { accelerators: { count: 8, model: l40s } }, one: { accelerators: { count: 8, model: l4 } } }, site: ohio }\n';
    return `
wattform: 1
name: stable
sites:
  ohio: { target: aws, region: us-east-2, zone: us-east-2b }
clusters:
${order === 'ab' ? a + b : c + a}${extra}`;
  };

  test('when keys are reordered, nothing at all changes', () => {
    const first = synthesized(documentOf(yaml('ab')));
    const second = synthesized(documentOf(yaml('ba')));
    expect(treeHash(second.folder)).toBe(treeHash(first.folder));
  });

  test('when a cluster is added, the others keep theirs', () => {
    const before = synthesized(documentOf(yaml('ab'))).stacks;
    const more =
      '  aardvark: { site: ohio, purpose: batch, scheduler: kubernetes, accelerators: { model: l4, count: 8 }, storage: { data: { kind: object } } }\n';
    const after = synthesized(documentOf(yaml('ab', more))).stacks;
    for (const stack of Object.keys(before)) {
      expect(addresses(after[stack])).toEqual(expect.arrayContaining(addresses(before[stack])));
    }
    expect(readStacks('/nonexistent')).toEqual({});
  });

  test('when a pool grows past a group, keys are added and no resource is renamed', () => {
    const of = (count: number) =>
      synthesized(documentOf(yaml('ab').replace('h100-sxm, count: 16', `h100-sxm, count: ${count}`))).stacks[
        'ohio-alpha'
      ];
    expect(addresses(of(8 * 5000))).toEqual(addresses(of(8)));
  });
});
