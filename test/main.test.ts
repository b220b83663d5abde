import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { galleryDocument, synthesized, temporaryFolder, treeOf } from './support/synthesized';

const root = path.join(__dirname, '..');

/** The program that `cdktf synth` runs, as it runs it: in the project's folder, told by the environment where to write. */
function cdktfSynth(project: string, outdir: string) {
  const env = { PATH: process.env.PATH, CDKTF_OUTDIR: outdir, CDKTF_CONTEXT_JSON: '{"blueprint":"ignored"}' };
  return spawnSync(process.execPath, [path.join(root, 'dist/main.js')], { cwd: project, env, encoding: 'utf8' });
}

describe('cdktf synth on the project', () => {
  test('writes what wattform synth writes', () => {
    const outdir = path.join(temporaryFolder(), 'cdktf.out');
    expect(cdktfSynth(root, outdir)).toMatchObject({ status: 0, stderr: '' });
    expect(treeOf(outdir)).toEqual(treeOf(synthesized(galleryDocument('small')).folder));
  });

  test('fails with the line when the blueprint of cdktf.json is wrong', () => {
    const project = temporaryFolder();
    fs.writeFileSync(path.join(project, 'cdktf.json'), '{"context":{"blueprint":"wrong.yaml"}}');
    fs.writeFileSync(path.join(project, 'wrong.yaml'), 'wattform: 1\nname: x\nsites: {}\nclusers: {}\n');
    const run = cdktfSynth(project, path.join(project, 'out'));
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('wrong.yaml:4:1');
    expect(run.stderr).toContain('did you mean "clusters"?');
    expect(fs.existsSync(path.join(project, 'out'))).toBe(false);
  });
});
