import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{Diagnostics,Progress,flushOut,thousands,wantsColour,writeOut}from"./chunk-WT6AEDH5.js";import"./chunk-CXVOLSQA.js";import"./chunk-YPF2TUV6.js";import"./chunk-M35CQTY4.js";export{Diagnostics,Progress,flushOut,thousands,wantsColour,writeOut};
