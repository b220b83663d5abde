import { closeSync, fdatasyncSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const CHUNK = 64 * 1024;

/** Reads the lines of a file while another process writes it. A last line that has no end yet is kept for the next look. */
export class LineFollower {
  private position = 0;
  private rest = '';
  private readonly decoder = new StringDecoder('utf8');

  constructor(private readonly file: string) {}

  /**
   * The whole lines since the last look. What was read is on the disk afterwards, so that a machine that stops does not take it
   * along.
   */
  lines(): string[] {
    const handle = openSync(this.file, 'r');
    try {
      const before = this.position;
      const buffer = Buffer.alloc(CHUNK);
      for (;;) {
        const length = readSync(handle, buffer, 0, CHUNK, this.position);
        if (length === 0) break;
        this.position += length;
        this.rest += this.decoder.write(buffer.subarray(0, length));
      }
      if (this.position > before) fdatasyncSync(handle);
    } finally {
      closeSync(handle);
    }
    const lines = this.rest.split('\n');
    this.rest = lines.pop() ?? '';
    return lines.filter((line) => line !== '');
  }
}
