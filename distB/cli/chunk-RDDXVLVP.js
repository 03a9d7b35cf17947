import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var UsageError=class extends Error{};export{UsageError};
