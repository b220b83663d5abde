import path from 'node:path';
import { blueprintSubject } from '../../../cli/policy/subject';
import { PolicyGate, type PolicyReport, PolicyRuleState, PolicyVerdict } from '../../../review/policy';
import { SETTINGS } from '../../../review/policy/settings';
import { galleryNames } from '../../support/synthesized';
import { TODAY } from './support';

const folder = path.join(__dirname, '../../../blueprints');
const checked = galleryNames().map((name) => {
  const { subject } = blueprintSubject(path.join(folder, `${name}.yaml`), TODAY);
  return { name, subject, report: PolicyGate.builtIn().check(subject) };
});

test.each(checked)('$name keeps the policy', ({ report }) => {
  expect(report.findings).toEqual([]);
  expect(report.problems).toEqual([]);
  expect(report.verdict).toBe(PolicyVerdict.PASSED);
});

/** Rules that a blueprint must ask for, or that speak of what wattform does not build. */
const MET_NOTHING = ['WFP103', 'WFP111', 'WFP112', 'WFP113'];

test('every other rule met something in one of them', () => {
  const state = (id: string, { rules }: PolicyReport) => rules.find((rule) => rule.id === id)!.state;
  const met = checked[0]!.report.rules
    .map(({ id }) => id)
    .filter((id) => checked.some(({ report }) => state(id, report) !== PolicyRuleState.MET_NOTHING));
  const all = checked[0]!.report.rules.map(({ id }) => id);
  expect(all.filter((id) => !met.includes(id))).toEqual(MET_NOTHING);
});

/** Types of the settings that wattform does not emit: other people's Terraform has them. */
const OF_OTHERS = [
  'aws_ebs_volume',
  'aws_efs_file_system',
  'aws_instance',
  'aws_nat_gateway',
  'aws_security_group_rule',
];

test('the types that the settings know are those that are emitted, and a few of others', () => {
  const emitted = new Set(checked.flatMap(({ subject }) => subject.resources.map(({ type }) => type)));
  const known = new Set([...SETTINGS.public, ...SETTINGS.encryption, ...SETTINGS.tags].map(({ type }) => type));
  expect([...known].filter((type) => !emitted.has(type)).sort()).toEqual(OF_OTHERS);
});

test('resources lead to the line that asked for them', () => {
  const small = checked.find(({ name }) => name === 'small')!.subject.resources;
  const pathOf = (type: string, name: string) =>
    small.find((each) => each.type === type && each.name === name)?.blueprintPath?.join('.');
  expect(pathOf('aws_s3_bucket', 'ohio_store_tuning_datasets_bucket')).toBe('clusters.tuning.storage.datasets');
  expect(pathOf('aws_launch_template', 'tuning_pool_workers_template')).toBe('clusters.tuning.accelerators');
  expect(pathOf('aws_vpc', 'ohio_network_vpc')).toBe('sites.ohio');
});
