/** The command was called wrongly: its message goes to standard error, the exit status is 2. */
export declare class UsageError extends Error {
}
