import type { Finding } from '../blueprints/language/finding';
import { didYouMean } from '../blueprints/language/suggest';
import type { Accelerator } from '../catalog';
import type { PoolAsk } from './asks';
import { DesignCode } from './codes';
import { enumerate } from './figures';
import { type InstanceCandidate, type InstanceChoices, instanceChoices, unknownLast } from './instance-choice';
import { nodePower } from './node-power';
import type { PoolContext } from './pool-context';
import { prescribedAccelerator } from './prescribed-instance';
import { acceleratorReason, instanceReason } from './reasons';
import { alsoOn, cloudAccelerators, modelMissing, nothingFits, refusal } from './refusals';
import { hasRequirements, requirementsText, shortfalls } from './requirements';

/** The accelerator and the instance type of a pool, or why there is none. */
export interface Choice {
  readonly chosen?: InstanceCandidate;
  readonly why: string[];
  readonly findings: Finding[];
}

/** Chooses the accelerator (as named, or the cheapest that meets what is required) and the instance type that carries it. */
export function choose(ask: PoolAsk, context: PoolContext): Choice {
  const prescribed = prescribedAccelerator(ask, context);
  if (prescribed.finding !== undefined) {
    return failed(prescribed.finding);
  }
  if (ask.accelerator.model !== undefined) {
    return chooseNamed(ask.accelerator.model, ask, context);
  }
  if (prescribed.accelerator === undefined && !hasRequirements(ask.accelerator)) {
    const message = 'names neither a model nor what an accelerator must do';
    const expected = 'a model, or memory, vendor, bf16 or fp8';
    return failed(refusal(ask, ['accelerators'], DesignCode.REQUIREMENTS_UNMET, message, { expected }));
  }
  return chooseByRequirement(ask, context, prescribed.accelerator);
}

function chooseNamed(model: string, ask: PoolAsk, context: PoolContext): Choice {
  const accelerator = context.catalog.accelerator(model);
  const missing = modelMissing(model, accelerator, ask, context);
  if (missing !== undefined || accelerator === undefined) {
    return missing === undefined ? { why: [], findings: [] } : failed(missing);
  }
  const short = shortfalls(accelerator, ask.accelerator);
  if (short.length > 0) {
    const message = `${model} does not do what is required: ${short.join('; ')}`;
    const hint = 'name a model, or say what it must do';
    return failed(refusal(ask, ['accelerators', 'model'], DesignCode.REQUIREMENTS_UNMET, message, { hint }));
  }
  const choices = instanceChoices(accelerator, ask, context);
  const best = choices.fits[0];
  if (best === undefined) {
    return failed(nothingFits(ask, [accelerator], choices.refused, context));
  }
  return {
    chosen: best,
    why: [`accelerator ${model}: named by the blueprint`, instanceReason(choices, ask)],
    findings: [],
  };
}

function chooseByRequirement(ask: PoolAsk, context: PoolContext, only: Accelerator | undefined): Choice {
  const unknown = unknownVendor(ask, context);
  if (unknown !== undefined) {
    return failed(unknown);
  }
  const onCloud = only === undefined ? cloudAccelerators(context) : [only];
  const meeting = onCloud.filter((accelerator) => shortfalls(accelerator, ask.accelerator).length === 0);
  if (meeting.length === 0) {
    return failed(requirementsUnmet(ask, onCloud, context));
  }
  const choices = meeting.map((accelerator) => instanceChoices(accelerator, ask, context));
  const ranked = rank(
    choices.filter((choice) => choice.fits.length > 0),
    ask,
    context,
  );
  const [first, ...others] = ranked;
  const best = first?.fits[0];
  if (first === undefined || best === undefined) {
    const refused = choices.flatMap((choice) => choice.refused);
    return failed(nothingFits(ask, meeting, refused, context));
  }
  const rest = others.flatMap((choice) => choice.fits.slice(0, 1));
  return { chosen: best, why: [acceleratorReason(best, rest, ask), instanceReason(first, ask)], findings: [] };
}

/** Accelerators by what their best instance type costs and draws for one accelerator; what is unknown comes last. */
function rank(choices: InstanceChoices[], ask: PoolAsk, context: PoolContext): InstanceChoices[] {
  return choices
    .map((choice) => {
      const best = choice.fits[0]!;
      const kw = nodePower(best.instance, best.accelerator, context.catalog, ask.nodePowerKw).value;
      return { choice, best, kwPerAccelerator: kw === undefined ? undefined : kw / best.perNode };
    })
    .sort(
      (a, b) =>
        unknownLast(a.best.usdPerAcceleratorHour, b.best.usdPerAcceleratorHour) ||
        unknownLast(a.kwPerAccelerator, b.kwPerAccelerator) ||
        (a.best.accelerator.id < b.best.accelerator.id ? -1 : 1),
    )
    .map(({ choice }) => choice);
}

function requirementsUnmet(ask: PoolAsk, onCloud: Accelerator[], context: PoolContext): Finding {
  const near = onCloud.map((row) => `${row.id} (${shortfalls(row, ask.accelerator).join('; ')})`);
  const elsewhere = context.catalog.accelerators.filter((row) => shortfalls(row, ask.accelerator).length === 0);
  const what = requirementsText(ask.accelerator);
  return refusal(
    ask,
    ['accelerators'],
    DesignCode.REQUIREMENTS_UNMET,
    `no accelerator of target ${context.profile.name} is known to have ${what}; got ${enumerate(near)}`,
    { expected: 'a requirement that a known figure of the catalog meets', hint: alsoOn(elsewhere, ask, context) },
  );
}

function unknownVendor(ask: PoolAsk, context: PoolContext): Finding | undefined {
  const vendors = [...new Set(context.catalog.accelerators.map((row) => row.vendor.toLowerCase()))].sort();
  const index = ask.accelerator.vendors?.findIndex((vendor) => !vendors.includes(vendor.toLowerCase())) ?? -1;
  const vendor = ask.accelerator.vendors?.[index];
  return vendor === undefined
    ? undefined
    : refusal(
        ask,
        ['accelerators', 'vendor', String(index)],
        DesignCode.REQUIREMENTS_UNMET,
        `the catalog has no vendor "${vendor}"`,
        { expected: `one of ${vendors.join(', ')}`, hint: didYouMean(vendor, vendors) },
      );
}

function failed(finding: Finding): Choice {
  return { why: [], findings: [finding] };
}
