import type { ServerType } from '../../catalog';
import { type Assumption, AssumptionBasis, EquipmentKind } from '../../design/electrical';
import { amount } from '../drawing/words';

/** The option that a rating follows from. */
const OPTIONS: { readonly [kind in EquipmentKind]?: string } = {
  [EquipmentKind.GRID_TRANSFORMER]: 'gridTransformerKva',
  [EquipmentKind.TRANSFORMER]: 'transformerKva',
  [EquipmentKind.MECHANICAL_TRANSFORMER]: 'transformerKva',
  [EquipmentKind.UPS]: 'upsModuleKw',
  [EquipmentKind.RECTIFIER]: 'upsModuleKw',
  [EquipmentKind.GENERATOR]: 'generatorKw',
};

/** As on the pages of the command line. */
const MARKS: { readonly [basis in AssumptionBasis]: string } = {
  [AssumptionBasis.STATED]: '=',
  [AssumptionBasis.STANDARD]: '',
  [AssumptionBasis.ENGINEERING_DEFAULT]: '~',
  [AssumptionBasis.CLAIM]: '!',
};

/** What stands behind a rating: how it is known. */
export function markOf(kind: EquipmentKind, assumptions: Assumption[]): string {
  const found = assumptions.find(({ option }) => option === OPTIONS[kind]);
  return found === undefined ? '' : MARKS[found.basis];
}

/** Options that the drawing rests on, as a reader calls them. */
const WORDS: { readonly [option: string]: string } = {
  code: 'code',
  redundancy: 'redundancy',
  distribution: 'distribution',
  powerFactor: 'power factor',
  gridTransformerKva: 'grid transformers, kVA',
  transformerKva: 'transformers, kVA',
  upsModuleKw: 'modules of UPS and rectifiers, kW',
  generatorKw: 'generators, kW',
};

/** The assumptions that figures of the drawing rest on, each with its basis and source. */
export function sourceNotes(kinds: Set<EquipmentKind>, assumptions: Assumption[]): string[] {
  const drawn = new Set([...kinds].map((kind) => OPTIONS[kind]));
  const ratings = new Set(Object.values(OPTIONS));
  return assumptions
    .filter(({ option }) => WORDS[option] !== undefined && (drawn.has(option) || !ratings.has(option)))
    .map(
      ({ option, value, basis, source }) =>
        `${WORDS[option]}${plain(value)}: ${basis === AssumptionBasis.STATED ? '' : `${basis}, `}${source}.`,
    );
}

/** A nameplate is what its maker says. */
export function serverNotes(servers: ServerType[]): string[] {
  return servers.map(({ id, maximumKw, powerBasis, source }) => {
    const power = maximumKw === undefined ? 'power unknown' : `${amount(maximumKw)} kW at most`;
    const known = powerBasis === undefined ? '? no basis is known' : `! ${powerBasis}`;
    return `${id}, ${power}: ${powerBasis?.startsWith('stated') ? `= ${powerBasis}` : known}; ${source}.`;
  });
}

/** What several values come to stands in their source. */
function plain(value: string): string {
  return /^[[{]/.test(value) ? '' : ` ${value}`;
}
