import { parse } from 'yaml';
import { pipelineFor, Runner } from '../../../deploy/pipeline';
import { complaintsOfGitHub } from './github-parser';
import { designOf, OPTIONS } from './support';

const RUNNERS = Object.values(Runner);
const design = (runner: Runner) => designOf([[], [0]], runner === Runner.HCP ? 'remote' : 's3');

/** What would be more than a name in YAML, in a shell, in an expression of GitHub or in Terraform. */
const HOSTILE = [
  '${{ secrets.TOKEN }}',
  'a: b',
  '- a',
  '$(reboot)',
  '${file("x")}',
  'a\nb',
  '*',
  '',
  '../x',
  'ä',
  'a b',
  '`x`',
];

describe.each(RUNNERS)('for %s', (runner) => {
  const honest = design(runner);

  test.each(HOSTILE)('a design named %j is refused', (name) => {
    expect(() => pipelineFor(runner, { ...honest, name }, OPTIONS)).toThrow('takes only letters');
  });

  test.each(HOSTILE)('a stack named %j is refused', (name) => {
    const [stack] = honest.stacks;
    expect(() => pipelineFor(runner, { ...honest, stacks: [{ ...stack, name }] }, OPTIONS)).toThrow(
      'takes only letters',
    );
  });

  test.each([...HOSTILE, '/etc', '.', 'a//b', 'a/../../b'])('a folder %j is refused', (folder) => {
    if (folder === '- a') return;
    expect(() => pipelineFor(runner, { ...honest, folder }, OPTIONS)).toThrow(
      'not a folder below the root of a repository',
    );
  });

  test.each(HOSTILE.filter((branch) => branch !== '../x'))('a branch %j is refused', (branch) => {
    expect(() => pipelineFor(runner, honest, { ...OPTIONS, branch })).toThrow('cannot stand in the file');
  });

  test.each(['latest', '1', '1.11', '>= 1.0', '${{ vars.V }}'])('a version %j is refused', (engineVersion) => {
    expect(() => pipelineFor(runner, honest, { ...OPTIONS, engineVersion })).toThrow('cannot stand in the file');
  });
});

test.each(['${{ secrets.TOKEN }}', 'a\nb', '', '-x'])('an environment %j is refused', (environment) => {
  expect(() => pipelineFor(Runner.GITHUB, design(Runner.GITHUB), { ...OPTIONS, environment })).toThrow('cannot stand');
});

test.each(['null', 'true', '1e3', '0x10', 'on', '2024-01-01'])(
  'a name that YAML would read as something else stays a name: %s',
  async (name) => {
    const { stacks } = designOf([[]]);
    const one = { ...designOf([]), name, stacks: [{ ...stacks[0], name }] };
    const workflow = pipelineFor(Runner.GITHUB, one, { ...OPTIONS, environment: name });
    expect(parse(workflow).name).toBe(name);
    expect(parse(workflow).jobs[`apply-${name}`].environment).toBe(name);
    expect(await complaintsOfGitHub(workflow)).toEqual([]);
    expect(parse(pipelineFor(Runner.ATLANTIS, one, OPTIONS)).projects[0].name).toBe(name);
  },
);
