import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { galleryDocument, synthesized, temporaryFolder } from '../support/synthesized';
import { CHECKOV_EXCEPTIONS } from './checkov-exceptions';

/** checkov itself: the one that CHECKOV names, or the one on the PATH. */
const CHECKOV = process.env['CHECKOV'] ?? 'checkov';
const VERSION = '3.3.30';
const asked = spawnSync(CHECKOV, ['--version'], { encoding: 'utf8' });
const found = asked.status === 0 ? asked.stdout.trim() : undefined;
const missing =
  found === VERSION
    ? undefined
    : `checkov ${VERSION} is not here (${found ?? asked.error?.message ?? asked.stderr.trim()}): pip install checkov==${VERSION}`;

/** Everything of three blueprints, and of the largest the two sites that have what the others have not: stores of Azure. */
const STACKS = [
  { blueprint: 'small', only: undefined },
  { blueprint: 'open-training', only: undefined },
  { blueprint: 'own-hall', only: undefined },
  { blueprint: 'open-gigawatt', only: ['texas', 'texas-open', 'gavle', 'gavle-serving'] },
];

interface Check {
  readonly check_id: string;
  readonly resource: string;
  /** `/small--ohio/cdk.tf.json`. */
  readonly file_path: string;
}

interface Result {
  readonly results: {
    readonly passed_checks: Check[];
    readonly failed_checks: Check[];
    readonly parsing_errors: string[];
  };
}

/** One folder with all stacks: checkov takes most of its time to start. */
function merged(): { readonly folder: string; readonly stacks: string[] } {
  const folder = temporaryFolder();
  const stacks = STACKS.flatMap(({ blueprint, only }) => {
    const { folder: output, stacks: all } = synthesized(galleryDocument(blueprint));
    return Object.keys(all)
      .filter((stack) => only?.includes(stack) ?? true)
      .map((stack) => {
        const name = `${blueprint}--${stack}`;
        fs.cpSync(path.join(output, 'stacks', stack, 'cdk.tf.json'), path.join(folder, name, 'cdk.tf.json'));
        return name;
      });
  });
  return { folder, stacks };
}

/** `small--ohio: aws_s3_bucket.x`: its checks of attributes leave the type out, those of graphs do not. */
const named = ({ check_id, resource, file_path }: Check) =>
  `${check_id} ${file_path.split('/')[1]}: ${resource.replace(/^resource\./, '')}`;

const judged = missing === undefined ? describe : describe.skip;

judged(
  `checkov ${VERSION} over what the blueprints emit${missing === undefined ? '' : `, skipped: ${missing}`}`,
  () => {
    const { folder, stacks } = missing === undefined ? merged() : { folder: '', stacks: [] };
    let result: Result['results'];

    beforeAll(() => {
      const { stdout, stderr } = spawnSync(
        CHECKOV,
        ['--directory', folder, '--framework', 'terraform_json', '--skip-download', '--output', 'json'],
        { encoding: 'utf8', maxBuffer: 1e9, env: { PATH: process.env['PATH'], HOME: folder } },
      );
      if (!stdout.startsWith('{')) throw new Error(`checkov answered no JSON: ${stderr.slice(-2000)}`);
      result = (JSON.parse(stdout) as Result).results;
    }, 300_000);

    test('it could read every file, and looked at every stack of a cloud', () => {
      expect(result.parsing_errors).toEqual([]);
      const seen = new Set(
        [...result.passed_checks, ...result.failed_checks].map((each) => each.file_path.split('/')[1]),
      );
      // It has no check for NetBox: nothing is claimed of owned halls.
      expect(stacks.filter((stack) => !seen.has(stack) && !stack.startsWith('own-hall--'))).toEqual([]);
      expect(result.passed_checks.length).toBeGreaterThan(400);
    });

    test('what fails is named, with where it may, and nothing else fails', () => {
      const unnamed = result.failed_checks.filter(
        ({ check_id, resource }) =>
          !CHECKOV_EXCEPTIONS.some(({ check, where }) => check === check_id && where.test(resource)),
      );
      expect(unnamed.map(named)).toEqual([]);
    });

    test.each(CHECKOV_EXCEPTIONS)('$check is still an exception: $why', ({ check, where }) => {
      const excepted = result.failed_checks.filter((each) => each.check_id === check && where.test(each.resource));
      expect(excepted).not.toEqual([]);
    });

    test('it would have found an open bucket: the judge can fail', () => {
      const open = temporaryFolder();
      const bucket = {
        resource: { aws_s3_bucket_public_access_block: { it: { bucket: 'b', block_public_acls: false } } },
      };
      fs.writeFileSync(path.join(open, 'main.tf.json'), JSON.stringify(bucket));
      const words = ['--directory', open, '--framework', 'terraform_json', '--skip-download', '--output', 'json'];
      const { stdout } = spawnSync(CHECKOV, [...words, '--check', 'CKV_AWS_53'], { encoding: 'utf8' });
      expect((JSON.parse(stdout) as Result).results.failed_checks).toHaveLength(1);
    }, 120_000);
  },
);

test('the exceptions are those of docs/targets.md', () => {
  const page = fs.readFileSync(path.join(__dirname, '../../docs/targets.md'), 'utf8');
  const section = page.slice(page.indexOf('## What policy scanners say'));
  const documented = (section.match(/\bCKV2?_(AWS|AZURE)_\d+\b/g) ?? []).sort();
  expect(documented).toEqual(CHECKOV_EXCEPTIONS.map(({ check }) => check).sort());
});
