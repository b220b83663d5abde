import type { BlueprintDocument } from '../blueprints/language/document';

/** Where a resource belongs, as tags that every target writes. The user's own tags win over ours. */
export function tagsOf(
  document: BlueprintDocument,
  place: { readonly site?: string; readonly cluster?: string } = {},
): { readonly [key: string]: string } {
  return {
    'wattform-design': document.name,
    ...(place.site === undefined ? {} : { 'wattform-site': place.site }),
    ...(place.cluster === undefined ? {} : { 'wattform-cluster': place.cluster }),
    ...(document.owner === undefined ? {} : { owner: document.owner }),
    ...document.tags,
  };
}
