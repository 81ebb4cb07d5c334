type LockedPackage = {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

/** The parts of a package-lock.json (version 3) that matter here; keys of `packages` are paths. */
export type Lockfile = { packages: Record<string, LockedPackage> };

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * Entries for the optional packages that a lock file names and does not hold. Their system and processor are read
 * from their names (`@scope/name-linux-x64-musl`), as these packages are named everywhere.
 */
export function missingOptionalPackages({ packages }: Lockfile): Lockfile['packages'] {
  const missing: Lockfile['packages'] = {};
  for (const [path, { dev, optionalDependencies }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
      const isExact = /^\d+\.\d+\.\d+[\w.-]*$/.test(version);
      if (!isExact || isHeld(packages, path, name)) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(dev ? { dev } : {}),
        optional: true,
      };
    }
  }
  return missing;
}

/** As Node looks a package up: in the folder of the one that needs it, then in every folder above. */
function isHeld(packages: Lockfile['packages'], from: string, name: string): boolean {
  const folders = from.split('/node_modules/').map((_, depth, parts) => parts.slice(0, depth + 1));
  const paths = folders.map((folder) => `${folder.join('/node_modules/')}/node_modules/${name}`);
  return [`node_modules/${name}`, ...paths].some((path) => path in packages);
}

function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const parts = name.split(/[-/]/);
  const os = systems.filter((system) => parts.includes(system));
  const cpu = processors.filter((processor) => parts.includes(processor));
  const libc =
    os.includes('linux') && parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : [];
  return {
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 ? { libc } : {}),
  };
}
