import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the installed AWS bindings. */
const AWS = join(dirname(require.resolve('@cdktf/provider-aws/package.json')), 'lib');
const MAP = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;

/** The compiled text of a module of the AWS bindings, without the sources that the package has inside it. */
export function compiledBinding(module: string): string {
  return readFileSync(join(AWS, module, 'index.js'), 'utf8').replace(MAP, '');
}

/** The source of a module of the AWS bindings, as `cdktf get` writes it. */
export function generatedBinding(module: string): string {
  const [, map = ''] = MAP.exec(readFileSync(join(AWS, module, 'index.js'), 'utf8')) ?? [];
  return JSON.parse(Buffer.from(map, 'base64').toString('utf8')).sourcesContent[0];
}

/** Writes modules of bindings, by name: into a package, or where `cdktf get` puts them. */
export function writeBindings(folder: string, file: string, modules: { readonly [name: string]: string }): void {
  for (const [name, text] of Object.entries(modules)) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, file), text);
  }
}

/** The bindings of a small provider `acme/hall`, with one resource of the given members, as `cdktf get` writes them. */
export function hallBindings(resource: string): { readonly [name: string]: string } {
  return {
    provider: `
import * as cdktf from 'cdktf';
export class HallProvider extends cdktf.TerraformProvider {
  public static readonly tfResourceType = "hall";
  public constructor(scope: Construct, id: string, config: HallProviderConfig) {
    super(scope, id, {
      terraformResourceType: 'hall',
      terraformGeneratorMetadata: { providerName: 'hall', providerVersion: '2.1.0' },
      terraformProviderSource: 'acme/hall'
    });
  }
  // site - computed: false, optional: false, required: true
  private _site?: string;
  public get site() { return this._site; }
  // alias - computed: false, optional: true, required: false
  private _alias?: string;
  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      site: { value: cdktf.stringToHclTerraform(this._site), isBlock: false, type: "simple", storageClassType: "string" },
      alias: { value: cdktf.stringToHclTerraform(this._alias), isBlock: false, type: "simple", storageClassType: "string" },
    };
    return attrs;
  }
}`,
    rack: `import * as cdktf from 'cdktf';\n${resource}`,
  };
}
