import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { providerAddress, providerType } from '../address';
import { Bindings } from './bindings';

/** Of this process: every stack of a folder asks for the same ones. */
const known = new Map<string, Bindings | undefined>();

/**
 * Finds the bindings of a provider as Node finds a package: in a folder or the nearest one above it that has them.
 * @param source as in `required_providers`
 * @param lookIn the first folder that leads to them wins
 */
export function findBindings(source: string, lookIn: string[]): Bindings | undefined {
  const address = providerAddress(source);
  for (const start of lookIn) {
    for (const folder of withThoseAbove(resolve(start))) {
      for (const candidate of candidatesIn(folder, providerType(address))) {
        const bindings = bindingsIn(candidate);
        if (bindings?.source === address) return bindings;
      }
    }
  }
  return undefined;
}

function candidatesIn(folder: string, type: string): string[] {
  const generated = join(folder, '.gen', 'providers');
  const packages = ['@cdktf', '@cdktn'].map((scope) => join(folder, 'node_modules', scope, `provider-${type}`, 'lib'));
  // A program may have given the provider a name of its own.
  const named = existsSync(generated) ? readdirSync(generated).map((name) => join(generated, name)) : [];
  return [join(generated, type), ...packages, ...named];
}

function bindingsIn(folder: string): Bindings | undefined {
  if (!known.has(folder)) known.set(folder, existsSync(join(folder, 'provider')) ? Bindings.in(folder) : undefined);
  return known.get(folder);
}

function withThoseAbove(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...withThoseAbove(above)];
}
