import { LanguageCode } from '../codes';
import { Caret, type Finding, type Path } from '../finding';
import { clustersOf, type Rule } from './rule';

/** A site's stack is named `<site>`, a cluster's `<site>-<cluster>`; two of one name would overwrite each other's state. */
export const stackNames: Rule = (document) => {
  const taken = new Map<string, string>();
  for (const site of Object.keys(document.sites ?? {})) taken.set(site, `site "${site}"`);
  return clustersOf(document).flatMap(([path, cluster]): Finding[] => {
    if (cluster.site === undefined) return [];
    const stack = `${cluster.site}-${path[1]}`;
    const owner = taken.get(stack);
    if (owner === undefined) {
      taken.set(stack, `cluster "${path[1]}" on site "${cluster.site}"`);
      return [];
    }
    return [collision(path, stack, owner, cluster.site)];
  });
};

function collision(path: Path, stack: string, owner: string, site: string): Finding {
  return {
    code: LanguageCode.STACK_NAME,
    path,
    at: Caret.KEY,
    message: `cluster "${path[1]}" on site "${site}" would have the stack "${stack}", which ${owner} has already`,
    hint: 'rename one of them',
  };
}
