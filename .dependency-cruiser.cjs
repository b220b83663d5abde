/**
 * The arrows of ARCHITECTURE.md, kept by CI:
 * blueprints -> catalog -> design -> constructs -> stacks -> cli. A room may import itself and what stands left of it.
 * exports stands beside constructs: it reads designs, and stacks write its files.
 * diagrams draws what design decided. engine drives Terraform or OpenTofu and knows nothing of ours; rehearsal and deploy stand
 * on it. They read what a synthesis wrote, and only cli uses them.
 */
const rooms = ['blueprints', 'catalog', 'design', 'constructs', 'stacks', 'cli'];

const forward = rooms.map((room, index) => ({
  name: `${room}-looks-back-only`,
  comment: `${room}/ may not import a room that comes after it in the data flow.`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: {
    path: `^(${[...rooms.slice(index + 1), ...(index < rooms.indexOf('stacks') ? ['exports'] : []), ...(room === 'cli' ? [] : ['review', 'engine', 'rehearsal', 'deploy'])].join('|')})/|^(main|index)\\.ts$`,
  },
}));

module.exports = {
  forbidden: [
    ...forward,
    {
      name: 'exports-read-designs-only',
      comment: 'What is written for other tools follows from the design alone.',
      severity: 'error',
      from: { path: '^exports/' },
      to: {
        path: '^(constructs|stacks|engine|rehearsal|deploy|review|cli)/|^(main|index)\\.ts$|node_modules/(cdktf|constructs|@cdktf)/',
      },
    },
    {
      name: 'engine-knows-nothing-of-ours',
      severity: 'error',
      from: { path: '^engine/' },
      to: { path: '^(?!engine/)[^/]+/', pathNot: 'node_modules/' },
    },
    {
      name: 'rehearsal-reads-files-only',
      comment:
        'What it rehearses is what was written, not what somebody meant to write. Facts of the catalog check values.',
      severity: 'error',
      from: { path: '^rehearsal/' },
      to: { path: '^(blueprints|design|constructs|stacks|cli|review|deploy)/|^(main|index)\\.ts$' },
    },
    {
      name: 'deploy-reads-files-only',
      comment: 'What it deploys is what was written.',
      severity: 'error',
      from: { path: '^deploy/' },
      to: { path: '^(blueprints|catalog|design|constructs|stacks|cli|review|rehearsal)/|^(main|index)\\.ts$' },
    },
    {
      name: 'review-reads-what-was-written',
      comment: 'It reviews plans and a basis of design, whoever made them. The catalog and texts made inert help it.',
      severity: 'error',
      from: { path: '^review/' },
      to: { path: '^(constructs|stacks|cli|rehearsal|deploy)/|^(main|index)\\.ts$' },
    },
    {
      name: 'diagrams-draw-designs-only',
      comment: 'A drawing is a function of a design; who prints or reports asks for it.',
      severity: 'error',
      from: { path: '^diagrams/' },
      to: { path: '^(constructs|stacks|engine|rehearsal|deploy|cli|review)/|^(main|index)\\.ts$' },
    },
    {
      name: 'only-cli-and-review-draw',
      severity: 'error',
      from: { path: '^(blueprints|catalog|design|constructs|stacks|engine|rehearsal|deploy)/' },
      to: { path: '^diagrams/' },
    },
    {
      name: 'review-reads-what-was-written',
      comment: 'It reviews plans and a basis of design, whoever made them. The catalog and texts made inert help it.',
      severity: 'error',
      from: { path: '^review/' },
      to: { path: '^(constructs|stacks|cli|rehearsal|deploy)/|^(main|index)\\.ts$' },
    },
    {
      name: 'conformance-judges-targets-only',
      comment: 'A suite for partners: it ships with the library, and needs neither the command nor an engine.',
      severity: 'error',
      from: { path: '^conformance/' },
      to: { path: '^(cli|engine|rehearsal|deploy|review|diagrams)/|^(main|index)\\.ts$' },
    },
    {
      name: 'nothing-builds-on-the-suite',
      severity: 'error',
      from: { path: '^(?!conformance/|test/)[^/]+/' },
      to: { path: '^conformance/' },
    },
    {
      name: 'no-cycles',
      comment: 'Types may refer to each other; code that runs may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pure-rooms-know-no-engine',
      comment: 'Blueprints, catalog and design calculate, diagrams draw; only constructs and stacks know cdktf.',
      severity: 'error',
      from: { path: '^(blueprints|catalog|design|diagrams)/' },
      to: { path: 'node_modules/(cdktf|constructs|@cdktf)/' },
    },
    {
      name: 'providers-only-inside-their-target',
      severity: 'error',
      from: { pathNot: '^(constructs/targets/[^/]+/|test/|examples/)' },
      to: { path: 'node_modules/@cdktf/provider-(?!generator)' },
    },
    {
      name: 'aws-binding-only-in-aws',
      severity: 'error',
      from: { path: '^constructs/targets/(?!aws/)' },
      to: { path: 'node_modules/@cdktf/provider-aws/' },
    },
    {
      name: 'azurerm-binding-only-in-azure',
      severity: 'error',
      from: { path: '^constructs/targets/(?!azure/)' },
      to: { path: 'node_modules/@cdktf/provider-azurerm/' },
    },
    {
      name: 'no-barrel-of-bindings',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/@cdktf/provider-[a-z]+/lib/index' },
    },
    {
      name: 'targets-enter-by-the-registry',
      comment: 'A target folder is loaded by the registry alone, so that a run loads only the targets it uses.',
      severity: 'error',
      from: { pathNot: '^(constructs/targets/|test/|examples/)' },
      to: { path: '^constructs/targets/[^/]+/' },
    },
    {
      name: 'targets-do-not-know-each-other',
      severity: 'error',
      from: { path: '^constructs/targets/([^/]+)/' },
      to: { path: '^constructs/targets/([^/]+)/', pathNot: '^constructs/targets/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdktf\\.out|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
