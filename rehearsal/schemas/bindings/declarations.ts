import { type ParserOptions, parse } from '@babel/parser';
import type { Statement } from '@babel/types';
import { type BindingClass, readClass } from './binding-class';
import { capitalized, nameOf } from './names';
import { type Settings, settingsIn } from './settings';

/** What the bindings of one type declare. */
export interface Declarations {
  readonly classes: ReadonlyMap<string, BindingClass>;
  /** What can be set in a struct, by its name. */
  readonly structs: ReadonlyMap<string, Settings>;
  /** Whether a property must be given, by the name of its interface; only sources have interfaces. */
  readonly interfaces: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
}

const SYNTAX: ParserOptions = { sourceType: 'unambiguous', plugins: ['typescript'], attachComment: false };

/** Reads declarations from sources or compiled texts: one parser understands both. */
export function declarationsIn(texts: string[]): Declarations {
  const classes = new Map<string, BindingClass>();
  const structs = new Map<string, Settings>();
  const interfaces = new Map<string, ReadonlyMap<string, boolean>>();
  for (const text of texts) {
    for (const statement of statementsIn(text)) {
      if (statement.type === 'ClassDeclaration') {
        const declared = readClass(statement, text);
        classes.set(declared.name, declared);
      } else if (statement.type === 'FunctionDeclaration') {
        const struct = /^(\w+)ToHclTerraform$/.exec(statement.id?.name ?? '')?.[1];
        if (struct !== undefined) structs.set(capitalized(struct), settingsIn(statement.body.body, text));
      } else if (statement.type === 'TSInterfaceDeclaration') {
        const properties = statement.body.body.flatMap((each) =>
          each.type === 'TSPropertySignature' ? [[nameOf(each.key), each.optional !== true] as const] : [],
        );
        interfaces.set(statement.id.name, new Map(properties));
      }
    }
  }
  return { classes, structs, interfaces };
}

function statementsIn(text: string): Statement[] {
  return parse(text, SYNTAX).program.body.map((statement) =>
    statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement,
  );
}
