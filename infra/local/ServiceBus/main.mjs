import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { AmqpFace } from './amqp.mjs';
import { Broker } from './broker.mjs';
import { createControlFace } from './control.mjs';
import { Disk } from './disk.mjs';
import { Faults } from './faults.mjs';
import { Journal } from './journal.mjs';
import { Store } from './store.mjs';
import { readTopology } from './topology.mjs';

const tickMs = 50;

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '5672' },
    data: { type: 'string' },
    topology: { type: 'string' },
    'lock-seconds': { type: 'string' },
  },
});
if (options.data === undefined || options.topology === undefined) {
  fail('Use: main.mjs --data DIR --topology FILE [--port N] [--lock-seconds N]', 2);
}

const disk = new Disk();
const store = openStore();
const faults = new Faults(disk);
const broker = new Broker(store, faults, Date.now);
const control = createControlFace({ store, faults });
const amqp = new AmqpFace(broker);
const sockets = new Set();

// One port: an AMQP client introduces itself by name, everything else is the control face's HTTP.
const server = createServer((socket) => {
  sockets.add(socket);
  socket.setNoDelay(true);
  socket.on('close', () => sockets.delete(socket));
  socket.on('error', () => socket.destroy());
  socket.once('data', (first) => {
    socket.pause();
    socket.unshift(first);
    if (first.toString('latin1', 0, 4) === 'AMQP') {
      amqp.accept(socket);
    } else {
      control.emit('connection', socket);
    }
    socket.resume();
  });
});

server.on('error', (error) => fail(`The local Service Bus cannot listen on port ${options.port}: ${error.message}`, 1));
server.listen(Number(options.port), '127.0.0.1', () => {
  broker.start(tickMs);
  console.log(JSON.stringify({ ready: true, port: server.address().port }));
});

process.on('SIGTERM', stop);
process.on('SIGINT', stop);

function openStore() {
  try {
    const lockSeconds = options['lock-seconds'] && Number(options['lock-seconds']);
    const opened = new Store(readTopology(options.topology, lockSeconds), new Journal(options.data, disk), randomUUID);
    opened.open(Date.now());
    return opened;
  } catch (error) {
    return fail(`The local Service Bus does not start: ${error.message}`, 1);
  }
}

function stop() {
  broker.stop();
  server.close();
  sockets.forEach((socket) => socket.destroy());
  store.close();
  process.exit(0);
}

function fail(text, code) {
  console.error(text);
  process.exit(code);
}
