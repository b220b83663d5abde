import { breaks, holds, nameOf, placeOf } from '../observations';
import { type IPolicyRule, type PolicyObservation, PolicySeverity } from '../rule';
import { SETTINGS, type TagPlace } from '../settings';
import type { IPolicySubject, PolicyResource } from '../subject-types';
import { blocksAt } from '../terraform';

const OWNER = 'owner';

/** What costs money bears the tags by which it is charged to somebody. */
export const costTags: IPolicyRule = {
  id: 'WFP114',
  severity: PolicySeverity.WARNING,
  title: 'What costs money bears the tags by which it is charged to somebody: owner, or those of policy.tags.',
  why: 'A bill of untagged accelerators has no owner, and nobody turns them off.',
  remedy: 'State owner and tags in the blueprint; wattform puts them on everything that takes tags.',
  looksAt: 'resources that cost money',
  applies: ({ resources }) => resources.some(({ type }) => SETTINGS.tags.some((tags) => tags.type === type)),
  observe: (subject) => subject.resources.flatMap((resource) => observed(subject, resource)),
};

function observed({ blueprint }: IPolicySubject, resource: PolicyResource): PolicyObservation[] {
  const asked = blueprint?.policy?.tags ?? [OWNER];
  return SETTINGS.tags
    .filter(({ type }) => type === resource.type)
    .map((place) => {
      const missing = asked.filter((key) => !bears(resource, place, key));
      if (missing.length === 0) return holds(nameOf(resource), placeOf(resource));
      const numbers = { measured: asked.length - missing.length, limit: asked.length, unit: 'tags' };
      return breaks(nameOf(resource), `it lacks the tags ${missing.join(', ')}`, { ...numbers, ...placeOf(resource) });
    });
}

/** Every block of tags must bear the key: a template tags machines, disks and interfaces apart. */
function bears({ body, defaultTags }: PolicyResource, { path, ofItself }: TagPlace, key: string): boolean {
  if (!ofItself && has(defaultTags, key)) return true;
  const blocks = blocksAt(body, path);
  return blocks.length > 0 && blocks.every((tags) => has(tags, key));
}

function has(tags: { readonly [key: string]: unknown }, key: string): boolean {
  return Object.hasOwn(tags, key) && tags[key] !== '' && tags[key] !== null;
}
