import { join } from 'node:path';
import { pageFor } from '../../cli/page';
import { catalog } from '../../cli/verbs/catalog';
import { explain } from '../../cli/verbs/explain';
import { schema } from '../../cli/verbs/schema';
import { validate } from '../../cli/verbs/validate';

jest.mock('cdktf', () => {
  throw new Error('cdktf was loaded');
});
jest.mock('constructs', () => {
  throw new Error('constructs was loaded');
});

const page = pageFor({}, {});
const blueprint = join(__dirname, '..', '..', 'blueprints', 'open-training.yaml');

test('only synth loads the construct library', () => {
  expect(validate(blueprint, page).exitCode).toBe(0);
  expect(explain(blueprint, undefined, page).exitCode).toBe(0);
  expect(catalog('instances', {}, page).exitCode).toBe(0);
  expect(schema().exitCode).toBe(0);
});

test('loading it would be noticed', () => {
  expect(() => require('../../stacks')).toThrow('was loaded');
});
