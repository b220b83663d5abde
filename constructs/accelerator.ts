import type { AcceleratorAsk } from '../design/asks';

/** What an accelerator must do, when its name does not matter. */
export interface AcceleratorRequirements {
  /** GB as the vendor labels it. @default - any */
  readonly memoryGbAtLeast?: number;
  /** GiB as measured. @default - any */
  readonly memoryGibAtLeast?: number;
  /** @default - any vendor */
  readonly vendors?: string[];
  /** Dense BF16 TFLOPS. @default - any */
  readonly bf16TflopsAtLeast?: number;
  /** Dense FP8 TFLOPS. @default - any */
  readonly fp8TflopsAtLeast?: number;
}

/** An accelerator: by name, or by what it must do. The catalog says which names there are. */
export class Accelerator {
  /** @param model an id of the catalog; a row of your own will do as well */
  public static named(model: string): Accelerator {
    return new Accelerator({ model });
  }

  /** The design picks among what the site's target rents, and says why. */
  public static requiring(requirements: AcceleratorRequirements): Accelerator {
    return new Accelerator({ ...requirements });
  }

  /** What the design is asked. */
  public readonly ask: AcceleratorAsk;

  private constructor(ask: AcceleratorAsk) {
    this.ask = ask;
  }
}
