/** Preloaded into a measured process: writes what it used to the file descriptor 3, as its last act. */
const { readFileSync, writeSync } = require('node:fs');

/** What the processes that it started used, in seconds; only Linux tells. */
function childSeconds() {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    // User and system time of children that have ended, in hundredths: fields 16 and 17, of which two come before the name's end.
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return undefined;
  }
}

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, rssMb: maxRSS / 1024, childSeconds: childSeconds() };
  writeSync(3, JSON.stringify(used));
});
