import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type IPolicyRule, PolicyGate } from '../../review/policy';
import { PolicyRuleError } from '../../review/policy/gate';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';

/**
 * The rules that ship, and those of modules: `rules` of what each exports, or what it exports by default.
 * @param modules paths to files from here, or names of packages that are installed here
 * @throws CliFailure when a module cannot be loaded, or holds no rules
 */
export async function gateWith(modules: string[]): Promise<PolicyGate> {
  let gate = PolicyGate.builtIn();
  for (const name of modules) {
    const rules = rulesIn(await load(name), name);
    try {
      gate = gate.with(rules);
    } catch (error) {
      if (error instanceof PolicyRuleError) throw refused(name, error.message);
      throw error;
    }
  }
  return gate;
}

/** What a user's module does when it is loaded is the user's; that it fails is told in one line. */
async function load(name: string): Promise<unknown> {
  const here = createRequire(join(process.cwd(), 'package.json'));
  try {
    // A file needs no `./` before it.
    const file = existsSync(name) && statSync(name).isFile() ? resolve(name) : here.resolve(name);
    return await import(pathToFileURL(file).href);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0]! : String(error);
    throw refused(name, reason);
  }
}

function rulesIn(exported: unknown, name: string): IPolicyRule[] {
  const own = propertyOf(exported, 'rules');
  const byDefault = propertyOf(exported, 'default');
  const rules = own ?? propertyOf(byDefault, 'rules') ?? byDefault;
  if (!Array.isArray(rules)) throw refused(name, 'it exports no list "rules"');
  if (rules.length === 0) throw refused(name, 'its list "rules" is empty');
  return rules as IPolicyRule[];
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function refused(name: string, reason: string): CliFailure {
  return new CliFailure(
    ExitCode.USAGE,
    `--rules ${name}: ${reason}`,
    'a module exports rules: a list of objects as docs/policy.md describes them',
  );
}
