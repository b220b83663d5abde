/** A file beside the Terraform: path below the output folder, with `/`, and content. */
export interface ExportFile {
  readonly path: string;
  readonly content: string;
}

/** What a path is made of: nothing that leads out of the folder that it is put into. */
const SAFE_PATH = /^(?!.*\.\.)[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/** A file whose content is made when it is asked for, and not kept: a campus has more of them than should stand in memory at once. */
export class LazyFile implements ExportFile {
  /** @throws when the path is none below a folder: the language lets no such name through */
  constructor(
    readonly path: string,
    private readonly render: () => string,
  ) {
    if (!SAFE_PATH.test(path)) throw new Error(`${JSON.stringify(path)} is no path of an export`);
  }

  get content(): string {
    return this.render();
  }
}
