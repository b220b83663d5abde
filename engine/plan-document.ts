/** What `show -json` prints of a plan, as far as it is read here. Values are those of the user: nothing in them is trusted. */
export interface PlanDocument {
  readonly format_version?: string;
  readonly terraform_version?: string;
  readonly errored?: boolean;
  readonly resource_changes?: ResourceChange[];
  readonly output_changes?: { readonly [name: string]: ValueChange };
  readonly prior_state?: { readonly values?: { readonly root_module?: StateModule } };
  readonly configuration?: { readonly root_module?: ModuleConfiguration };
}

/** What happens to one object. */
export interface ResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly module_address?: string;
  /** `managed` or `data`. */
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly provider_name?: string;
  /** Of an object that an earlier replacement left behind. */
  readonly deposed?: string;
  readonly change: ValueChange;
  readonly action_reason?: string;
}

/** Objects that stand before a plan, with those that they depend on. */
export interface StateModule {
  readonly resources?: { readonly address: string; readonly mode: string; readonly depends_on?: string[] }[];
  readonly child_modules?: (StateModule & { readonly address?: string })[];
}

/** A value before and after. */
export interface ValueChange {
  /** `['no-op']`, `['create']`, `['delete', 'create']` … */
  readonly actions: string[];
  readonly before?: unknown;
  readonly after?: unknown;
  /** True, or the same shape with true where the value is decided later. */
  readonly after_unknown?: unknown;
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
  /** Paths into the value that force a new object. */
  readonly replace_paths?: (string | number)[][];
  readonly importing?: object;
}

/** The configuration of a module as the engine understood it. */
export interface ModuleConfiguration {
  readonly resources?: ConfiguredResource[];
  readonly outputs?: { readonly [name: string]: { readonly expression?: Expression; readonly depends_on?: string[] } };
  readonly module_calls?: {
    readonly [name: string]: {
      readonly expressions?: { readonly [name: string]: Expression };
      readonly module?: ModuleConfiguration;
      readonly depends_on?: string[];
    };
  };
}

/** A block of a resource or data source. */
export interface ConfiguredResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly expressions?: { readonly [name: string]: Expression };
  readonly for_each_expression?: Expression;
  readonly count_expression?: Expression;
  readonly depends_on?: string[];
}

/** An expression, or the blocks of a nested type, each of which holds expressions by name. */
export type Expression =
  | { readonly references?: string[]; readonly constant_value?: unknown }
  | { readonly [name: string]: Expression }
  | Expression[];
