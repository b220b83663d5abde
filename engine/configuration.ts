/** Terraform's JSON syntax, as far as a rehearsal looks into it. */
export interface StackConfiguration {
  terraform?: {
    backend?: { [kind: string]: object };
    cloud?: object;
    required_providers?: { [name: string]: { readonly source?: string } };
  };
  module?: object;
  resource?: { [type: string]: { [name: string]: ResourceConfiguration } };
  data?: { [type: string]: { [name: string]: ResourceConfiguration } };
}

export interface ResourceConfiguration {
  readonly '//'?: { readonly metadata?: { readonly path?: string } };
  readonly provisioner?: unknown;
  readonly for_each?: unknown;
  readonly backend?: string;
  readonly config?: { readonly [argument: string]: unknown };
}

/** The data source by which a stack reads another one's outputs; built into the engine. */
export const REMOTE_STATE = 'terraform_remote_state';
