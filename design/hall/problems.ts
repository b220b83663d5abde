import { type Finding, type Path, Severity } from '../../blueprints/language/finding';
import { DesignCode } from '../codes';
import { type ElectricalProblem, ElectricalProblemKind, ProblemSeverity } from '../electrical';
import { type FabricProblem, FabricProblemKind } from '../fabric';
import { type RackProblem, RackProblemKind } from '../racks';
import type { HallAsk } from './ask';
import { NetworkRole } from './seams';

/** Leads what the engineers of a hall refuse to the line that a person would change. */
export class HallFindings {
  readonly findings: Finding[] = [];

  constructor(
    private readonly ask: HallAsk,
    /** Path of a pool, by `cluster/pool`. */
    private readonly poolPath: (pool: string) => Path,
  ) {}

  racks(problems: RackProblem[]): void {
    for (const { kind, pool, message, hint } of problems) {
      this.findings.push({
        code: DesignCode.RACKS,
        severity: Severity.ERROR,
        path: this.rackPath(kind, pool),
        message,
        hint,
      });
    }
  }

  fabric(problems: FabricProblem[]): void {
    for (const { kind, network, warning, message, got, limit, hint } of problems) {
      this.findings.push({
        code: DesignCode.HALL_FABRIC,
        severity: warning === true ? Severity.WARNING : Severity.ERROR,
        path: [...this.ask.path, ...fabricKey(kind, network)],
        message,
        ...(limit === undefined || got === undefined ? {} : { expected: `${got} is asked, ${limit} is there` }),
        hint,
      });
    }
  }

  power(problems: ElectricalProblem[]): void {
    for (const { kind, severity, concerns, message, needed, available, unit, hint } of problems) {
      this.findings.push({
        code: DesignCode.POWER_CHAIN,
        severity: severity === ProblemSeverity.WARNING ? Severity.WARNING : Severity.ERROR,
        path: [...this.ask.path, ...powerKey(kind)],
        message: `${concerns.what} ${concerns.name}: ${message}`,
        ...(needed === undefined || available === undefined
          ? {}
          : {
              expected:
                `${tidyText(needed)} ${unit ?? ''} needed, ${tidyText(available)} ${unit ?? ''} there`.replaceAll(
                  ' ,',
                  ',',
                ),
            }),
        hint,
      });
    }
  }

  private rackPath(kind: RackProblemKind, pool: string): Path {
    switch (kind) {
      case RackProblemKind.POWER_UNKNOWN:
        return [...this.poolPath(pool), 'accelerators'];
      case RackProblemKind.ROWS_OVERLAP:
        return [...this.ask.path, 'racks', 'firstRows'];
      case RackProblemKind.FLOOR_FULL:
        return [...this.ask.path, 'facility', 'halls'];
      default:
        return [...this.ask.path, 'racks', 'power'];
    }
  }
}

const NETWORK_KEYS: { readonly [role in NetworkRole]: string[] } = {
  [NetworkRole.COMPUTE]: [],
  [NetworkRole.FRONTEND]: ['frontend'],
  [NetworkRole.STORAGE]: ['storage'],
  [NetworkRole.OUT_OF_BAND]: ['outOfBand'],
};

function fabricKey(kind: FabricProblemKind, network: NetworkRole | undefined): string[] {
  if (kind === FabricProblemKind.KEPT) return ['racks', 'firstRows'];
  if (kind === FabricProblemKind.ADDRESS_OVERLAP || kind === FabricProblemKind.ADDRESS_BLOCK) {
    return ['fabric', 'addresses'];
  }
  if (kind === FabricProblemKind.ASN_RANGE) return ['fabric', 'asnBase'];
  const under = ['fabric', ...(network === undefined ? [] : NETWORK_KEYS[network])];
  if (kind === FabricProblemKind.BLOCKS) return [...under, 'oversubscription'];
  return kind === FabricProblemKind.SPEED || kind === FabricProblemKind.TECHNOLOGY ? [...under, 'leaf'] : under;
}

function powerKey(kind: ElectricalProblemKind): string[] {
  switch (kind) {
    case ElectricalProblemKind.INTERCONNECT_OVER_LIMIT:
      return ['power', 'interconnect', 'limit'];
    case ElectricalProblemKind.POWER_FACTOR_BELOW:
      return ['power', 'interconnect', 'minimumPowerFactor'];
    case ElectricalProblemKind.RACK_SINGLE_FED:
      return ['power', 'singleCorded'];
    case ElectricalProblemKind.RACK_OVER_ENVELOPE:
      return ['racks', 'power'];
    case ElectricalProblemKind.SURVIVOR_OVERLOADED:
      return ['power', 'redundancy'];
    default:
      return ['power'];
  }
}

function tidyText(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
