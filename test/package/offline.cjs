/** Preloaded: any attempt to reach the network or to start another program ends the process. */
const { writeSync } = require('node:fs');

function refuse(what) {
  return () => {
    writeSync(2, `tried ${what}\n`);
    process.exit(99);
  };
}

require('node:net').Socket.prototype.connect = refuse('a connection');
require('node:dgram').Socket.prototype.send = refuse('a datagram');
require('node:dns').lookup = refuse('a name lookup');
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  require('node:child_process')[name] = refuse(`to start a program with ${name}`);
}
