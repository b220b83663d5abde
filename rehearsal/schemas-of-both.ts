import type { ProviderSchema } from './host/schema';
import { providerAddress } from './schemas/address';

/** Schemas by which a stack is played whose objects may be of types that its configuration no longer has. */
export function schemasOfBoth(configured: ProviderSchema[], standing: ProviderSchema[]): ProviderSchema[] {
  const merged = configured.map((schema) => {
    const stood = standing.find(({ source }) => providerAddress(source) === providerAddress(schema.source));
    return stood === undefined ? schema : { ...schema, resources: { ...stood.resources, ...schema.resources } };
  });
  const gone = standing.filter(({ source }) =>
    configured.every((schema) => providerAddress(schema.source) !== providerAddress(source)),
  );
  return [...merged, ...gone];
}
