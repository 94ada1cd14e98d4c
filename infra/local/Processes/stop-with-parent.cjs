// Loaded into Node programs that only know Ctrl+C (SIGINT). It gives them two more reasons for an orderly end:
// SIGTERM, and a closed stdin, which is what a child sees when its parent stops it or dies.
'use strict';

const stop = () => process.emit('SIGINT');

process.on('SIGTERM', stop);
process.stdin.on('end', stop).on('error', stop).resume();
process.stdin.unref?.();
