import fs from 'node:fs';
import { LanguageCode } from './codes';
import type { Finding } from './finding';
import { LIMITS } from './limits';
import { quoted } from './show';

/** The bytes of a file, or why there are none. */
export interface FileBytes {
  readonly bytes?: Buffer;
  readonly finding?: Finding;
}

/**
 * Reads a regular file of at most 1 MiB. A pipe or device is refused: it may never end. The size is checked while reading too,
 * because a file may grow, and some (as below /proc) claim to be empty.
 */
export function readBounded(file: string): FileBytes {
  let descriptor: number | undefined;
  try {
    const kind = fs.statSync(file);
    if (!kind.isFile()) return { finding: notAFile(file, kind) };
    // Non-blocking, so that a pipe that took the file's place since cannot hold us up.
    descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
    const opened = fs.fstatSync(descriptor);
    if (!opened.isFile()) return { finding: notAFile(file, opened) };
    if (opened.size > LIMITS.bytes) return { finding: tooLarge(opened.size) };
    const bytes = readUpTo(descriptor, LIMITS.bytes + 1);
    return bytes.length > LIMITS.bytes ? { finding: tooLarge(bytes.length) } : { bytes };
  } catch (error) {
    return { finding: unreadable(file, (error as NodeJS.ErrnoException).code ?? 'unknown reason') };
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

/** The finding about a text that is longer than a blueprint may be. */
export function tooLarge(bytes: number): Finding {
  return {
    code: LanguageCode.TOO_LARGE,
    path: [],
    message: `the blueprint has ${bytes > LIMITS.bytes + 1 ? bytes : `more than ${LIMITS.bytes}`} bytes`,
    expected: `at most ${LIMITS.bytes} bytes`,
    hint: 'is this the right file? pools differ in numbers, not in lines: a large design needs no large file',
  };
}

function readUpTo(descriptor: number, most: number): Buffer {
  const buffer = Buffer.alloc(most);
  let length = 0;
  while (length < most) {
    const read = fs.readSync(descriptor, buffer, length, most - length, null);
    if (read === 0) break;
    length += read;
  }
  return buffer.subarray(0, length);
}

function notAFile(file: string, kind: fs.Stats): Finding {
  const what = kind.isDirectory() ? 'a directory' : 'a pipe, socket or device';
  return {
    code: LanguageCode.UNREADABLE,
    path: [],
    message: `${quoted(file)} is ${what}`,
    expected: 'a YAML file',
    hint: kind.isDirectory() ? 'name a file in it' : 'write the blueprint to a file first',
  };
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist: a part of its path is a file',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
  ELOOP: 'is a link that leads to itself',
  ENAMETOOLONG: 'has a name that is too long',
  ERR_INVALID_ARG_VALUE: 'is no name of a file',
};

function unreadable(file: string, code: string): Finding {
  return {
    code: LanguageCode.UNREADABLE,
    path: [],
    message: `${quoted(file)} ${REASONS[code] ?? `cannot be read (${code})`}`,
    expected: 'a YAML file that can be read',
  };
}
