import type { Finding } from '../../blueprints/language/finding';
import { loadCatalog } from '../../catalog';
import { designPool, type PoolDesign } from '../../design';
import { fakeProfile } from './fakes';

/** Pools designed over the shipped catalog, on fakes of two clouds. */
const catalog = loadCatalog();
const aws = fakeProfile();
const azure = fakeProfile({ cloud: 'azure' });
export const onAws = { catalog, profile: aws, profiles: [aws, azure] };
export const onAzure = { catalog, profile: azure, profiles: [aws, azure] };

export function designed(...parameters: Parameters<typeof designPool>): PoolDesign {
  const result = designPool(...parameters);
  expect(result.findings).toEqual([]);
  return result.design!;
}

export function refused(...parameters: Parameters<typeof designPool>): Finding {
  const result = designPool(...parameters);
  expect(result.design).toBeUndefined();
  expect(result.findings).toHaveLength(1);
  return result.findings[0]!;
}
