import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  checkDocument,
  findingsToJson,
  loadBlueprint,
  readBlueprint,
  renderFindings,
} from '../../../blueprints/language';
import { changed, load, manyPools, SMALL, sample, TARGETS } from './samples';

describe('a blueprint that is right', () => {
  it('loads: the design sample', () => {
    const { document, findings } = load(sample('design.yaml'));
    expect(findings).toEqual([]);
    expect(document?.sites.gavle).toEqual({
      target: 'azure',
      region: 'swedencentral',
      zone: '1',
      power: { allotment: '2 MW' },
    });
    expect(document?.clusters.mixed.pools?.small).toEqual({
      accelerators: { model: 'a100-80gb', count: 32 },
      capacity: { mode: 'spot' },
    });
  });

  it('loads: every key of the language', () => {
    const { document, findings } = load(sample('everything.yaml'));
    expect(findings).toEqual([]);
    expect(document?.clusters.block.accelerators?.minimum).toBe(0);
  });

  it.each([
    ['with CRLF', SMALL.replace(/\n/g, '\r\n')],
    ['with a byte order mark', `\ufeff${SMALL}`],
    ['as bytes with a byte order mark', Buffer.from(`\ufeff${SMALL}`)],
    ['as bytes', Buffer.from(SMALL)],
    ['as JSON', JSON.stringify(load(SMALL).document)],
    ['with a document start and end', `---\n${SMALL}...\n`],
  ])('loads %s', (_, text) => {
    expect(load(text).document).toEqual(load(SMALL).document);
  });

  it('keeps strings as they are: expressions are data', () => {
    const owner = '${file("/etc/passwd")} %{if true}x%{endif} "quoted" \'single\' \\ back\nnext\ttab';
    const text = changed(
      'owner: platform@example.org',
      `owner: ${JSON.stringify(owner)}\ntags: { cost: ${JSON.stringify(owner)} }\ndescription: ${JSON.stringify(owner)}`,
    );
    const { document } = load(text);
    expect([document?.owner, document?.tags?.cost, document?.description]).toEqual([owner, owner, owner]);
  });

  it('follows aliases of whole values', () => {
    const text = changed(
      '      model: h100-sxm\n      count: 16\n',
      '      &a { model: h100-sxm, count: 16 }\n  second:\n    site: virginia\n    purpose: batch\n    scheduler: kubernetes\n    accelerators: *a\n',
    );
    expect(load(text).document?.clusters.second.accelerators).toEqual({ model: 'h100-sxm', count: 16 });
  });

  it('loads with 400 pools', () => {
    const { document, findings } = load(manyPools(400));
    expect(findings).toEqual([]);
    expect(Object.keys(document?.clusters ?? {})).toHaveLength(20);
  });

  it('is the same object when a program makes it', () => {
    const { document } = load(sample('everything.yaml'));
    expect(checkDocument(document, { targets: TARGETS })).toMatchObject({ document, findings: [] });
  });
});

describe('a blueprint with many mistakes', () => {
  const golden = path.join(__dirname, 'golden/wrong.txt');
  const { document, findings, source } = loadBlueprint(sample('wrong.yaml'), { file: 'wrong.yaml', targets: TARGETS });

  it('says all of them at once, in the order of the text', () => {
    expect(document).toBeUndefined();
    expect(`${renderFindings(findings, source)}\n`).toBe(fs.readFileSync(golden, 'utf8'));
  });

  it('says the same to machines', () => {
    const json = findingsToJson(findings, source);
    expect(json).toHaveLength(findings.length);
    expect(json[0]).toEqual({
      code: 'WF124',
      severity: 'error',
      file: 'wrong.yaml',
      line: 2,
      column: 7,
      endColumn: 20,
      path: ['name'],
      message: '"name" is "Open Training"',
      expected: expect.stringContaining('1 to 30 characters'),
      hint: 'did you mean "open-training"?',
    });
  });

  it('says them in the same order whatever order they come in', () => {
    expect(renderFindings([...findings].reverse(), source)).toBe(renderFindings(findings, source));
    expect(findingsToJson([...findings].reverse(), source)).toEqual(findingsToJson(findings, source));
  });
});

describe('a file', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wattform-language-'));
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  const read = (file: string) => readBlueprint(file, { targets: TARGETS });
  const messages = (file: string) => read(file).findings.map(({ code, message }) => `${code} ${message}`);

  it('is read', () => {
    const file = path.join(folder, 'small.yaml');
    fs.writeFileSync(file, SMALL);
    expect(read(file).document?.name).toBe('small');
  });

  it('is refused when it is none that ends', () => {
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const link = path.join(folder, 'link');
    fs.symlinkSync(link, link);
    expect(messages(path.join(folder, 'missing.yaml'))[0]).toMatch(/^WF101 .*does not exist/);
    expect(messages(folder)[0]).toMatch(/^WF101 .*is a directory/);
    expect(messages(pipe)[0]).toMatch(/^WF101 .*is a pipe/);
    expect(messages(link)[0]).toMatch(/^WF101 .*leads to itself/);
    expect(messages('/dev/zero')[0]).toMatch(/^WF101 .*device/);
    expect(messages('a\0b')[0]).toMatch(/^WF101 .*no name of a file/);
    expect(messages('')[0]).toMatch(/^WF101/);
  });

  it('is refused when it may not be read', () => {
    const file = path.join(folder, 'secret.yaml');
    fs.writeFileSync(file, SMALL);
    const open = jest.spyOn(fs, 'openSync').mockImplementation(() => {
      throw Object.assign(new Error('no'), { code: 'EACCES' });
    });
    try {
      expect(messages(file)).toEqual([expect.stringMatching(/^WF101 .*may not be read by this user/)]);
    } finally {
      open.mockRestore();
    }
  });

  it('is refused by its size before it is read', () => {
    const file = path.join(folder, 'large.yaml');
    fs.writeFileSync(file, '');
    fs.truncateSync(file, 100 * 1024 * 1024);
    const reads = jest.spyOn(fs, 'readSync');
    expect(messages(file)).toEqual(['WF102 the blueprint has 104857600 bytes']);
    expect(reads).not.toHaveBeenCalled();
    reads.mockRestore();
  });

  it('is named in what is said about it, also when it cannot be shown', () => {
    const { findings, source } = read(path.join(folder, 'missing\u001b[31m.yaml'));
    const text = renderFindings(findings, source, { colour: false });
    expect(text).toContain('missing<U+001B>[31m.yaml');
    expect(text).not.toContain('\u001b');
  });
});
