import { Action, type Guard, type ReviewedChange } from '../model';
import type { StatefulTypes } from './stateful-types';

/** Holds every loss of what keeps state or capacity against what the reviewer has named. */
export function guardOf(changes: ReviewedChange[], allow: string[], types: StatefulTypes): Guard {
  const lost = changes.filter(({ action }) => action === Action.DESTROY || action === Action.REPLACE);
  const used = new Set<string>();
  const losses = lost.flatMap(({ stack, address, action, stateful }) => {
    if (stateful === undefined) return [];
    const allowedBy = allow.find((pattern) => names(pattern, stack, address));
    if (allowedBy !== undefined) used.add(allowedBy);
    return [{ stack, address, action, ...stateful, ...(allowedBy !== undefined && { allowedBy }) }];
  });
  return {
    passed: losses.every(({ allowedBy }) => allowedBy !== undefined),
    losses,
    unknownTypes: [...new Set(lost.map(({ type }) => type).filter((type) => !types.knows(type)))].sort(),
    unusedAllowances: allow.filter((pattern) => !used.has(pattern)),
  };
}

/** Whether a reviewer's words name an object: its address, or stack and address, where `*` stands for anything. */
function names(pattern: string, stack: string, address: string): boolean {
  const exact = new RegExp(`^${pattern.split('*').map(literally).join('.*')}$`, 's');
  return exact.test(address) || exact.test(`${stack}/${address}`);
}

function literally(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
