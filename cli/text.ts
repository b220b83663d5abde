import { inert } from '../blueprints/language/show';

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** 1234.5 becomes "1,234.5": the same on every machine, whatever its locale. */
export function number(value: number): string {
  return numbers.format(value);
}

/** A figure with the digits that say something at its size: 20.43, 1,305.6, 24,576. */
export function rounded(value: number): string {
  const size = Math.abs(value);
  return (size < 100 ? numbers : size < 10_000 ? tenths : whole).format(value);
}

/** "1 node", "2 nodes". */
export function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Breaks a text at spaces, and a word that is longer than a line wherever the line ends. What a terminal would obey is written out. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    let rest = inert(word);
    if (line !== '' && line.length + 1 + rest.length > width) {
      lines.push(line);
      line = '';
    }
    while (rest.length > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** A wrapped paragraph: `lead` before its first line, as many spaces before the others. */
export function paragraph(text: string, width: number, lead = ''): string {
  const indent = ' '.repeat(lead.length);
  return wrap(text, Math.max(20, width - lead.length))
    .map((line, index) => (index === 0 ? lead : indent) + line)
    .join('\n');
}
