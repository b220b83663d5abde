import path from 'node:path';
import { Blueprint, type BlueprintDocument } from '../../index';
import { galleryDocument, synthesized, temporaryFolder, treeOf } from '../support/synthesized';

/** blueprints/small.yaml, said by a program. */
const small: BlueprintDocument = {
  wattform: 1,
  name: 'small',
  description: 'Two nodes to fine-tune on',
  owner: 'platform@example.org',
  sites: {
    ohio: { target: 'aws', region: 'us-east-2', zone: 'us-east-2b', power: { allotment: '50 kW' } },
  },
  clusters: {
    tuning: {
      site: 'ohio',
      purpose: 'training',
      scheduler: 'kubernetes',
      accelerators: { model: 'h100-sxm', count: 16 },
      capacity: { mode: 'reserved', reservation: 'cr-0123456789abcdef0' },
      fabric: { rdma: 'required' },
      storage: { datasets: { kind: 'object' } },
    },
  },
};

describe('a blueprint as an object', () => {
  test('gives the same bytes as the YAML', () => {
    const outdir = path.join(temporaryFolder(), 'out');
    const basis = new Blueprint(small).synthesize(outdir);
    expect(basis.totals.nodes).toBe(2);
    expect(treeOf(outdir)).toEqual(treeOf(synthesized(galleryDocument('small')).folder));
  });

  test('is refused by the language with the path, and what was expected', () => {
    const wrong = { ...small, clusters: { tuning: { ...small.clusters['tuning'], purpose: 'trainign' } } };
    expect(() => new Blueprint(wrong)).toThrow(/clusters\.tuning\.purpose|trainign/);
    expect(() => new Blueprint(wrong)).toThrow(/training/);
  });

  test('is refused by the design with what, allowed and fix', () => {
    const large = {
      ...small,
      clusters: { tuning: { ...small.clusters['tuning'], accelerators: { model: 'h100-sxm', count: 64 } } },
    };
    expect(() => new Blueprint(large).synthesize(path.join(temporaryFolder(), 'out'))).toThrow(
      /81\.6 kW.*50 kW|50 kW.*81\.6 kW/s,
    );
  });
});
