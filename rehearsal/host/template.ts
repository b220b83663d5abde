/** Fills `{name}` with what is known by that name. */
export function filled(template: string, known: (name: string) => string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => known(name));
}

/** The names that a template asks for. */
export function namesIn(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
