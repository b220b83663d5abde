import { existsSync, writeFileSync } from 'node:fs';
import { ExitCode } from '../exit-code';
import { CliFailure, isSystemError } from '../failure';
import type { Outcome } from '../outcome';
import { STARTER } from '../starter';

/** Writes the starter blueprint. The flag `wx` leaves it to the system that a file which appears meanwhile is not lost either. */
export function init(file: string): Outcome {
  try {
    writeFileSync(file, STARTER, { flag: 'wx' });
  } catch (error) {
    if (isSystemError(error) && (error.code === 'EEXIST' || existsSync(file))) {
      throw new CliFailure(
        ExitCode.OUTPUT,
        `${file} exists already, and init overwrites nothing`,
        'name another file: wattform init my-blueprint.yaml',
      );
    }
    throw error;
  }
  return {
    exitCode: ExitCode.OK,
    text: [
      `wrote ${file}`,
      'next:',
      `  wattform explain ${file}   what it comes to: nodes, power, price`,
      `  wattform synth ${file}     the Terraform of it`,
    ].join('\n'),
    document: { ok: true, findings: [], file },
  };
}
