// Loaded before a command that is measured: at its end, says what it took of the processor, in
// milliseconds of all its threads, and of memory, in MB.
process.on('exit', () => {
  if (!process.getBuiltinModule('node:worker_threads').isMainThread) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 };
  process.getBuiltinModule('node:fs').writeFileSync(3, JSON.stringify(usage));
});
