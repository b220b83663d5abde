import { RunError } from '../../engine';

/**
 * A file in Terraform's own syntax as the JSON form of the same. The parser is the engines' own, compiled to WebAssembly: two
 * megabytes, which are loaded when the first such file is read.
 * @throws RunError with the line, when the file cannot be read
 */
export async function parseHcl(file: string, text: string): Promise<unknown> {
  const { parse } = require('@cdktn/hcl2json') as typeof import('@cdktn/hcl2json');
  try {
    return await parse(file, text);
  } catch (error) {
    throw new RunError(syntaxError(file, (error as Error).message));
  }
}

/** From `parse config: [main.tf:2,6-3,1: Invalid expression; Expected the start of an expression.]`. */
function syntaxError(file: string, said: string): string {
  const place = /:(\d+),\d+-(?:\d+,)?\d+: ([\s\S]*?)\]?$/.exec(said);
  return place === null ? `${file}: ${said}` : `${file}:${place[1]}: ${place[2]}`;
}
