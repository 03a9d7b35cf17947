import fc from 'fast-check';

const { FUZZ_SEED: seed = '1' } = process.env;

/** Generated cases are the same in each run, so that a commit either passes or does not. */
fc.configureGlobal({ seed: Number(seed) });
