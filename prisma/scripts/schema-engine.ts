import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Driver } from '../src/database.ts';
import type { Migration } from '../src/migrations.ts';

const filters = { externalTables: [], externalEnums: [] };

/** SQL that leads from the database as it is to the schema; null when they agree. */
export async function diffDatabase(driver: Driver, schemaFile: string): Promise<string | null> {
  const files = [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }];
  const { stdout } = await withSchemaEngine(driver, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  return stdout?.includes('This is an empty migration.') ? null : stdout;
}

/** Prisma's own reading of a database's history; `history` is null when it is in step with the migrations. */
export function diagnoseHistory(driver: Driver, migrations: Migration[]) {
  const migrationsList: MigrationList = {
    baseDir: '.',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
  return withSchemaEngine(driver, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
  );
}

async function withSchemaEngine<T>(driver: Driver, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadSchemaEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(driver.adapter());
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

type Bindings = typeof import('@prisma/schema-engine-wasm');

let bindings: Promise<Bindings> | undefined;

// Once per process: the bindings hold one instance, and a second would pull it from under the first.
function loadSchemaEngine(): Promise<Bindings> {
  bindings ??= instantiateSchemaEngine();
  return bindings;
}

// By hand: importing a .wasm file is still experimental in Node and prints a warning.
async function instantiateSchemaEngine(): Promise<Bindings> {
  const glue = '@prisma/schema-engine-wasm/schema_engine_bg';
  const bindings = await import(glue);
  const file = createRequire(import.meta.url)
    .resolve(glue)
    .replace(/\.js$/, '.wasm');
  const imports = { './schema_engine_bg.js': bindings };
  const { instance } = await WebAssembly.instantiate(await readFile(file), imports);
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}
