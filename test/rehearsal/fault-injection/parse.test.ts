import { RunError } from '../../../engine';
import { parseFault } from '../../../rehearsal/faults/parse';
import { refuseWhatCannotHappen } from '../../../rehearsal/faults/targets';

test.each([
  ['latency=200ms..3s', { wait: { least: 200, most: 3000 } }],
  ['latency@aws_vpc=1min', { type: 'aws_vpc', wait: { least: 60_000, most: 60_000 } }],
  ['throttle', { times: 3 }],
  ['throttle@aws_vpc=7', { times: 7, type: 'aws_vpc' }],
  ['error@3', { nth: 3 }],
  ['error@aws_vpc', { type: 'aws_vpc' }],
  ['timeout@3', { nth: 3 }],
  ['capacity@p5.48xlarge', { machine: 'p5.48xlarge' }],
  ['quota@Standard_ND96isr_H100_v5', { machine: 'Standard_ND96isr_H100_v5' }],
  ['drift@aws_vpc=deleted', { type: 'aws_vpc', deleted: true }],
  ['crash@5=late', { nth: 5, late: true }],
])('%s is understood', (asked, fault) => {
  expect(parseFault(asked)).toMatchObject({ asked, ...fault });
});

test.each([
  ['capcity', /there is no fault "capcity"; did you mean capacity\?/],
  ['', /there is no fault ""/],
  ['latency', /"" is not a time/],
  ['latency=12m', /"12m" is not a time, such as 200ms, 2s or 1min/],
  ['latency=-1s', /not a time/],
  ['latency=3s..1s', /least\.\.most/],
  ['latency=2h', /at most 60 s/],
  ['throttle=0', /not a number of times/],
  ['error@0', /not a number of times/],
  ['error=3', /error takes no =value/],
  ['capacity@2', /capacity cannot be counted/],
  ['drift@aws_vpc.net', /a provider is told types, not addresses/],
  ['drift=gone', /"gone" is not deleted/],
  ['crash@aws_vpc', /a crash is counted/],
])('%s is refused, with what can be asked for', (asked, words) => {
  const parse = () => parseFault(asked);
  expect(parse).toThrow(words);
  expect(parse).toThrow(RunError);
  expect(parse).toThrow(expect.objectContaining({ hint: expect.stringContaining('crash@5') }));
});

describe('what cannot happen to these stacks', () => {
  const refuse = (asked: string) => () =>
    refuseWhatCannotHappen([parseFault(asked)], ['aws_vpc', 'aws_eks_node_group']);

  test('is refused, with what was probably meant', () => {
    expect(refuse('error@aws_eks_nodegroup')).toThrow(
      /no stack has aws_eks_nodegroup; did you mean aws_eks_node_group\?/,
    );
    expect(refuse('capacity@aws_vpc')).toThrow(/aws_vpc is not known to run out of capacity/);
    expect(() => refuseWhatCannotHappen([parseFault('capacity')], ['aws_iam_role'])).toThrow(/nothing of these stacks/);
  });

  test('and what can is let through', () => {
    for (const asked of ['capacity', 'quota@aws_vpc', 'drift', 'crash@5', 'capacity@p5.48xlarge']) {
      expect(refuse(asked)).not.toThrow();
    }
  });
});
