import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BlockSchema, TypeSchema } from '../../host/schema';
import { providerAddress, providerType } from '../address';
import { declarationsIn } from './declarations';
import { Rebuilder } from './rebuild';
import { bindingTexts } from './text';

export type TypeKind = 'resource' | 'data source';

const BASES: { readonly [kind in TypeKind]: string } = {
  resource: 'TerraformResource',
  'data source': 'TerraformDataSource',
};

/** The bindings of one provider: a package, or what `cdktf get` generated. */
export class Bindings {
  private readonly rebuilt = new Map<string, TypeSchema | undefined>();

  private constructor(
    private readonly folder: string,
    /** `hashicorp/aws`. */
    readonly source: string,
    /** Of the provider. */
    readonly version: string,
  ) {}

  /**
   * @param folder holds a folder for every type, and `provider`
   * @returns undefined when these are no bindings
   */
  static in(folder: string): Bindings | undefined {
    const text = bindingTexts(join(folder, 'provider'))?.[0] ?? '';
    const source = /\bterraformProviderSource: ["']([^"']+)["']/.exec(text)?.[1];
    const version = /\bproviderVersion: ["']([^"']+)["']/.exec(text)?.[1];
    return source === undefined || version === undefined
      ? undefined
      : new Bindings(folder, providerAddress(source), version);
  }

  /** The arguments of the provider itself. */
  configuration(): BlockSchema {
    const texts = bindingTexts(join(this.folder, 'provider')) ?? [];
    const { attributes = {}, ...rest } = new Rebuilder(declarationsIn(texts)).block('TerraformProvider') ?? {};
    // The engine's own argument.
    const { alias: _, ...own } = attributes;
    return { attributes: own, ...rest };
  }

  /** @returns undefined when the bindings do not know the type */
  type(kind: TypeKind, type: string): TypeSchema | undefined {
    const key = `${kind} ${type}`;
    if (!this.rebuilt.has(key)) this.rebuilt.set(key, this.rebuild(kind, type));
    return this.rebuilt.get(key);
  }

  /** The type whose bindings stand in a folder of the package, as `import` names it: `eks-cluster`. */
  typeIn(module: string): { readonly kind: TypeKind; readonly type: string } | undefined {
    const text = bindingTexts(join(this.folder, module))?.[0] ?? '';
    const type = typeOfText(text);
    const kind = /\bextends \w+\.TerraformDataSource\b/.test(text) ? 'data source' : 'resource';
    return type === undefined ? undefined : { kind, type };
  }

  private rebuild(kind: TypeKind, type: string): TypeSchema | undefined {
    for (const module of this.modulesFor(kind, type)) {
      const texts = bindingTexts(join(this.folder, module)) ?? [];
      if (typeOfText(texts[0] ?? '') !== type) continue;
      const block = new Rebuilder(declarationsIn(texts)).block(BASES[kind]);
      if (block !== undefined) return { version: 0, ...block };
    }
    return undefined;
  }

  /** Where a type may stand: under its name without the provider's, or under a name much like that where it cannot be one. */
  private modulesFor(kind: TypeKind, type: string): string[] {
    const prefix = `${providerType(this.source)}_`;
    const bare = type.startsWith(prefix) ? type.slice(prefix.length) : type;
    const name = (kind === 'resource' ? bare : `data_${type}`).replaceAll('_', '-');
    if (existsSync(join(this.folder, name))) return [name];
    const squeezed = name.replaceAll('-', '');
    return readdirSync(this.folder).filter(
      (module) => module.replaceAll('-', '').replace(/resource$/, '') === squeezed,
    );
  }
}

function typeOfText(text: string): string | undefined {
  return /\btfResourceType = ["']([^"']+)["']/.exec(text)?.[1];
}
