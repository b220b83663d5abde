import assert from 'node:assert/strict';
import type { BasisOfDesign } from '../design/basis';
import { Feature } from '../design/target-profile';
import { blueprintOn, built, configurations, controlPlane, type Designed, designed } from './design';
import type { ConformanceCase, ConformanceGround } from './ground';

/** An ask that only a target with the feature can honour. */
interface Scenario {
  readonly name: string;
  readonly needs: Feature;
  /** Keys of the cluster. */
  readonly cluster: (ground: ConformanceGround) => string;
  /** Where the basis of design must say it. */
  readonly says: (basis: BasisOfDesign) => unknown;
  /** Keys of a pool that does not ask for it, which must come to another Terraform. @default - it is what a plain pool has */
  readonly shows?: string;
  /** What the Terraform of an owned hall has instead, where its hardware is there whether a pool asks or not. */
  readonly hallHas?: RegExp;
}

const pool = ({ accelerator }: ConformanceGround, more = '') =>
  `accelerators: { model: ${accelerator}, count: 16 }${more}`;
const reserved = ({ reservation = 'reservation-1' }: ConformanceGround) => JSON.stringify(reservation);
const firstCluster = (basis: BasisOfDesign) => basis.sites[0]!.clusters[0]!;
const firstPool = (basis: BasisOfDesign) => firstCluster(basis).pools[0]!;

const SCENARIOS: Scenario[] = [
  {
    name: 'on-demand capacity',
    needs: Feature.CAPACITY_ON_DEMAND,
    cluster: (ground) => pool(ground, ', capacity: { mode: on-demand }'),
    says: (basis) => firstPool(basis).capacity.mode === 'on-demand',
  },
  {
    name: 'spot capacity',
    needs: Feature.CAPACITY_SPOT,
    cluster: (ground) => pool(ground, ', capacity: { mode: spot }'),
    says: (basis) => firstPool(basis).capacity.mode === 'spot',
    shows: '',
  },
  {
    name: 'reserved capacity',
    needs: Feature.CAPACITY_RESERVED,
    cluster: (ground) => pool(ground, `, capacity: { mode: reserved, reservation: ${reserved(ground)} }`),
    says: (basis) => firstPool(basis).capacity.reservation,
    shows: '',
  },
  {
    name: 'a capacity block',
    needs: Feature.CAPACITY_BLOCK,
    cluster: (ground) => pool(ground, `, capacity: { mode: block, reservation: ${reserved(ground)} }`),
    says: (basis) => firstPool(basis).capacity.reservation,
    shows: '',
  },
  {
    name: 'an RDMA fabric',
    needs: Feature.FABRIC_RDMA,
    cluster: (ground) => pool(ground, ', fabric: { rdma: required }'),
    says: (basis) => firstPool(basis).rdma,
    shows: ', fabric: { rdma: none }',
    // Rails of a server to their leafs.
    hallHas: /"r0001-s01 compute1"/,
  },
  {
    name: 'a parallel file system',
    needs: Feature.STORAGE_PARALLEL,
    cluster: (ground) =>
      pool(ground, ', storage: { scratch: { kind: parallel, capacity: 96 TiB, throughput: 10 GB/s } }'),
    says: (basis) => firstCluster(basis).parallelFileSystems.length === 1,
    shows: '',
  },
  {
    name: 'an object store with an identity for its readers',
    needs: Feature.STORAGE_OBJECT,
    cluster: (ground) => pool(ground, ', storage: { datasets: { kind: object } }'),
    says: (basis) => firstCluster(basis).objectStores.length === 1,
    shows: '',
  },
];

/** A case for each scenario: it is built where the target declares its feature, and refused by name where it does not. */
export function scenarioCases(ground: ConformanceGround, features: Feature[]): ConformanceCase[] {
  return SCENARIOS.map((scenario) => {
    const declared = features.includes(scenario.needs);
    return {
      name: scenario.name,
      feature: scenario.needs,
      declared,
      run: () =>
        declared
          ? checkBuilt(scenario, ground, features.includes(Feature.FACILITY_HALL))
          : checkRefused(scenario, ground),
    };
  });
}

function checkBuilt({ name, cluster, says, shows, hallHas }: Scenario, ground: ConformanceGround, hall: boolean): void {
  const result = built(blueprintOn(ground, cluster(ground)), ground);
  assert.ok(says(result.basis), `the basis of design does not say what was asked: ${name}`);
  assert.equal(firstPool(result.basis).accelerators, 16);
  assertLimit(result);
  const manifest = JSON.parse(result.files['manifest.json']!) as {
    stacks: { [name: string]: { dependencies: string[] } };
  };
  const { dependencies } = manifest.stacks['here-research']!;
  assert.ok(dependencies.includes('here'), 'the control plane does not stand on its site');
  // What is declared must show in the Terraform: an ask that leaves that of a plain pool as it is was dropped.
  if (shows === undefined) return;
  if (hall && hallHas !== undefined) {
    const texts = configurations(result).map((path) => result.files[path]!);
    assert.ok(
      texts.some((text) => hallHas.test(text)),
      `nothing in the Terraform of the hall shows it: ${name}`,
    );
    return;
  }
  const plain = built(blueprintOn(ground, pool(ground, shows)), ground);
  const changed = configurations(result).some((path) => result.files[path] !== plain.files[path]);
  assert.ok(changed, `nothing in the Terraform shows what was asked: ${name}`);
}

/** The site's allotment stands in the Terraform, and reads how far the groups may scale. */
function assertLimit(result: Designed): void {
  const limits = Object.entries(controlPlane(result).resource?.terraform_data ?? {});
  const limit = limits.find(([id]) => id.endsWith('power_limit'))?.[1] as
    | { lifecycle: { precondition: { condition: string }[] } }
    | undefined;
  assert.match(limit?.lifecycle.precondition[0]?.condition ?? 'no power limit', /max/);
}

function checkRefused({ needs, cluster }: Scenario, ground: ConformanceGround): void {
  const { basis, findings, files } = designed(blueprintOn(ground, cluster(ground)), ground);
  assert.equal(basis, undefined, `${ground.target} does not declare ${needs}, and a blueprint that asks for it passes`);
  assert.deepEqual(files, {}, 'something was written for a blueprint that was refused');
  const said = findings.map(({ message, expected, hint }) => `${message} ${expected} ${hint}`).join('\n');
  for (const other of ground.registry.profiles().filter(({ features }) => features.includes(needs))) {
    assert.ok(said.includes(other.name), `the refusal does not name ${other.name}, which has it:\n${said}`);
  }
}
