// Loaded into Node programs that end in order on Ctrl+C (SIGINT). It gives them one more reason: a closed stdin, which
// is what a child sees when its parent stops it or dies.
'use strict';

const stop = () => process.emit('SIGINT');

process.stdin.on('end', stop).on('error', stop).resume();
process.stdin.unref?.();
