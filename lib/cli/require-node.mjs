// Plain JavaScript for old Nodes to read: everything else here is TypeScript, which Node runs from version 24 on.
const [major] = process.versions.node.split('.').map(Number);

if (major < 24) {
  console.error(
    `Lectern needs Node 24 or newer, and this is Node ${process.versions.node}. ` +
      'Run `npm ci` with optional packages: it brings its own Node on Linux. Elsewhere install Node 24.',
  );
  process.exit(1);
}
