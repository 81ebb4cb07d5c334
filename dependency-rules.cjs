// Checked by `npm run deps`. Every rule is a row of the table in docs/architecture.md.
const { Visitor } = require('@swc/core/Visitor.js');

// The visitor through which dependency-cruiser reads TypeScript does not know `using` and stops there.
const visitStatement = Visitor.prototype.visitStatement;
Visitor.prototype.visitStatement = function visitAnyStatement(statement) {
  if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement);
  this.visitVariableDeclarators(statement.decls);
  return statement;
};

const test = '\\.test\\.tsx?$';

/** What each folder of lib/ may import from the other folders of lib/. */
const allowed = {
  contracts: [],
  engine: ['contracts'],
  platform: ['contracts'],
  blobs: ['platform'],
  queue: ['platform', 'live'],
  access: ['platform'],
  live: ['platform'],
  audit: ['platform', 'access', 'contracts'],
  mail: ['platform', 'queue'],
  accounts: ['platform', 'access', 'live', 'audit', 'mail', 'contracts'],
  workspaces: ['platform', 'access', 'live', 'audit', 'mail', 'blobs', 'accounts', 'contracts'],
  usage: ['platform', 'access', 'audit', 'contracts'],
  instance: ['platform', 'access', 'audit', 'queue', 'contracts'],
  notifications: ['platform', 'access', 'mail', 'contracts'],
  readings: ['contracts'],
  corrections: ['contracts'],
  models: ['engine', 'contracts', 'platform'],
  webhooks: ['audit', 'platform', 'access', 'queue', 'contracts'],
  predictions: [
    'audit',
    'usage',
    'platform',
    'access',
    'queue',
    'live',
    'blobs',
    'models',
    'webhooks',
    'contracts',
  ],
  provider: ['platform', 'contracts'],
  documents: ['audit', 'platform', 'access', 'blobs', 'queue', 'live', 'contracts'],
  search: ['platform', 'access', 'corrections', 'contracts'],
  extractions: ['audit', 'platform', 'access', 'documents', 'corrections', 'search', 'live', 'contracts'],
  jobs: [
    'audit',
    'usage',
    'platform',
    'access',
    'queue',
    'documents',
    'extractions',
    'provider',
    'live',
    'contracts',
  ],
  review: ['audit', 'platform', 'access', 'live', 'documents', 'extractions', 'contracts'],
  exports: [
    'audit',
    'platform',
    'access',
    'queue',
    'live',
    'blobs',
    'readings',
    'documents',
    'extractions',
    'contracts',
  ],
  imports: ['audit', 'platform', 'access', 'readings', 'documents', 'extractions', 'contracts'],
  insights: ['platform', 'access', 'corrections', 'contracts'],
};

const rowsOfTheTable = Object.entries(allowed).map(([folder, others]) => ({
  name: `${folder}-downward`,
  comment: `lib/${folder} may import ${others.join(', ') || 'nothing else in lib'}.`,
  severity: 'error',
  from: { path: `^lib/${folder}/`, pathNot: test },
  to: { path: '^(lib|app|prisma|e2e)/', pathNot: `^lib/(${[folder, ...others].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...rowsOfTheTable,
    {
      name: 'known-folders',
      comment: 'A new folder of lib/ needs a row in the table.',
      severity: 'error',
      from: {},
      to: {
        path: '^lib/[^/]+/',
        pathNot: `^lib/(${[...Object.keys(allowed), 'worker', 'cli', 'testing'].join('|')})/`,
      },
    },
    {
      name: 'composition-roots',
      comment:
        'worker and cli may import everything in lib; nothing but testing imports cli, nothing imports worker.',
      severity: 'error',
      from: { pathNot: [test, '^lib/(worker|cli|testing)/'] },
      to: { path: '^lib/(worker|cli)/' },
    },
    {
      name: 'app-downward',
      comment:
        'app knows front doors of domains only: never the queue, the engine, the worker, a store or the database.',
      severity: 'error',
      from: { path: '^app/', pathNot: test },
      to: {
        path: '^lib/(queue|engine|models|worker|cli|testing)/|^lib/platform/(database\\.ts|generated/)|^lib/.*-store\\.ts$|^(prisma|e2e)/',
      },
    },
    {
      name: 'front-door',
      comment:
        'Other folders of lib only through their index.ts; in contracts, platform and testing every file is a door.',
      severity: 'error',
      from: { path: '^lib/([^/]+)/' },
      to: {
        path: '^lib/',
        pathNot: ['^lib/$1/', '^lib/[^/]+/index\\.ts$', '^lib/(contracts|platform|testing)/[^/]+\\.ts$'],
      },
    },
    {
      name: 'front-door-app',
      comment: 'app uses lib only through the index.ts of its folders.',
      severity: 'error',
      from: { path: '^(app|prisma|e2e)/' },
      to: {
        path: '^lib/',
        pathNot: ['^lib/[^/]+/index\\.ts$', '^lib/(contracts|platform|testing)/[^/]+\\.ts$'],
      },
    },
    {
      name: 'database-in-stores-only',
      comment: 'Only *-store.ts, platform and testing touch the Prisma client.',
      severity: 'error',
      from: { path: '^(lib|app)/', pathNot: ['-store\\.ts$', test, '^lib/(platform|testing)/'] },
      to: { path: '(^|/)node_modules/@prisma/|^lib/platform/(database\\.ts|generated/)' },
    },
    {
      name: 'no-framework-in-lib',
      comment: 'app is the only place that knows Next, React and next-auth.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '(^|/)node_modules/(next|next-auth|react|react-dom)/' },
    },
    {
      name: 'e2e-from-outside',
      comment: 'End-to-end tests know only what a client knows, and the permission matrix that they try out.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(app|lib|prisma)/', pathNot: '^lib/((contracts|testing)/|access/index\\.ts$)' },
    },
    {
      name: 'tests-are-not-shipped',
      comment: 'The benches of the API and of the review start a Lectern as the tests do.',
      severity: 'error',
      from: { path: '^(app|lib)/', pathNot: [test, '^lib/testing/', '^lib/cli/bench-(api|review)'] },
      to: { path: ['^lib/testing/', test] },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      comment: 'An import that cannot be followed cannot be checked.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 has no programming interface; SWC sees type imports too.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(lib/platform/generated/.+/|\\.next/)' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
    },
  },
};
