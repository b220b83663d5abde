import { pageFor } from '../../cli/page';
import { fabric } from '../../cli/verbs/fabric';
import { power } from '../../cli/verbs/power';
import { blueprintOf, OWN } from './halls';
import { scratch } from './wattform';

jest.mock('cdktf', () => {
  throw new Error('cdktf was loaded');
});
jest.mock('constructs', () => {
  throw new Error('constructs was loaded');
});
jest.mock('@dagrejs/dagre', () => {
  throw new Error('the layout was loaded');
});

const folder = scratch();

test('a page of a hall loads neither the construct library nor, without a drawing, the layout', () => {
  const file = blueprintOf(folder.path, { gavle: OWN });
  const page = pageFor({}, {});
  expect(power(file, {}, page).exitCode).toBe(0);
  expect(fabric(file, {}, page).exitCode).toBe(0);
  expect(() => power(file, { svg: `${folder.path}/hall.svg` }, page)).toThrow('the layout was loaded');
});
