import { type Engine, engineVersion, findEngine, RunError, type StackConfiguration } from '../engine';

interface Demand {
  readonly version: string;
  readonly why: string;
  asks(configuration: StackConfiguration): boolean;
}

/** Terraform and OpenTofu have counted alike so far as these go. */
const DEMANDS: Demand[] = [
  {
    version: '1.6.0',
    why: 'objects that a killed deploy created are brought in by import blocks, whose ids may refer to other objects',
    asks: () => true,
  },
  {
    version: '1.10.0',
    why: 'the S3 backend locks its state by a file beside it (use_lockfile)',
    asks: ({ terraform }) =>
      (terraform?.backend?.['s3'] as { use_lockfile?: boolean } | undefined)?.use_lockfile === true,
  },
];

/**
 * Sees that there is an engine for a deploy, before anything is written.
 * @throws RunError when there is none, it does not run, or it is too old
 */
export async function requireEngine(asked: string | undefined): Promise<void> {
  await checkEngine(findEngine(asked), [{}], process.env);
}

/**
 * The version of an engine that can deploy these stacks. What a stack says itself (`required_version`) the engine checks.
 * @throws RunError when the engine does not run or is too old
 */
export async function checkEngine(
  engine: Engine,
  configurations: StackConfiguration[],
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const version = await engineVersion(engine, process.cwd(), environment);
  const missed = DEMANDS.filter(
    (demand) => isOlder(version, demand.version) && configurations.some((each) => demand.asks(each)),
  ).at(-1);
  if (missed === undefined) return version;
  throw new RunError(
    `${engine.path} is version ${version}, and this deploy needs ${missed.version} or newer: ${missed.why}`,
    'install a newer one, or name another with --engine; nothing was done',
  );
}

/** Of what comes before the first hyphen: a candidate of a release can do what the release can. */
function isOlder(version: string, than: string): boolean {
  const [one, other] = [version, than].map((each) => each.split('-')[0]!.split('.').map(Number));
  const differing = other!.findIndex((part, index) => part !== one![index]);
  return differing >= 0 && !(one![differing]! > other![differing]!);
}
