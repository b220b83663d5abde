import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { Interruption, StackPlan } from '../deploy';

/**
 * Asks on the terminal whether plans are to be applied. Only the words that were asked for mean yes.
 * @param yes the answer that approves
 */
export async function approved(plans: StackPlan[], yes: string, interruption: Interruption): Promise<boolean> {
  for (;;) {
    const answer = await ask(
      `Apply exactly this? Type ${yes} to apply, view to read the plans in full: `,
      interruption,
    );
    if (answer !== 'view') return answer === yes;
    view(plans.map(({ textFile }) => readFileSync(textFile, 'utf8')).join('\n'));
  }
}

async function ask(question: string, interruption: Interruption): Promise<string> {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new AbortController();
  const forget = interruption.onRaise(() => ended.abort());
  // On a terminal the question itself hears Ctrl-C, and end of input is no yes.
  asking.on('SIGINT', () => interruption.raise('SIGINT')).on('close', () => ended.abort());
  try {
    return (await asking.question(question, { signal: ended.signal })).trim();
  } catch {
    process.stderr.write('\n');
    return '';
  } finally {
    forget();
    asking.close();
  }
}

function view(text: string): void {
  const pager = process.env['PAGER'] || 'less';
  const { error } = spawnSync(pager, { input: text, stdio: ['pipe', 'inherit', 'inherit'], shell: true });
  if (error !== undefined) process.stderr.write(text);
}
