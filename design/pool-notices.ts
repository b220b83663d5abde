import { type PoolAsk, Purpose, Rdma } from './asks';
import { type Figure, FigureBasis, type Notice, type PoolDesign } from './basis';
import { DesignCode } from './codes';
import { limitSource, limitText, type SiteLimit } from './limits';

/** What the notices say beside the design's own figures. */
export interface NoticeFacts {
  /** The limit on one group. */
  readonly limit: SiteLimit;
  /** Whether RDMA reaches no further than one group. */
  readonly endsAtGroup: boolean;
  /** Whether RDMA was preferred and the target has none. */
  readonly fabricFellAway: boolean;
  /** Sources of the instance type's row. */
  readonly sources: string[];
}

/** What a reader should know of a pool beside its numbers. */
export function poolNotices(ask: PoolAsk, design: PoolDesign, facts: NoticeFacts): Notice[] {
  return [
    ...splitNotices(design, facts),
    ...figureNotices(design),
    ...fabricNotices(ask, design, facts),
    ...(design.accelerators > design.acceleratorsAsked
      ? [
          {
            code: DesignCode.SPARE_ACCELERATORS,
            message: `${design.accelerators} accelerators in ${design.nodes} whole nodes, ${design.acceleratorsAsked} were asked for`,
            sources: facts.sources,
          },
        ]
      : []),
  ];
}

function splitNotices(design: PoolDesign, facts: NoticeFacts): Notice[] {
  if (design.groups.length === 1) {
    return [];
  }
  const sources = [limitSource(facts.limit.limit)];
  const split = {
    code: DesignCode.SPLIT_INTO_GROUPS,
    message: `${design.nodes} nodes in ${design.groups.length} groups: at most ${limitText(facts.limit)}`,
    sources,
  };
  const fabric = {
    code: DesignCode.FABRIC_ENDS_AT_GROUP,
    message: `RDMA reaches within a group of at most ${design.groups[0]?.maxNodes} nodes only: place a job inside one group`,
    sources,
  };
  return facts.endsAtGroup ? [split, fabric] : [split];
}

function figureNotices(design: PoolDesign): Notice[] {
  const unknown: [string, Figure][] = [
    ['vCPUs', design.vcpus],
    ['memory', design.memoryGib],
    ['power', design.nodePowerKw],
    ['price', design.priceUsdPerHour],
  ];
  const estimated = design.nodePowerKw.basis === FigureBasis.ESTIMATE;
  return [
    ...unknown
      .filter(([, figure]) => figure.value === undefined)
      .map(([what, figure]) => ({
        code: DesignCode.FIGURE_UNKNOWN,
        message: `${what} unknown: ${figure.note}`,
        sources: figure.sources,
      })),
    ...(estimated
      ? [
          {
            code: DesignCode.POWER_ESTIMATED,
            message: `power of a node is ${design.nodePowerKw.value} kW by ${design.nodePowerKw.note}`,
            sources: design.nodePowerKw.sources,
          },
        ]
      : []),
  ];
}

function fabricNotices(ask: PoolAsk, design: PoolDesign, facts: NoticeFacts): Notice[] {
  const notices: Notice[] = [];
  if (ask.fabric.oversubscription !== undefined) {
    notices.push({
      code: DesignCode.OVERSUBSCRIPTION_STATED,
      message: `oversubscription ${ask.fabric.oversubscription} is not set by this design: how ${design.instanceType}'s fabric is built is the vendor's statement`,
      sources: facts.sources,
    });
  }
  const missed =
    !design.rdma && ask.fabric.rdma === Rdma.PREFERRED && ask.purpose === Purpose.TRAINING && design.nodes > 1;
  if (missed || facts.fabricFellAway) {
    notices.push({
      code: DesignCode.WITHOUT_RDMA,
      message: `RDMA is preferred, and ${facts.fabricFellAway ? 'the target has none' : `${design.instanceType} has none`}: nodes talk by plain network`,
      sources: facts.sources,
    });
  }
  return notices;
}
