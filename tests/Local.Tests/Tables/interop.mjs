// The official JavaScript client against the same emulator: it reads what the C# client wrote and writes the same
// for the C# client to read. Arguments: connection string, table that C# filled, table to fill, node_modules folder.
// The answer is one line of JSON.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [connection, written, wanted, modules] = process.argv.slice(2);
const { TableClient } = createRequire(join(modules, 'index.js'))('@azure/data-tables');
const options = { allowInsecureConnection: true };
const rows = 1234;

// With the types shown, nothing is lost on the way to JSON.
const shown = ({ type, value }) => ({ type, value: String(value) });

async function read() {
  const table = TableClient.fromConnectionString(connection, written, options);
  const typed = await table.getEntity('types', 'r', { disableTypeConversion: true });
  const values = Object.fromEntries(
    Object.entries(typed).filter(([, value]) => value?.type).map(([name, value]) => [name, shown(value)]));
  const plain = await table.getEntity('types', 'r');
  const etag = plain.etag;
  const order = [];
  let pages = 0;
  const query = table.listEntities({ queryOptions: { filter: "PartitionKey eq 'rows'", select: ['rowKey', 'Number'] } });
  for await (const page of query.byPage({ maxPageSize: 1000 })) {
    pages += 1;
    order.push(...page.map(entity => entity.rowKey));
  }
  const sorted = order.every((key, place) => key === String(place).padStart(5, '0'));
  const transaction = [];
  for await (const entity of table.listEntities({ queryOptions: { filter: "PartitionKey eq 'it''s'" } }))
    transaction.push(entity.Number);
  return {
    values, text: plain.Text, etag, count: order.length, pages, sorted,
    transactionRows: transaction.length, transactionSum: transaction.reduce((sum, value) => sum + value, 0),
  };
}

async function write() {
  const table = TableClient.fromConnectionString(connection, wanted, options);
  await table.createTable();
  const added = await table.createEntity({
    partitionKey: 'types', rowKey: 'r',
    Text: "it's \"so\" 😀", Flag: true,
    Int: { type: 'Int32', value: '-2147483648' },
    Long: { type: 'Int64', value: '9223372036854775807' },
    Double: { type: 'Double', value: '1' },
    Fraction: -6.175392,
    Time: { type: 'DateTime', value: '2026-01-02T03:04:05.1234567Z' },
    Id: { type: 'Guid', value: '0f8fad5b-d9cb-469f-a165-70867728950e' },
    Bytes: new Uint8Array([0, 1, 254, 255]),
  });
  for (let from = 0; from < rows; from += 100) {
    const actions = [];
    for (let row = from; row < Math.min(from + 100, rows); row += 1)
      actions.push(['create', { partitionKey: 'rows', rowKey: String(row).padStart(5, '0'), Number: row }]);
    await table.submitTransaction(actions);
  }
  return { etag: added.etag };
}

// What the service refuses and the emulator accepts: the reason why the C# client checks for itself.
async function accepted() {
  const table = TableClient.fromConnectionString(connection, wanted, options);
  const wide = { partitionKey: 'wide', rowKey: 'r' };
  for (let column = 0; column < 253; column += 1)
    wide[`C${column}`] = column;
  const heavy = { partitionKey: 'heavy', rowKey: 'r' };
  for (let column = 0; column < 20; column += 1)
    heavy[`C${column}`] = 'x'.repeat(30_000);
  const tries = { wide: () => table.createEntity(wide), heavy: () => table.createEntity(heavy) };
  const outcome = {};
  for (const [name, attempt] of Object.entries(tries))
    outcome[name] = await attempt().then(() => true, () => false);
  return outcome;
}

const answer = { read: await read(), write: await write(), accepted: await accepted() };
console.log(JSON.stringify(answer));
