/** Concepts that the profile declares no feature for: the design refuses a blueprint that asks for them before it comes here. */
export function notOffered(concept: string): never {
  throw new Error(`the netbox target builds no ${concept}; a hall's own are not recorded in NetBox`);
}
