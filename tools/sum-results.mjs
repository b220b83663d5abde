/**
 * Prints `N passed, N failed[, N skipped]` over jest's result files, as the last line of a CI run, and fails when anything did.
 * Usage: node tools/sum-results.mjs <exit status so far> <folder of result files>
 * A run that broke outside a test (a build, a suite that does not load) counts as one failure: it must never look green.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [status, folder] = process.argv.slice(2);
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const result = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  sum.passed += result.numPassedTests;
  sum.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  sum.skipped += result.numPendingTests + result.numTodoTests;
}
if (sum.failed === 0 && (status !== '0' || sum.passed === 0)) sum.failed = 1;
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
