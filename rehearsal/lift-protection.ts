import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationFiles } from './configuration/module-tree';
import type { PrivateStack } from './private-copy';

interface Lifecycle {
  prevent_destroy?: unknown;
}

/**
 * Takes `prevent_destroy` out of a private copy, so that a plan shows all that would go instead of ending at the first.
 * @returns addresses of the blocks that had it
 */
export function liftProtection({ home }: PrivateStack, tofu: boolean): string[] {
  const lifted: string[] = [];
  for (const name of configurationFiles(home, tofu).filter((each) => each.endsWith('.json'))) {
    const file = join(home, name);
    const document = JSON.parse(readFileSync(file, 'utf8')) as {
      resource?: { [type: string]: { [name: string]: { lifecycle?: Lifecycle | Lifecycle[] } } };
    };
    const before = lifted.length;
    for (const [type, blocks] of Object.entries(document.resource ?? {})) {
      for (const [label, block] of Object.entries(blocks)) {
        for (const lifecycle of [block.lifecycle ?? []].flat()) {
          if (lifecycle.prevent_destroy !== true) continue;
          delete lifecycle.prevent_destroy;
          lifted.push(`${type}.${label}`);
        }
      }
    }
    if (lifted.length > before) writeFileSync(file, JSON.stringify(document, null, 2));
  }
  return lifted.sort();
}
