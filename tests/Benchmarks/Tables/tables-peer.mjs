// The official JavaScript client, doing the stretches that it is asked for, one line of JSON each.
// Arguments: connection string, node_modules folder, partition.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [connection, modules, partition] = process.argv.slice(2);
const { TableClient } = createRequire(join(modules, 'index.js'))('@azure/data-tables');
const transactionRows = 100;
const scanRows = 1000;

const key = number => String(number).padStart(8, '0');
const entity = number => ({
  partitionKey: partition, rowKey: key(number),
  EmployeeId: 'asn-00012345', Kind: 'in', Placement: 'inside', FenceId: 'kantor-pusat',
  FenceVersion: { type: 'Int32', value: '3' },
  Sequence: { type: 'Int64', value: String(number) },
  Latitude: -6.9021734, Longitude: 107.6184321, AccuracyMetres: 12.5, Trusted: true,
  ReceivedAt: { type: 'DateTime', value: '2026-01-05T00:30:00Z' },
  Zone: 'Asia/Jakarta',
});

async function scan(table) {
  let count = 0;
  const query = table.listEntities({ queryOptions: { filter: `PartitionKey eq '${partition}'` } });
  for await (const row of query) count += row.rowKey ? 1 : 0;
  if (count !== scanRows) throw new Error(`A scan gave ${count} rows, not ${scanRows}.`);
}

const calls = {
  insert: (table, number) => table.createEntity(entity(number)),
  transaction: (table, number) => table.submitTransaction(
    Array.from({ length: transactionRows }, (_, i) => ['upsert', entity(number * transactionRows + i), 'Replace'])),
  read: (table, number) => table.getEntity(partition, key(number % scanRows)),
  scan: table => scan(table),
};

async function measure({ operation, table: name, callers, rowsPerCall, seconds }) {
  const table = TableClient.fromConnectionString(connection, name, { allowInsecureConnection: true });
  const cpu = process.cpuUsage();
  const start = performance.now();
  let done = 0;
  const caller = async () => {
    while (performance.now() - start < seconds * 1000) await calls[operation](table, done++);
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const took = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const rows = done * rowsPerCall;
  return { rowsPerSecond: rows / took, cpuMicrosecondsPerRow: (used.user + used.system) / rows };
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(JSON.stringify(await measure(JSON.parse(line))) + '\n');
