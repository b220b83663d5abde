import assert from 'node:assert/strict';
import { loadCatalog } from '../catalog';
import { Feature } from '../design/target-profile';
import { blueprintOn, built, configurations, resourceBlocks } from './design';
import type { ConformanceCase, ConformanceGround } from './ground';
import { scenarioCases } from './scenarios';

/** A pool past any limit of a control plane that a target may have. */
const LARGE = 80_000;
/** Control planes that a pool of a target with small limits is divided into, about. */
const CONTROL_PLANES = 8;
/** Of a hall, where every server is a record: enough for several rows. */
const LARGE_HALL = 4_096;
/** Blocks that a pool of {@link LARGE} may add to those of one node: control planes and groups, never nodes. */
const BLOCKS_MORE = 300;
/** Records of one stack, about: what a live inventory takes in ten minutes. */
const RECORDS = 3_300;

/**
 * The cases of a target, in a stable order.
 * @throws when the registry has no target of that name
 */
export function conformance(ground: ConformanceGround): ConformanceCase[] {
  const { profile } = ground.registry.target(ground.target);
  return [
    always('stands under its own name, on a cloud of the catalog', () => checkName(ground)),
    always('names limits that exist, each with a source and a date', () => checkLimits(ground)),
    ...scenarioCases(ground, profile.features),
    always('gives the same bytes for the same blueprint', () => checkBytes(ground)),
    always('reads no template in a name or a tag', () => checkTemplates(ground)),
    profile.features.includes(Feature.FACILITY_HALL)
      ? {
          ...always(`cuts a hall of ${LARGE_HALL} accelerators into states`, () => checkHall(ground)),
          feature: Feature.FACILITY_HALL,
        }
      : always(`grows to ${largeFor(ground)} accelerators by control planes and groups, not by nodes`, () =>
          checkGrowth(ground),
        ),
  ];
}

function always(name: string, run: () => void): ConformanceCase {
  return { name, declared: true, run };
}

function checkName({ registry, target }: ConformanceGround): void {
  const { profile } = registry.target(target);
  assert.equal(profile.name, target);
  const here = loadCatalog().instances.filter(({ cloud }) => cloud === profile.cloud);
  assert.ok(here.length > 0, `the catalog has no machine of cloud "${profile.cloud}"`);
}

function checkLimits({ registry, target }: ConformanceGround): void {
  const { limits, controlPlaneLimits } = registry.target(target).profile;
  const ids = limits.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'a limit stands twice');
  for (const id of [controlPlaneLimits.nodes, controlPlaneLimits.groups]) {
    assert.ok(ids.includes(id), `limit "${id}" is not among ${ids.join(', ')}`);
  }
  for (const { id, source, asOf } of limits) {
    assert.notEqual(source, '', `limit "${id}" has no source`);
    assert.match(asOf, /^\d{4}-\d{2}-\d{2}$/, `limit "${id}" has no date`);
  }
}

const plain = ({ accelerator }: ConformanceGround, count = 16): string =>
  `accelerators: { model: ${accelerator}, count: ${count} }`;

function checkBytes(ground: ConformanceGround): void {
  const yaml = blueprintOn(ground, plain(ground));
  assert.deepEqual(built(yaml, ground).files, built(yaml, ground).files);
}

function checkTemplates(ground: ConformanceGround): void {
  const tag = `\${file("/etc/passwd")}`;
  const yaml = blueprintOn(ground, plain(ground)).replace(
    'name: conform\n',
    `name: conform\ntags: { note: '${tag}' }\n`,
  );
  const result = built(yaml, ground);
  const texts = configurations(result).map((path) => [path, result.files[path]!] as const);
  // A tag that stands nowhere would prove nothing.
  assert.ok(
    texts.some(([, text]) => text.includes('{file(')),
    'no configuration has the tag of the blueprint',
  );
  for (const [path, text] of texts) {
    assert.ok(!/(^|[^$])\$\{file\(/.test(text), `${path} would read a tag as a template`);
  }
}

function checkGrowth(ground: ConformanceGround): void {
  const blocks = (count: number) => resourceBlocks(built(blueprintOn(ground, plain(ground, count), ''), ground));
  const large = built(blueprintOn(ground, plain(ground, largeFor(ground)), ''), ground);
  const planes = large.basis.sites[0]!.clusters[0]!.controlPlanes.length;
  const [got, one] = [resourceBlocks(large), blocks(8)];
  assert.ok(
    got <= one + Math.max(BLOCKS_MORE, planes * one),
    `${got} blocks for ${planes} control planes, ${one} for one node`,
  );
  const splits = large.basis.notices.filter(({ sources, message }) => sources.length > 0 && /\d/.test(message));
  assert.ok(splits.length > 0, 'the design does not say how it split the pool, with a source');
}

/** As large as {@link LARGE}, or as some control planes of a target with small limits. */
function largeFor({ registry, target }: ConformanceGround): number {
  const { limits, controlPlaneLimits } = registry.target(target).profile;
  const nodes = limits.find(({ id }) => id === controlPlaneLimits.nodes)!.value;
  return Math.min(LARGE, nodes * CONTROL_PLANES * 8);
}

function checkHall(ground: ConformanceGround): void {
  const large = built(blueprintOn(ground, plain(ground, LARGE_HALL), ''), ground);
  const records = large.basis.stacks.map((stack) => stack.records ?? 0);
  assert.ok(Math.max(...records) <= RECORDS, `a stack of ${Math.max(...records)} records`);
  assert.ok(
    large.basis.stacks
      .filter((stack) => stack.records !== undefined)
      .every((stack) => stack.applySeconds !== undefined),
    'a stack does not say how long its apply takes',
  );
}
