import { checkWord } from './checks';

/** A system that runs an engine for a team. */
export enum Runner {
  /** GitHub Actions. */
  GITHUB = 'github',
  ATLANTIS = 'atlantis',
  /** HCP Terraform, and Terraform Enterprise. */
  HCP = 'hcp',
}

/** The engine that a runner installs. */
export enum PipelineEngine {
  TERRAFORM = 'terraform',
  TOFU = 'tofu',
}

/** What a person decides about a pipeline. */
export interface PipelineOptions {
  readonly engine: PipelineEngine;
  /** Exact, because a saved plan is only accepted by the version that made it. @default - GitHub Actions: DEFAULT_VERSIONS; Atlantis: the server's */
  readonly engineVersion?: string;
  /** What lands there is applied. */
  readonly branch: string;
  /** GitHub's environment, whose reviewers approve an apply. */
  readonly environment: string;
}

/** Versions that wattform's own output was built and destroyed with. */
export const DEFAULT_VERSIONS: { readonly [engine in PipelineEngine]: string } = {
  [PipelineEngine.TERRAFORM]: '1.11.4',
  [PipelineEngine.TOFU]: '1.12.6',
};

/** @throws RunError when an option could be more than text in a runner's file */
export function checkOptions({ branch, environment, engineVersion }: PipelineOptions): void {
  checkWord('the branch', branch, /^[A-Za-z0-9_.][A-Za-z0-9_./-]*$/, 'letters, digits, ".", "_", "/" and "-"');
  checkWord(
    'the environment',
    environment,
    /^[A-Za-z0-9_.][A-Za-z0-9_./ -]*$/,
    'letters, digits, spaces, ".", "_", "/" and "-"',
  );
  if (engineVersion !== undefined) {
    checkWord('the version', engineVersion, /^\d+\.\d+\.\d+(-[a-z0-9.]+)?$/, 'one exact version, such as 1.11.4');
  }
}
