import fc from 'fast-check';
import { versionProblem } from '../../rehearsal/version-constraint';

test.each([
  ['6.25.0', '6.25.0'],
  ['= 6.25', '6.25.0'],
  ['v6.25.0', '6.25.0'],
  ['!= 6.24.0', '6.25.0'],
  ['>= 6.0, < 7.0', '6.25.0'],
  ['>6.24.9', '6.25.0'],
  ['<= 6.25.0', '6.25.0'],
  ['~> 6.0', '6.25.0'],
  ['~> 6', '6.25.0'],
  ['~> 6.25.0', '6.25.7'],
  ['>= 5.0, != 6.24.0, ~> 6.20', '6.25.0'],
  ['2.0.0-beta1', '2.0.0-beta1'],
  ['> 2.0.0-beta1', '2.0.0'],
  ['>= 1.0.0+build', '1.0.0'],
])('"%s" is met by %s', (constraint, version) => {
  expect(versionProblem(constraint, version)).toBeUndefined();
});

test.each([
  ['< 2.0.0', '6.25.0'],
  ['6.25.1', '6.25.0'],
  ['!= 6.25', '6.25.0'],
  ['~> 5.0', '6.25.0'],
  ['~> 5', '6.25.0'],
  ['~> 6.24.0', '6.25.0'],
  ['~> 6.26', '6.25.0'],
  ['>= 6.0, < 6.25.0', '6.25.0'],
  ['>= 1.0.0', '2.0.0-beta1'],
  ['2.0.0-beta1', '2.0.0'],
  ['< 2.0.0-beta.2', '2.0.0'],
])('"%s" is not met by %s', (constraint, version) => {
  expect(versionProblem(constraint, version)).toMatch(
    new RegExp(`got "${constraint.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"`),
  );
});

test.each(['latest', '>= x', '', '6.*', '>= 6.0 < 7.0'])('"%s" is left to the engine', (constraint) => {
  expect(versionProblem(constraint, '6.25.0')).toBeUndefined();
});

test('every version meets itself and a pessimistic constraint on itself, and none that comes after', () => {
  const part = fc.nat({ max: 99 });
  fc.assert(
    fc.property(part, part, part, (major, minor, patch) => {
      const version = `${major}.${minor}.${patch}`;
      const met = [version, `~> ${version}`, `~> ${major}.${minor}`, `>= ${version}, <= ${version}`];
      return (
        met.every((constraint) => versionProblem(constraint, version) === undefined) &&
        versionProblem(`> ${version}`, version) !== undefined
      );
    }),
  );
});
