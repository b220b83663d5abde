/** A file beside the Terraform: path below the output folder, with `/`, and content. */
export interface ExportFile {
  readonly path: string;
  readonly content: string;
}

/** A file whose content is made when it is asked for, and not kept: a campus has more of them than should stand in memory at once. */
export class LazyFile implements ExportFile {
  constructor(
    readonly path: string,
    private readonly render: () => string,
  ) {}

  get content(): string {
    return this.render();
  }
}
