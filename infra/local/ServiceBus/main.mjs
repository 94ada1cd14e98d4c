import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { AmqpFace } from './amqp.mjs';
import { Broker } from './broker.mjs';
import { Faults } from './faults.mjs';
import { Journal } from './journal.mjs';
import { createRestFace } from './rest.mjs';
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
  console.error('Use: main.mjs --data DIR --topology FILE [--port N] [--lock-seconds N]');
  process.exit(2);
}

const lockSeconds = options['lock-seconds'] && Number(options['lock-seconds']);
const store = new Store(readTopology(options.topology, lockSeconds), new Journal(options.data), randomUUID);
store.open(Date.now());
const faults = new Faults();
const broker = new Broker(store, faults, Date.now);
const rest = createRestFace(broker, { store, faults });
const amqp = new AmqpFace(broker);
const sockets = new Set();

// One port for both protocols: an AMQP client introduces itself by name, everything else is HTTP.
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
      rest.emit('connection', socket);
    }
    socket.resume();
  });
});

server.on('error', (error) => {
  console.error(`The local Service Bus cannot listen on port ${options.port}: ${error.message}`);
  process.exit(1);
});
server.listen(Number(options.port), '127.0.0.1', () => {
  broker.start(tickMs);
  console.log(JSON.stringify({ ready: true, port: server.address().port }));
});

function stop() {
  broker.stop();
  server.close();
  sockets.forEach((socket) => socket.destroy());
  store.close();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
