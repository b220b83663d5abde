/** The arguments that a provider itself takes, as the bindings' own code lists them. */
import { readFileSync } from 'node:fs';

/** Reads the block from the text of a binding's `provider/index.js`: all arguments optional, because the text does not say. */
export function providerBlockOfBinding(file) {
  const text = readFileSync(file, 'utf8');
  return blockIn(text, text.slice(text.lastIndexOf('synthesizeHclAttributes() {')));
}

const ENTRY =
  /\n\s+(\w+): \{\s+value: (.+),\s+isBlock: (true|false),\s+type: "(\w+)",\s+storageClassType: "(\w+)",\s+\}/g;
const SCALARS = { string: 'string', number: 'number', boolean: 'bool', any: 'dynamic' };

function blockIn(text, body) {
  const attributes = {};
  const blocks = {};
  for (const [, name, value, isBlock, kind, storage] of body.matchAll(ENTRY)) {
    const nested = /(\w+)ToHclTerraform\b/.exec(value.replaceAll(/cdktf\.\w+ToHclTerraform/g, ''))?.[1];
    if (isBlock === 'true') {
      blocks[name] = { nesting: kind === 'set' ? 'set' : 'list', ...blockIn(text, functionBody(text, nested)) };
    } else if (name !== 'alias') {
      attributes[name] = { type: typeOf(name, kind, storage), optional: true };
    }
  }
  return {
    ...(Object.keys(attributes).length > 0 && { attributes: sorted(attributes) }),
    ...(Object.keys(blocks).length > 0 && { blocks: sorted(blocks) }),
  };
}

function typeOf(name, kind, storage) {
  const scalar = SCALARS[storage.replace(/(List|Map)$/, '')];
  if (scalar === undefined) throw new Error(`argument ${name}: no type is known for ${storage}`);
  return kind === 'simple' ? scalar : [kind, scalar];
}

function functionBody(text, name) {
  const start = text.indexOf(`function ${name}ToHclTerraform(struct) {`);
  if (start < 0) throw new Error(`the binding has no function ${name}ToHclTerraform`);
  return text.slice(start, text.indexOf('\n}', start));
}

function sorted(object) {
  return Object.fromEntries(
    Object.keys(object)
      .sort()
      .map((key) => [key, object[key]]),
  );
}
