import fc from 'fast-check';
import { baseFlow, lossKw } from '../../../design/electrical/flow';
import { PowerNetwork } from '../../../design/electrical/network';
import { EquipmentKind, UpstreamMode } from '../../../design/electrical/result';
import { SingleFailures } from '../../../design/electrical/single-failure';

/** Any graph without cycles, with losses, transfers and parallel paths. */
const networks = fc
  .array(
    fc.record({
      above: fc.array(fc.nat(1000), { maxLength: 3 }),
      first: fc.boolean(),
      losses: fc.record({
        fixed: fc.double({ min: 0, max: 5, noNaN: true }),
        linear: fc.double({ min: 0, max: 0.05, noNaN: true }),
        square: fc.double({ min: 0, max: 0.0005, noNaN: true }),
      }),
    }),
    { minLength: 2, maxLength: 25 },
  )
  .chain((nodes) =>
    fc.record({
      nodes: fc.constant(nodes),
      sinks: fc.array(
        fc.record({
          kw: fc.double({ min: 0, max: 100, noNaN: true }),
          feeds: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 12 },
      ),
    }),
  )
  .map(({ nodes, sinks }) => {
    const network = new PowerNetwork();
    nodes.forEach(({ above, first, losses }, index) => {
      const upstream = index === 0 ? [] : [...new Set(above.map((each) => each % index))];
      const mode = first ? UpstreamMode.FIRST : UpstreamMode.SHARE;
      network.add({ id: `n${index}`, kind: EquipmentKind.PANEL }, upstream, losses, mode);
    });
    sinks.forEach(({ kw, feeds }, index) => {
      const distinct = [...new Set(feeds.map((each) => each % nodes.length))];
      network.addSink({ name: `s${index}`, feeds: distinct, typicalKw: kw, peakKw: kw, accelerators: 1 });
    });
    return network;
  });

/** The whole flow of what is alive, computed anew. */
function recomputed(network: PowerNetwork, failed: number) {
  const dead = network.nodes.map(() => false);
  network.nodes.forEach(({ upstream }, node) => {
    dead[node] = node === failed || (upstream.length > 0 && upstream.every((above) => dead[above]));
  });
  const output = network.nodes.map(() => 0);
  const dark: number[] = [];
  network.sinks.forEach(({ feeds, peakKw }, sink) => {
    const living = feeds.filter((feed) => !dead[feed]);
    if (living.length === 0) dark.push(sink);
    for (const feed of living) output[feed]! += peakKw / living.length;
  });
  let lost = 0;
  for (let node = network.nodes.length - 1; node >= 0; node -= 1) {
    if (dead[node]) continue;
    const { upstream, mode, losses } = network.nodes[node]!;
    const living = upstream.filter((above) => !dead[above]);
    const loss = lossKw(losses, output[node]!);
    lost += loss;
    const used = mode === UpstreamMode.FIRST ? living.slice(0, 1) : living;
    for (const above of used) output[above]! += (output[node]! + loss) / used.length;
  }
  return { output, dead, dark, lost };
}

it('a failure on the difference is the failure computed anew; survivors carry what is alive and what they lose', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const kw = Float64Array.from(network.sinks, (sink) => sink.peakKw);
      const run = new SingleFailures(network, kw);
      const before = [...run.base.output];
      network.nodes.forEach((_, failed) => {
        const effect = run.fail([failed]);
        const anew = recomputed(network, failed);
        expect([...effect.darkSinks].sort((a, b) => a - b)).toEqual(anew.dark);
        expect(new Set(effect.deadNodes)).toEqual(new Set(anew.dead.flatMap((dead, node) => (dead ? [node] : []))));
        const output = [...before];
        for (const node of effect.deadNodes) output[node] = 0;
        for (const { node, outputKw } of effect.changed) output[node] = outputKw;
        output.forEach((each, node) => {
          expect(each).toBeCloseTo(anew.output[node]!, 6);
        });
        const sources = output.reduce((sum, each, node) => {
          const { upstream, losses } = network.nodes[node]!;
          return sum + (upstream.length === 0 && !anew.dead[node] ? each + lossKw(losses, each) : 0);
        }, 0);
        const alive = kw.reduce((sum, each, sink) => sum + (anew.dark.includes(sink) ? 0 : each), 0);
        expect(sources).toBeCloseTo(alive + anew.lost, 6);
      });
      expect([...baseFlow(network, kw).output]).toEqual(before);
    }),
    { numRuns: 300, seed: 20261125 },
  );
});
