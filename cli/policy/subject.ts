import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlueprintSource } from '../../blueprints/language';
import type { BlueprintDocument } from '../../blueprints/language/document';
import { loadCatalog } from '../../catalog';
import { PolicySubject } from '../../review/policy';
import { PolicySubjectError } from '../../review/policy/subject';
import { synthesizeBlueprint } from '../../stacks';
import { blueprintPathOf } from '../blueprint-lines';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import { type Outcome, refuses } from '../outcome';
import { read } from '../reading';
import { type Folder, readFolder } from './folder';

/** What is to be checked, and where its blueprint stands. */
export interface Checked {
  readonly subject: PolicySubject;
  /** @default - it is a folder */
  readonly source?: BlueprintSource;
}

/** A blueprint that is refused ends the run with its findings. */
export class RefusedBlueprint extends Error {
  constructor(readonly outcome: Outcome) {
    super('the blueprint is refused');
  }
}

/** What was synthesized before. Its blueprint is not known, so nothing is known of what it asks of the policy. */
export function folderSubject(folder: string, today: string): Checked {
  return { subject: subjectOf(folder, readFolder(folder), today) };
}

/**
 * Designs and synthesizes a blueprint into a folder that is gone afterwards.
 * @throws RefusedBlueprint when it has errors
 */
export function blueprintSubject(file: string, today: string): Checked {
  const reading = read(file);
  const { document, source, registry } = reading;
  if (document === undefined) throw new RefusedBlueprint(reading.refused());
  const catalog = loadCatalog();
  const work = mkdtempSync(join(tmpdir(), 'wattform-'));
  try {
    const { findings, halls } = synthesizeBlueprint(document, { outdir: work, catalog, registry });
    const all = [...reading.findings, ...findings];
    if (refuses(all)) throw new RefusedBlueprint(reading.outcome(all, { text: '', document: {} }));
    const extras = {
      catalog,
      halls,
      blueprintPathOf: (place: Parameters<typeof blueprintPathOf>[0]) => blueprintPathOf(place, document),
    };
    return { subject: subjectOf(file, readFolder(work), today, document, extras), source };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function subjectOf(
  name: string,
  { design, stacks }: Folder,
  today: string,
  blueprint?: BlueprintDocument,
  extras: Parameters<typeof PolicySubject._with>[1] = {},
): PolicySubject {
  try {
    return PolicySubject._with({ today, design, stacks, ...(blueprint !== undefined && { blueprint }) }, extras);
  } catch (error) {
    if (error instanceof PolicySubjectError) throw new CliFailure(ExitCode.USAGE, `${name}: ${error.message}`);
    throw error;
  }
}
