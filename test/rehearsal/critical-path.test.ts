import { criticalPath, longestChain } from '../../rehearsal/critical-path';

const managed = (name: string, dependencies: string[], module?: string) => ({
  ...(module && { module }),
  mode: 'managed',
  type: 'x',
  name,
  instances: [{ dependencies }],
});

describe('the longest chain of a state', () => {
  test('follows dependencies, through modules, and passes over what is only read', () => {
    const data = { ...managed('read', ['x.z']), mode: 'data' };
    const state = {
      resources: [
        data,
        managed('end', ['module.net.x.vpc', 'x.side', 'data.x.read']),
        managed('side', []),
        managed('vpc', ['x.start'], 'module.net["a"]'),
        managed('start', []),
      ],
    };
    expect(longestChain(state)).toEqual(['x.start', 'module.net.x.vpc', 'x.end']);
  });

  test('of nothing is empty, and of what depends on nothing one', () => {
    expect(longestChain({})).toEqual([]);
    expect(longestChain({ resources: [managed('b', []), managed('a', [])] })).toEqual(['x.a']);
  });

  test('is found in ten thousand resources', () => {
    const resources = Array.from({ length: 10_000 }, (_, index) =>
      managed(String(index), index % 100 === 0 ? [] : [`x.${index - 1}`]),
    );
    expect(longestChain({ resources })).toHaveLength(100);
  });
});

describe('the critical path of a deploy', () => {
  test('enters a stack after all of the one before, and takes the longest way', () => {
    const path = criticalPath([
      { name: 'site', dependsOn: [], resources: ['a', 'b'] },
      { name: 'alone', dependsOn: [], resources: ['c', 'd', 'e'] },
      { name: 'short', dependsOn: ['site'], resources: ['f'] },
      { name: 'long', dependsOn: ['site', 'short'], resources: ['g'] },
    ]);
    expect(path.length).toBe(4);
    expect(path.chains).toEqual([
      { stack: 'site', resources: ['a', 'b'] },
      { stack: 'short', resources: ['f'] },
      { stack: 'long', resources: ['g'] },
    ]);
    expect(path.basis).toContain('not simulated');
  });

  test('of no stacks is empty', () => {
    expect(criticalPath([])).toMatchObject({ length: 0, chains: [] });
  });
});
