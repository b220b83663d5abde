import fc from 'fast-check';
import type { StateDocument } from '../../../blueprints/language/document';
import { type PipelineDesign, PipelineEngine, type PipelineOptions, readDesign } from '../../../deploy/pipeline';
import { galleryDocument, synthesized } from '../../support/synthesized';

export const S3: StateDocument = { backend: 's3', bucket: 'acme-state', region: 'eu-central-1' };
export const REMOTE: StateDocument = { backend: 'remote', organization: 'acme' };

export const OPTIONS: PipelineOptions = {
  engine: PipelineEngine.TERRAFORM,
  branch: 'main',
  environment: 'production',
};

/** Edges of `open-training`, from the stack that reads to the one that it reads from. */
export const OPEN_TRAINING_EDGES = [
  ['gavle-mixed', 'gavle'],
  ['virginia-frontier', 'virginia'],
];

/** A blueprint of the gallery with another state, as a synthesis writes it. */
export function galleryDesign(name: string, state: StateDocument): PipelineDesign {
  return readDesign(synthesized({ ...galleryDocument(name), state }).folder, 'cdktf.out');
}

/** A design of stacks that exist in name only: for each, the places of those before it that it reads from. */
export function designOf(reads: number[][], state: 's3' | 'remote' = 's3'): PipelineDesign {
  const name = (index: number): string => `stack-${index}`;
  return {
    name: 'made-up',
    folder: 'infra/out',
    stacks: reads.map((sources, index) => ({
      name: name(index),
      directory: `stacks/${name(index)}`,
      file: `stacks/${name(index)}/cdk.tf.json`,
      dependsOn: sources.map(name),
      providers: ['aws'],
      region: 'us-east-1',
      state: {
        kind: state,
        arguments:
          state === 's3' ? { region: 'us-east-1' } : { organization: 'acme', workspaces: { name: `made-up-${index}` } },
      },
    })),
  };
}

/** Up to twelve stacks, each reading from any of those before it. */
export function anyReads(): fc.Arbitrary<number[][]> {
  return fc
    .integer({ min: 1, max: 12 })
    .chain((size) =>
      fc.tuple(
        ...Array.from({ length: size }, (_, index) => fc.subarray(Array.from({ length: index }, (__, each) => each))),
      ),
    );
}

export function edgesOf(design: PipelineDesign): string[][] {
  return design.stacks.flatMap(({ name, dependsOn }) => dependsOn.map((source) => [name, source]));
}
