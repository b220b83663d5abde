import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE_MAP = 'sourceMappingURL=data:application/json;base64,';

/**
 * The texts of one module of bindings: its index, and the parts that a large one is divided into.
 * @param folder holds `index.ts`, as `cdktf get` writes it, or `index.js`, as packages hold it
 * @returns undefined when there is no such module
 */
export function bindingTexts(folder: string): string[] | undefined {
  const index = textOf(folder, 'index');
  if (index === undefined) return undefined;
  const parts = namesIn(join(folder, 'index-structs'), /^(structs\d+)\.(ts|js)$/);
  return [index, ...parts.map((part) => textOf(join(folder, 'index-structs'), part) ?? '')];
}

function textOf(folder: string, name: string): string | undefined {
  const source = readIfThere(join(folder, `${name}.ts`));
  if (source !== undefined) return source;
  const compiled = readIfThere(join(folder, `${name}.js`));
  return compiled === undefined ? undefined : (sourceInside(compiled) ?? compiled);
}

/** Packages are published with their sources in a map: only the sources tell which simple arguments a provider may decide. */
function sourceInside(compiled: string): string | undefined {
  const start = compiled.lastIndexOf(SOURCE_MAP);
  if (start < 0) return undefined;
  try {
    const map = JSON.parse(Buffer.from(compiled.slice(start + SOURCE_MAP.length), 'base64').toString('utf8')) as {
      readonly sourcesContent?: (string | null)[];
    };
    return map.sourcesContent?.[0] ?? undefined;
  } catch {
    return undefined;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function namesIn(folder: string, pattern: RegExp): string[] {
  try {
    const names = readdirSync(folder).flatMap((file) => pattern.exec(file)?.[1] ?? []);
    return [...new Set(names)];
  } catch {
    return [];
  }
}
