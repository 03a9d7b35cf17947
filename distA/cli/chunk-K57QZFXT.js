import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  inBatches
} from "./chunk-U4Q4OLZY.js";
import {
  fold
} from "./chunk-EHCMFXI3.js";
import {
  Progress
} from "./chunk-V2PW5UNZ.js";
import {
  version
} from "./chunk-OIZTUALQ.js";
import {
  ANY_RULES,
  catalogFile
} from "./chunk-UZLTPEOG.js";
import {
  attackKindOf,
  attackUrl,
  isEventSelector,
  loadAttack
} from "./chunk-GQ3J5MR5.js";
import {
  hashOf
} from "./chunk-BFXIZFVL.js";
import {
  findInputs
} from "./chunk-PG4WC7ZB.js";
import {
  INVISIBLE,
  visible
} from "./chunk-OYLZ7TWT.js";
import {
  UsageError
} from "./chunk-DRNPWZYJ.js";

// src/catalog/site/html.ts
var MARKUP = /* @__PURE__ */ Symbol("markup");
function markup(strings, ...children) {
  let { texts: texts2, places } = templateOf(strings), html = texts2[0];
  for (let i = 0; i < children.length; i++)
    html += print(children[i], places[i]) + texts2[i + 1];
  return { [MARKUP]: html };
}
function printHtml(html) {
  return html[MARKUP];
}
function joined(pieces, between) {
  return pieces.flatMap((piece, i) => i === 0 ? [piece] : [between, piece]);
}
var templates = /* @__PURE__ */ new WeakMap(), OPTIONAL = /<\/(?:li|dt|dd|tr|th|td|thead|tbody)>/g, PLAIN_VALUE = /="([\w./#:-]*[\w-])"(?=[ >])/g;
function templateOf(strings) {
  let known2 = templates.get(strings);
  if (known2) return known2;
  let texts2 = [], places = [], before = "";
  return strings.forEach((written, i) => {
    let text = written.replace(
      /\n\s*/g,
      (_, at) => tagAt(before + written.slice(0, at)) === null ? "" : " "
    );
    before += text, i < strings.length - 1 && places.push(placeBetween(before, strings[i + 1])), before += "_", isWhole(places[i - 1]) && (text = text.slice(1)), isWhole(places[i]) && (text = text.slice(0, -1)), texts2.push(text.replace(OPTIONAL, "").replace(PLAIN_VALUE, "=$1"));
  }), templates.set(strings, known2 = { texts: texts2, places }), known2;
}
function placeBetween(before, after) {
  let tag = tagAt(before);
  if (tag === null) return "text";
  let attribute = /\s([a-z-]+)="[^"]*$/.exec(tag)?.[1];
  if (attribute === void 0)
    throw new TypeError(`What is put into a tag must stand in double quotes: ${tag}`);
  let whole = tag.endsWith('="') && after.startsWith('"');
  if (attribute !== "href" && attribute !== "src") return whole ? "attribute" : "within";
  if (!whole) throw new TypeError(`A link must be one piece: ${tag}`);
  return "link";
}
function isWhole(place) {
  return place === "attribute" || place === "link";
}
function tagAt(before) {
  let tag = before.slice(before.lastIndexOf("<"));
  return tag.startsWith("<") && !tag.includes(">") ? tag : null;
}
function print(child, place) {
  if (place !== "text") return printValue(child, place);
  if (typeof child == "string") return textHtml(child);
  if (child === null || child === !1) return "";
  if (typeof child == "number") return String(child);
  if (!isList(child)) return child[MARKUP];
  let html = "";
  for (let each of child) html += print(each, place);
  return html;
}
function printValue(child, place) {
  if (typeof child != "string" && typeof child != "number")
    throw new TypeError("The value of an attribute is a text or a number.");
  let text = String(child);
  if (place === "within") return attributeHtml(text);
  let value2 = place === "attribute" || isLink(text) ? text : "#";
  return NEEDS_NO_QUOTES.test(value2) ? value2 : `"${attributeHtml(value2)}"`;
}
var NEEDS_NO_QUOTES = /^[\w./#:-]*[\w-]$/;
function isList(child) {
  return Array.isArray(child);
}
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;"
}, NOT_PLAIN = /[&<>]|[^\u0020-\u007e\t\n]/;
function textHtml(text) {
  return NOT_PLAIN.test(text) ? text.replace(/[&<>]/g, (c) => ENTITIES[c]).replace(
    INVISIBLE,
    (c) => c === `
` || c === "	" ? c : `<span class="cp">U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}</span>`
  ) : text;
}
function attributeHtml(text) {
  return visible(text.replace(/[&<>"]/g, (c) => ENTITIES[c]));
}
function isLink(text) {
  return OWN_LINK.test(text) || isWebLink(text);
}
var OWN_LINK = /^(?:[\w.-]+(?:\/[\w.-]+)*)?(?:#[\w.%=&+-]*)?$/;
function isWebLink(text) {
  if (!/^https?:\/\/[^\s/\\?#@]+(?:[/?#]|$)/i.test(text) || INVISIBLE_ONCE.test(text)) return !1;
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return !1;
  }
}
var INVISIBLE_ONCE = new RegExp(INVISIBLE.source, "u");
function webLink(text) {
  return isWebLink(text) ? markup`<a href="${text}">${text}</a>` : markup`${text}`;
}
function bdi(text) {
  return /[\u0590-\uffff]/.test(text) ? markup`<bdi>${text}</bdi>` : text;
}

// src/catalog/site/layout.ts
var SECTIONS = [
  ["index.html", "Rules"],
  ["attack/index.html", "ATT&CK"],
  ["events/index.html", "Events"],
  ["indicators/index.html", "Indicators"],
  ["duplicates.html", "Duplicates"],
  ["changes.html", "Changes"]
];
function rootOf(path) {
  return "../".repeat(path.split("/").length - 1);
}
function policyOf(live) {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ...live ? ["connect-src 'self'"] : [],
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ].join("; ");
}
function securityHeaders(live) {
  return {
    "content-security-policy": `${policyOf(live)}; frame-ancestors 'none'`,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store"
  };
}
function layout(page, options) {
  let { path, title, body } = page, root = rootOf(path), scripts = ["app.js", ...page.scripts ?? [], ...options.live ? ["live.js"] : []], heading = path === "index.html" ? options.title : `${title} \xB7 ${options.title}`;
  return printHtml(markup`<!doctype html>
    <html lang="en"><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policyOf(options.live)}">
    <meta name="viewport" content="width=device-width">
    <meta name="referrer" content="no-referrer">
    <title>${plainTitle(heading)}</title>
    <link rel="stylesheet" href="${root + "assets/style.css"}">
    <script src="${root + "assets/theme.js"}"></script>
    ${scripts.map((name) => markup`<script defer src="${`${root}assets/${name}`}"></script>`)}
    <a class="skip" href="#main">Skip to content</a>
    <header>${topBar(path, root, options)}</header>
    <main id="main">${body}</main>
    ${root === "" && markup`<footer>${footer(options)}</footer>`}\n`);
}
function topBar(path, root, { title }) {
  let here = SECTIONS.findIndex(([p]) => p === path || p.includes("/") && sameFolder(p, path));
  return markup`<div class="bar"><a class="brand" href="${root + "index.html"}">${title}</a></div>
    <nav>${SECTIONS.map(
    ([p, label], i) => i === here ? markup`<a href="${root + p}" aria-current="${p === path ? "page" : "true"}">${label}</a>` : markup`<a href="${root + p}">${label}</a>`
  )}</nav>`;
}
function sameFolder(a, b) {
  return a.slice(0, a.indexOf("/") + 1) === b.slice(0, b.indexOf("/") + 1);
}
function footer({ generator, date, attackVersion }) {
  let parts = [
    date === null ? generator : `${generator}, ${date}`,
    markup`<a href="unread.html">Unreadable rules</a>`,
    markup`<a href="attack/index.html#notice">ATT&amp;CK ${attackVersion} © MITRE</a>`
  ];
  return markup`${joined(parts, " \xB7 ")}`;
}
function plainTitle(text) {
  return visible(text.replace(/\s+/g, " ").trim());
}

// src/catalog/site/assets.generated.js
var assets = {
  "theme.js": '"use strict";(()=>{function r(c){try{return localStorage.getItem(`sigmaql-${c}`)}catch{return null}}var n=document.documentElement;n.classList.add("js");var t=r("theme");(t==="light"||t==="dark")&&(n.dataset.theme=t);var e=document.createElement("link");e.rel="icon";e.href=(document.currentScript?.getAttribute("src")??"").replace("theme.js","icon.svg");document.head.append(e);})();\n',
  "app.js": '"use strict";(()=>{function p(e){let t=[],r="",n=(a,s)=>{t.push({node:a,start:r.length,text:s}),r+=s},o=a=>{if(a instanceof Text)return n(a,a.data);if(a instanceof HTMLElement){if(a.matches("span.cp"))return n(a,K(a));a.matches("li + li")&&(r+=`\n`),a.childNodes.forEach(o)}};return o(e),{text:r,range:(a,s)=>I(t,a,s),offsetOf:(a,s)=>D(t,a,s)}}function K({textContent:e}){return String.fromCodePoint(parseInt((e??"").slice(2),16))}function I(e,t,r){let n=E(e,t),o=E(e,r-1);return new StaticRange({startContainer:n.node,startOffset:n.node instanceof Text?t-n.start:0,endContainer:o.node,endOffset:o.node instanceof Text?r-o.start:o.node.childNodes.length})}function E(e,t){let r=0,n=e.length-1;for(;r<n;){let o=r+n+1>>1;e[o].start<=t?r=o:n=o-1}return e[r]}function D(e,t,r){let n=e.find(o=>o.node===t||o.node.contains(t));return n?n.start+(n.node instanceof Text?r:0):null}var w=["comment","key","string","number","keyword"],h=`"(?:[^"\\\\\\\\\\\\n]|\\\\\\\\.)*"|\'(?:[^\'\\\\\\\\\\\\n]|\\\\\\\\.)*\'`,b="(?<![\\\\w.$\\\\\\\\-])-?\\\\d+(?:\\\\.\\\\d+)?(?![\\\\w.])",g=e=>`(?<![\\\\w.])(?:${e.replace(/ /g,"|")})(?![\\\\w.:=-])`;function d(e,t=""){let r=Object.entries(e).map(([n,o])=>`(?<${n}>${o})`);return new RegExp(r.join("|"),`gm${t}`)}var k={yaml:d({comment:"(?<=^|\\\\s)#.*$",key:`^[ \\\\t]*(?:-[ \\\\t]+)*(?:"[^"\\\\n]*"|\'[^\'\\\\n]*\'|[^\\\\s#:\'"\\\\-\\\\[{|>][^\\\\n:#]*):(?=\\\\s|$)`,string:`(?<=[:,\\\\[{-][ \\\\t]{1,8}|\\\\[)(?:"(?:[^"\\\\\\\\\\\\n]|\\\\\\\\.)*"|\'(?:[^\'\\\\n]|\'\')*\')`,number:"(?<=[:-][ \\\\t]{1,8})-?\\\\d+(?:\\\\.\\\\d+)?(?=[ \\\\t]*(?:#|$))"}),toml:d({comment:"(?<=^|\\\\s)#.*$",key:"^[ \\\\t]*(?:\\\\[+[^\\\\]\\\\n]*\\\\]+|[\\\\w.-]+(?=[ \\\\t]*=))",string:h,number:b}),json:d({key:\'"(?:[^"\\\\\\\\\\\\n]|\\\\\\\\.)*"(?=\\\\s*:)\',string:h,number:b,keyword:g("true false null")}),kql:d({comment:"//.*$",string:`[@hH]{1,2}"(?:[^"]|"")*"|[@hH]{1,2}\'(?:[^\']|\'\')*\'|${h}`,number:b,keyword:g("and or not in~ in !in~ !in has has_cs has_any has_all contains contains_cs !contains startswith startswith_cs endswith endswith_cs matches regex between where union extend project let join on kind summarize by isempty isnotempty isnull isnotnull tostring tolower dynamic true false null").replace("(?![\\\\w.:=-])","(?![\\\\w~])")}),splunk:d({string:h,key:"[\\\\w.{}-]+(?==|!=|[<>]=?)|\'[^\'\\\\n]*\'",keyword:g("AND OR NOT IN search where eval regex rex fields table stats by like match cidrmatch isnull isnotnull coalesce mvfind mvcount lower true false"),number:b}),lucene:d({string:\'"(?:[^"\\\\\\\\\\\\n]|\\\\\\\\.)*"|(?<=:)/(?:[^/\\\\\\\\\\\\n]|\\\\\\\\.)*/\',key:"(?:[\\\\w.@-]|\\\\\\\\.)+(?=:)",keyword:g("AND OR NOT TO")}),condition:d({keyword:g("and or not of all any them near count sum min max avg by"),number:"(?<![\\\\w])\\\\d+(?= of)"},"i")},j=d({string:h,number:b,keyword:g("and or not AND OR NOT")}),_=2e5;function S(e,t){if(e.length>_)return[];let r=Object.hasOwn(k,t)?k[t]:j;return[...e.matchAll(r)].map(n=>({kind:w.find(a=>n.groups?.[a]!==void 0),start:n.index,end:n.index+n[0].length}))}function T(){if(!("highlights"in CSS))return;let e=new Map(w.map(t=>[t,[]]));for(let t of document.querySelectorAll("pre, .source")){let r=p(t);for(let{kind:n,start:o,end:a}of S(r.text,B(t)))e.get(n).push(r.range(o,a))}for(let[t,r]of e)CSS.highlights.set(t,new Highlight(...r))}function B(e){let{lang:t}=e.dataset;return t??e.parentElement?.dataset.target??"yaml"}function c(e,t={},...r){let n=Object.assign(document.createElement(e),t);for(let o of r)o!==null&&n.append(o);return n}var U=1500;function v(){for(let e of document.querySelectorAll(".queries pre")){let t=c("button",{type:"button",className:"copy",textContent:"Copy"});t.addEventListener("click",()=>{Q(p(e).text).then(r=>{t.textContent=r?"Copied":"Not allowed",setTimeout(()=>t.textContent="Copy",U)})}),e.previousElementSibling?.append(t)}}async function Q(e){try{return await navigator.clipboard.writeText(e),!0}catch{return!1}}function C(){let e=document.querySelector(".source ol");if(!e)return;[...e.children].forEach((r,n)=>r.id=`L${e.start+n}`);let t=/^#L\\d+$/.exec(location.hash);t&&location.replace(t[0])}var F="Point at a part of the query, or step with the arrow keys, to see its line in the rule.";function H(){let e=document.querySelector(".source"),t=[...document.querySelectorAll("pre[data-map]")].map(G);if(!e||t.length===0)return;for(let o of t){let a=s=>{s?x(s.line,[{query:o,parts:[s]}]):x(null,[])};o.pre.addEventListener("pointermove",s=>a(M(o,s))),o.pre.addEventListener("click",s=>a(M(o,s))),o.pre.addEventListener("pointerleave",()=>a(null)),o.pre.addEventListener("blur",()=>a(null)),O(o.pre,o.parts.length,s=>a(o.parts[s]))}q(e,"Rule body");let r=[...e.querySelectorAll("li")],n=o=>{let a=t.map(s=>({query:s,parts:s.parts.filter(i=>i.line===o)}));x(o,a)};e.addEventListener("pointerover",o=>{let a=o.target instanceof Element?o.target.closest("li"):null;a&&n(N(a))}),e.addEventListener("pointerleave",()=>x(null,[])),e.addEventListener("blur",()=>x(null,[])),O(e,r.length,o=>n(N(r[o])))}function G(e){let t=0,r=0,n=e.dataset.map??"",o=(n===""?[]:n.split(",")).map(s=>{let[i=0,l=0,m]=s.split(" ").map(f=>parseInt(f,36)),u=t+i;return t=u+l,r=m??r+1,{start:u,end:t,line:r}}),a=c("p",{className:"where",role:"status",textContent:F});return e.after(a),q(e,e.previousElementSibling?.firstChild?.textContent??"Query"),{pre:e,shown:p(e),parts:o,where:a}}function q(e,t){Object.assign(e,{tabIndex:0,role:"group",ariaLabel:t})}function O(e,t,r){let n=-1;e.addEventListener("keydown",o=>{let a={ArrowRight:1,ArrowLeft:-1}[o.key];a===void 0||t===0||(o.preventDefault(),n=Math.min(Math.max(n+a,0),t-1),r(n))})}function N(e){return Number(e.id.slice(1))}var y=null;function x(e,t){y?.classList.remove("lit"),y=e===null?null:document.getElementById(`L${e}`),y?.classList.add("lit");let r=t.flatMap(({query:o,parts:a})=>a.map(({start:s,end:i})=>o.shown.range(s,i)));"highlights"in CSS&&CSS.highlights.set("lit",new Highlight(...r));let n=y?p(y).text.trim():"";for(let{query:o}of t)o.where.textContent=`Line ${e}: ${n}`}function M({pre:e,shown:t,parts:r},{clientX:n,clientY:o}){let a=W(n,o),s=a&&e.contains(a.node)?t.offsetOf(a.node,a.offset):null;return s===null?null:r.filter(l=>l.start<=s&&s<=l.end).find(l=>z(t.range(l.start,l.end),n,o))??null}function W(e,t){if("caretPositionFromPoint"in document){let n=document.caretPositionFromPoint(e,t);return n&&{node:n.offsetNode,offset:n.offset}}let r=document.caretRangeFromPoint(e,t);return r&&{node:r.startContainer,offset:r.startOffset}}function z(e,t,r){let n=document.createRange();return n.setStart(e.startContainer,e.startOffset),n.setEnd(e.endContainer,e.endOffset),[...n.getClientRects()].some(o=>t>=o.left&&t<=o.right&&r>=o.top&&r<=o.bottom)}function P(e){let t=c("input",{id:"q",type:"search",ariaLabel:"Search rules",placeholder:"Search rules",autocomplete:"off",spellcheck:!1}),r=c("form",{className:"search",role:"search"},t);r.append(c("kbd",{textContent:"/",ariaHidden:"true"})),document.querySelector(".bar")?.append(r),document.addEventListener("keydown",n=>{n.key!=="/"||n.ctrlKey||n.metaKey||n.altKey||n.target instanceof Element&&n.target.closest("input, textarea, select")||(n.preventDefault(),t.focus(),t.select())}),r.addEventListener("submit",n=>{n.preventDefault(),!document.querySelector(".home")&&(location.href=`${e}index.html#${new URLSearchParams({q:t.value}).toString()}`)})}function A(e){try{return localStorage.getItem(`sigmaql-${e}`)}catch{return null}}function L(e,t){try{localStorage.setItem(`sigmaql-${e}`,t)}catch{}}function R(){let e=[...document.querySelectorAll(".queries > div")],t=e[0]?.parentElement;if(!t)return;let r=e.map((i,l)=>{let m=i.dataset.target??"",u=c("button",{type:"button",role:"tab",id:`t${l}`},V(m)),f=i.querySelector("h3 > .refused")??i.querySelector("h3 > .approximate");return f&&u.append(" ",f.cloneNode(!0)),u.setAttribute("aria-controls",`q${l}`),Object.assign(i,{id:`q${l}`,role:"tabpanel"}),i.setAttribute("aria-labelledby",u.id),{tab:u,panel:i,target:m}}),n=i=>{for(let l of r)l.tab.setAttribute("aria-selected",String(l===i)),l.tab.tabIndex=l===i?0:-1,l.panel.classList.toggle("chosen",l===i)},o=i=>{n(i),L("target",i.target)};for(let[i,l]of r.entries())l.tab.addEventListener("click",()=>o(l)),l.tab.addEventListener("keydown",m=>{let u={ArrowRight:i+1,ArrowLeft:i-1,Home:0,End:r.length-1}[m.key];if(u===void 0)return;m.preventDefault();let f=r.at(u%r.length);o(f),f.tab.focus()});let a=c("div",{className:"tabs",role:"tablist",ariaLabel:"Targets"});a.append(...r.map(i=>i.tab)),t.prepend(a);let s=A("target");n(r.find(i=>i.target===s)??r[0])}function V(e){return e.length<4?e.toUpperCase():e[0].toUpperCase()+e.slice(1)}function $(){let e=c("button",{type:"button",className:"theme",ariaLabel:"Dark colours"}),t=document.documentElement,r=matchMedia("(prefers-color-scheme: dark)"),n=()=>(t.dataset.theme??(r.matches?"dark":"light"))==="dark",o=()=>e.setAttribute("aria-pressed",String(n()));e.addEventListener("click",()=>{t.dataset.theme=n()?"light":"dark",L("theme",t.dataset.theme),o()}),r.addEventListener("change",o),o(),document.querySelector(".bar")?.append(e)}var X=document.currentScript?.getAttribute("src")??"";P(X.replace(/assets\\/app\\.js$/,""));$();R();v();T();Y();C();H();function Y(){let e=document.querySelector("nav [aria-current]"),t=e?.parentElement;e&&t&&(t.scrollLeft=e.offsetLeft-t.clientWidth/2)}})();\n',
  "home.js": '"use strict";(()=>{var C=/[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ud800-\\udfff\\ufe00-\\ufe0d\\ufeff\\uffa0\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}]/gu;function f(t,a={},...n){let e=Object.assign(document.createElement(t),a);for(let o of n)o!==null&&e.append(o);return e}function w(t){let a=document.createElement("bdi"),n=0;for(let e of t.matchAll(C)){let o=e[0].codePointAt(0).toString(16).toUpperCase().padStart(4,"0");a.append(t.slice(n,e.index)),a.append(f("span",{className:"cp",textContent:`U+${o}`})),n=e.index+e[0].length}return a.append(t.slice(n)),a}var N=8,X=new Set(["level","status","tactic","language"]);function O(t,a,n){let e=new Set,o=null,c=a.map(({key:r,label:p,values:s},l)=>{let u=f("ul"),h=f("button",{type:"button",className:"rest"});h.addEventListener("click",()=>{e.delete(l)||e.add(l),o&&d.update(...o)});let S=s.map((b,g)=>J(b[1],L=>n(l,g,L))),m=f("fieldset",{className:"facet"},f("legend",{textContent:p}),u,h);return m.dataset.facet=r,{list:u,rest:h,boxes:S,whole:X.has(r),set:m}}),d={update(r,p){o=[r,p];let s=document.activeElement;c.forEach(({list:l,rest:u,boxes:h,whole:S},m)=>{let b=G(r[m],p[m],S),g=S||e.has(m)?b:b.slice(0,N);h.forEach(({row:L,box:v,count:T},i)=>{v.checked=p[m].has(i),T.textContent=r[m][i].toLocaleString("en"),L.classList.toggle("none",r[m][i]===0)}),l.replaceChildren(...g.map(L=>h[L].row)),l.classList.toggle("long",e.has(m)),u.hidden=S||b.length<=N,u.textContent=e.has(m)?"Fewer":`All ${b.length}`}),s instanceof HTMLElement&&t.contains(s)&&s.focus({preventScroll:!0})}};return t.replaceChildren(...c.filter(r=>r.boxes.length>0).map(r=>r.set)),d}function G(t,a,n){let e=t.map((o,c)=>c);return n?e:e.filter(o=>a.has(o)||t[o]>0).sort((o,c)=>Number(a.has(c))-Number(a.has(o))||t[c]-t[o]||o-c)}function J(t,a){let n=f("input",{type:"checkbox"}),e=f("span");return n.addEventListener("change",()=>a(n.checked)),{row:f("li",{},f("label",{},n,w(t)),e),box:n,count:e}}function F(t){return t.map(([,a,,,,n])=>({title:a.toLowerCase(),text:n.toLowerCase()}))}function H(t){let n=[...t.toLowerCase().matchAll(/"([^"]+)"?|[^\\s"]+/g)].map(e=>(e[1]??e[0]).trim()).filter(e=>e!=="");return[...new Set(n)]}function k(t,a){if(a.length===0)return t.map((o,c)=>c);let n=a.join(" "),e=[[],[],[],[]];return t.forEach(({title:o,text:c},d)=>{let r=0;for(let s of a)if(o.includes(s))r++;else if(!c.includes(s))return;let p=o.startsWith(n)?0:r===a.length?1:r>0?2:3;e[p].push(d)}),e.flat()}var P=70;function I(t,a,n){let e=a.indexOf(n);if(e<0||a.length!==t.length)return null;let o=t.lastIndexOf(`\n`,e)+1,c=t.indexOf(`\n`,e),d=t.slice(o,c<0?void 0:c),r=Math.max(0,e-o-P),p=e-o+n.length+P;return`${r>0?"\\u2026":""}${d.slice(r,p)}${p<d.length?"\\u2026":""}`}function $(t,a,n,e){let o=n.map(d=>new Array(d).fill(0)),c=[];for(let d of t){let r=a[d][4],p=-1,s=0;for(let l=0;l<n.length&&s<2;l++){let u=e[l];u.size===0||r[l].some(h=>u.has(h))||(p=l,s++)}if(s===0&&c.push(d),!(s>1)){for(let l=0;l<n.length;l++)if(s===0||l===p)for(let u of r[l])o[l][u]++}}return{rules:c,counts:o}}var Q=["critical","high","medium","low","informational"];function B(t,a,n,e,o){let[c,d,r,p,,s]=t,[l]=j(t,n,"level"),u=w(d),h=f("li",{},f("a",{href:c},u));if(A(u,e,o),l!==void 0){let g=Q.includes(l)?l:"level";h.append(f("b",{className:g},w(l)))}let S=f("i");for(let g of[r,p,j(t,n,"tactic").join(", ")])g!==""&&S.append(S.hasChildNodes()?" \\xB7 ":"",w(g));h.append(S);let m=e.find(g=>!a.title.includes(g)),b=m===void 0?null:I(s,a.text,m);if(b!==null){let g=w(b);h.append(f("span",{className:"hit"},g)),A(g,e,o)}return h}function j(t,a,n){let e=a.findIndex(o=>o.key===n);return(t[4][e]??[]).map(o=>a[e].values[o][1])}function A(t,a,n){for(let e of t.childNodes){if(!(e instanceof Text))continue;let o=e.data.toLowerCase();if(o.length===e.data.length)for(let c of a)for(let d=o.indexOf(c);d>=0;d=o.indexOf(c,d+c.length)){let r=document.createRange();r.setStart(e,d),r.setEnd(e,d+c.length),n.push(r)}}}var R=60,Y=300,V=window.catalog,W=document.querySelector("#q"),K=document.querySelector(".results .rules"),U=document.querySelector("#found"),D=document.querySelector(".clear"),_=document.querySelector("#facets");V&&W&&K&&U&&D&&_&&Z(V,W,K,U,D,_);function Z({facets:t,rules:a},n,e,o,c,d){let r=F(a),p=t.map(i=>i.values.length),s=t.map(()=>new Set),l=[],u=R,h=()=>{let i=H(n.value),y=$(k(r,i),a,p,s);l=y.rules,L.update(y.counts,s),o.textContent=`${l.length.toLocaleString("en")} ${l.length===1?"rule":"rules"}`,c.hidden=n.value===""&&s.every(E=>E.size===0),S(i)},S=i=>{let y=l.slice(0,u),E=[];e.replaceChildren(...y.map(x=>B(a[x],r[x],t,i,E))),"highlights"in CSS&&CSS.highlights.set("found",new Highlight(...E)),v.hidden=l.length<=u},m=()=>{u=R,b(),h()},b=()=>{let i=new URLSearchParams;n.value!==""&&i.append("q",n.value),t.forEach(({key:y,values:E},x)=>{for(let M of s[x])i.append(y,E[M][0])}),history.replaceState(null,"",`#${i.toString()}`)},g=()=>{let i=new URLSearchParams(location.hash.slice(1));n.value=i.get("q")??"",t.forEach(({key:y,values:E},x)=>{let M=new Set(i.getAll(y));s[x].clear(),E.forEach(([q],z)=>{M.has(q)&&s[x].add(z)})}),u=R,h()},L=O(d,t,(i,y,E)=>{E?s[i].add(y):s[i].delete(y),m()}),v=f("button",{type:"button",className:"button",textContent:"Show more"});v.addEventListener("click",()=>{u+=Y,S(H(n.value))}),document.querySelector(".results .more")?.remove(),e.after(f("p",{className:"more"},v)),n.addEventListener("input",m),c.addEventListener("click",()=>{n.value="";for(let i of s)i.clear();m(),n.focus()});let T=document.querySelector(".filters");T?.addEventListener("click",()=>{let i=d.classList.toggle("open");T.setAttribute("aria-expanded",String(i))}),addEventListener("hashchange",g),g()}})();\n',
  "live.js": `"use strict";(()=>{new EventSource("/live").addEventListener("message",()=>location.reload());})();
`,
  "style.css": `:root{color-scheme:light dark;--page: light-dark(#fdfdfc, #15171b);--sunken: light-dark(#f5f5f2, #1b1e24);--raised: light-dark(#ffffff, #22262d);--line: light-dark(#e3e2dd, #2e333c);--text: light-dark(#1d1f23, #e3e5e9);--muted: light-dark(#5b6068, #9ca4af);--accent: light-dark(#0a5aa8, #80bbff);--accent-soft: light-dark(#e4effa, #17324f);--lit: light-dark(#fdeeb5, #544612);--red: light-dark(#9b1c31, #ff9ba8);--red-soft: light-dark(#fbe6e9, #471c26);--orange: light-dark(#8a4200, #ffb778);--orange-soft: light-dark(#fdecdc, #45290f);--yellow: light-dark(#6b5300, #e8cd6b);--yellow-soft: light-dark(#f8f0d0, #3a3210);--green: light-dark(#1f6b3a, #8bd6a3);--green-soft: light-dark(#e3f3e8, #173a24);--grey-soft: light-dark(#ecece8, #2a2e36);--t-key: light-dark(#0a5aa8, #8cc2ff);--t-string: light-dark(#1f6b3a, #9bd8ac);--t-number: light-dark(#8a4200, #f0b680);--t-keyword: light-dark(#7b2f8f, #d9a3ea);--t-comment: light-dark(#6a6f76, #8b939e);--sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;--mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;--bar: 3.5rem}:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}*,:before,:after{box-sizing:border-box}html{scroll-padding-top:calc(var(--bar) + 1rem);-webkit-text-size-adjust:100%;text-size-adjust:100%}body{margin:0;overflow-x:clip;background:var(--page);color:var(--text);font:1rem/1.55 var(--sans)}main{max-width:88rem;margin:0 auto;padding:2rem clamp(1rem,3vw,2.5rem) 4rem}h1,h2,h3{line-height:1.25;margin:0;text-wrap:balance;overflow-wrap:anywhere}h1 .kind{display:block;font-size:1rem;letter-spacing:0}h1{font-size:clamp(1.5rem,1.2rem + 1.4vw,2.1rem);font-weight:650;letter-spacing:-.015em}h2{font-size:1.2rem;font-weight:600;margin-bottom:.75rem}h2 small,h3 small,summary span,.kind{color:var(--muted);font-size:.85rem;font-weight:400}h3{font-size:1rem;font-weight:600}main section,main>h2{margin-top:2.5rem}p{margin:.5rem 0}ul,ol,dl,dd{margin:0;padding:0}ul,ol{list-style:none}.prose{white-space:pre-line;overflow-wrap:anywhere;max-width:75ch}ul.prose{white-space:normal;list-style:disc;padding-left:1.25rem}ul.prose li{margin:.25rem 0}.lead{color:var(--muted);margin-top:.6rem;max-width:75ch}.lead.prose{color:var(--text);font-size:1.05rem}.hint{color:var(--muted);font-size:.9rem;max-width:80ch}a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline;text-underline-offset:.2em}.prose a,.hint a,.lead a,.notes a,.meta dd a,.attack .ta a,footer a{text-decoration:underline;text-underline-offset:.2em;text-decoration-color:color-mix(in srgb,currentColor 40%,transparent)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}code,pre,kbd,.path{font-family:var(--mono);font-size:.85em}code{white-space:pre-wrap;overflow-wrap:anywhere}.out:after{content:" \\2197" / "";font-size:.85em;color:var(--muted)}.skip{position:absolute;left:-100vw}.skip:focus{left:1rem;top:1rem;z-index:3;background:var(--raised);padding:.5rem 1rem}[hidden]{display:none!important}.cp{font:600 .7em/1 var(--mono);color:var(--red);background:var(--red-soft);border-radius:3px;padding:.1em .3em;margin:0 .1em;vertical-align:.1em;white-space:nowrap}.button,button.copy,button.rest,button.theme{font:inherit;font-size:.9rem;color:var(--accent);background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.35rem .8rem;cursor:pointer}.button:hover,button.copy:hover,button.theme:hover{border-color:var(--accent);text-decoration:none}@media(max-width:44rem){main{padding-top:1.25rem}}@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}@media print{:root{color-scheme:light}.skip,.crumbs{display:none}}header{position:sticky;top:0;z-index:2;display:grid;grid-template-columns:auto 1fr auto auto;align-items:center;gap:1.25rem;min-height:var(--bar);padding:0 clamp(1rem,3vw,2.5rem);background:color-mix(in srgb,var(--page) 92%,transparent);backdrop-filter:blur(8px);border-bottom:1px solid var(--line)}.bar{display:contents}.brand{color:var(--text);font-weight:650;max-width:16rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}header nav{grid-column:2;grid-row:1;display:flex;gap:.25rem}header nav a{color:var(--muted);padding:.35rem .6rem;border-radius:6px;font-size:.95rem}header nav a:hover{color:var(--text);background:var(--sunken);text-decoration:none}header nav a[aria-current]{color:var(--text);background:var(--grey-soft)}.search{grid-column:3;grid-row:1;position:relative;margin:0}.search input{width:20rem;max-width:100%;font:inherit;font-size:.95rem;color:inherit;background:var(--sunken);border:1px solid var(--line);border-radius:8px;padding:.4rem 2rem .4rem .8rem}.search input::placeholder{color:var(--muted);opacity:1}.search kbd{position:absolute;right:.6rem;top:50%;translate:0 -50%;color:var(--muted);border:1px solid var(--line);border-radius:4px;padding:0 .35rem;pointer-events:none}.search input:focus+kbd,.search input:not(:placeholder-shown)+kbd{display:none}.theme{grid-column:4;grid-row:1;width:2.25rem;height:2.25rem;padding:0!important;display:grid;place-items:center}.theme:before{content:"";width:1rem;height:1rem;border:2px solid var(--text);border-radius:50%;background:linear-gradient(90deg,var(--text) 50%,transparent 50%)}html:not(.js) .filters{display:none}footer{border-top:1px solid var(--line);color:var(--muted);font-size:.85rem;padding:1.5rem clamp(1rem,3vw,2.5rem);text-align:center}footer a{color:inherit}@media(max-width:62rem){header{display:contents}.bar{position:sticky;top:0;z-index:2;display:flex;align-items:center;gap:.75rem;min-height:var(--bar);padding:0 1rem;background:var(--page);border-bottom:1px solid var(--line)}.brand{flex:0 1 auto;max-width:40%}.search{flex:1;min-width:0}.search input{width:100%;font-size:1rem}.search kbd{display:none}.theme{flex:none}header nav{overflow-x:auto;padding:.4rem .6rem;border-bottom:1px solid var(--line)}}@media print{header{display:none!important}}.rules>li{padding:.7rem 0;border-bottom:1px solid var(--line);font-size:.875rem;color:var(--muted);overflow-wrap:anywhere}.rules>li:nth-child(n+100){content-visibility:auto;contain-intrinsic-size:auto 4rem}.rules>li>a{display:block;font-size:1rem;font-weight:500;color:var(--text);margin-bottom:.1rem}.rules>li>a:hover{color:var(--accent)}.rules>li>b{margin-right:.6rem}.rules>li>i{font-style:normal}.rules>li>span{display:block}.hit{font:.8rem/1.6 var(--mono)}.rules>li>b,.meta b,.queries :is(.exact,.approximate,.refused),.flag,.not{--badge: var(--muted);--badge-soft: var(--grey-soft);font-size:.75rem;font-weight:600;line-height:1.5;border-radius:4px;padding:.05rem .45rem;background:var(--badge-soft);color:var(--badge);white-space:nowrap}.rules>li>.critical,.meta .critical,.queries .refused{--badge: var(--red);--badge-soft: var(--red-soft)}.rules>li>.high,.meta .high,.not{--badge: var(--orange);--badge-soft: var(--orange-soft)}.rules>li>.medium,.meta .medium,.queries .approximate,.flag{--badge: var(--yellow);--badge-soft: var(--yellow-soft)}.rules>li>.low,.meta .low,.queries .exact{--badge: var(--green);--badge-soft: var(--green-soft)}.home{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:3rem;margin-top:2rem}.home section{margin-top:0}.found{display:flex;align-items:center;gap:.75rem;min-height:2.25rem;border-bottom:1px solid var(--line);padding-bottom:.5rem}.found h2{margin:0 auto 0 0}.filters{display:none}.facet{border:0;margin:0 0 1.75rem!important;padding:0;min-width:0}.facet h2,.facet legend{font-size:.9rem;font-weight:600;line-height:1.5rem;margin:0 0 .25rem;padding:0}.facet li{display:flex;align-items:baseline;gap:.5rem;min-height:1.75rem;font-size:.9rem}.facet li>:first-child{flex:1;min-width:0;overflow-wrap:anywhere;color:var(--text);padding-left:1.5rem;text-indent:-1.5rem;cursor:pointer}.facet li>a:first-child{text-indent:0}.facet li>span{color:var(--muted);font-size:.8rem;font-variant-numeric:tabular-nums}.facet li.none>:first-child{color:var(--muted)}.facet input{width:1rem;height:1rem;margin:0 .5rem 0 0;vertical-align:-.15rem;accent-color:var(--accent)}.facet ul.long{max-height:20rem;overflow-y:auto}.facet .rest{display:inline-block;border:0;background:none;padding:.15rem 0 0 1.5rem;font-size:.85rem;line-height:1.5}.more{margin-top:1.5rem}@media(max-width:62rem){.home{grid-template-columns:minmax(0,1fr);gap:1rem}.filters{display:block}.js .facets:not(.open){display:none}html:not(.js) .facets{order:2}}.crumbs{margin:0 0 .75rem;font-size:.9rem;color:var(--muted)}.meta{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:.9rem 2rem;margin-top:1.5rem;padding:1.1rem 1.25rem;background:var(--sunken);border-radius:10px}.meta dt{color:var(--muted);font-size:.8rem}.meta dd a:has(b){text-decoration:none}.meta dd{overflow-wrap:anywhere}.meta div:has(.path){grid-column:1 / -1}.problem{background:var(--red-soft);color:var(--red);border-radius:8px;padding:.6rem .9rem;overflow-wrap:anywhere}.pair,.sides{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 2.5rem}.sides{grid-template-columns:minmax(0,5fr) minmax(0,7fr)}.attack li{padding:.4rem 0;border-bottom:1px solid var(--line)}.attack .ta{display:block;font-size:.875rem}.out{font-size:.8rem;color:var(--muted)}@media(max-width:62rem){.pair,.sides{grid-template-columns:minmax(0,1fr)}}@media(max-width:44rem){.meta{gap:.5rem;padding:.9rem 1rem}.meta>div{display:grid;grid-template-columns:6rem minmax(0,1fr);align-items:baseline}}@media print{.pair,.sides{grid-template-columns:minmax(0,1fr)}}.code,pre{margin:0;padding:.9rem 1rem;background:var(--sunken);border:1px solid var(--line);border-radius:10px;font:.8125rem/1.6 var(--mono);white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4}.source{padding-left:0}.source ol{list-style:lines;padding-left:3.2rem}.source li{min-height:1.6em;padding-left:.5rem;padding-right:.25rem;border-radius:3px}@counter-style lines{system:extends decimal;suffix:"  "}.source li::marker{color:var(--muted);font-size:.75rem}.source li:target,.source li.lit{background:var(--lit)}.stay{position:sticky;top:calc(var(--bar) + 1rem);align-self:start}.stay pre{max-height:max(14rem,calc(100vh - 20rem));overflow-y:auto}.tabs{display:flex;gap:.25rem;border-bottom:1px solid var(--line);margin-bottom:.9rem;overflow-x:auto}.tabs button{font:inherit;font-size:.95rem;color:var(--muted);background:none;border:0;border-bottom:2px solid transparent;padding:.5rem .8rem;cursor:pointer;white-space:nowrap}.tabs button:hover{color:var(--text)}.tabs [aria-selected=true]{color:var(--text);border-color:var(--accent)}.tabs :focus-visible{outline-offset:-2px}.js .queries:not(:has(.tabs)){padding-top:3.45rem}.js .queries>div:not(.chosen,.tabs,.queries:not(:has(.tabs))>:first-child){display:none}pre~h3{margin-top:1.5rem}.queries h3{display:flex;align-items:center;gap:.75rem;min-height:2.2rem;margin-bottom:.5rem;font-size:.9rem;font-weight:400;color:var(--muted)}.queries .copy{margin-left:auto}.where{min-height:1.5rem;font-size:.8rem;color:var(--muted);overflow-wrap:anywhere}.notes li{font-size:.875rem;padding:.45rem .75rem;margin-top:.4rem;border-left:3px solid var(--line);background:var(--sunken);border-radius:0 6px 6px 0;overflow-wrap:anywhere}.notes .warning{border-color:var(--yellow)}.notes .error{border-color:var(--red)}.stage{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.5rem 2.5rem;margin-top:1.5rem}.stage h3{grid-column:1 / -1}.stage>pre:last-child{grid-column:1 / -1}.notes a,.stage h3 a{font-size:.85rem;font-weight:400;white-space:nowrap}::highlight(key){color:var(--t-key)}::highlight(string){color:var(--t-string)}::highlight(number){color:var(--t-number)}::highlight(keyword){color:var(--t-keyword)}::highlight(comment){color:var(--t-comment)}::highlight(lit),::highlight(found){background-color:var(--lit)}@media(max-width:62rem){.stage{grid-template-columns:minmax(0,1fr)}.stay{position:static}.stay pre{max-height:none}}@media print{.copy,.tabs,.where{display:none!important}.js .queries>div:not(.tabs){display:block!important}.stay{position:static}.stay pre{max-height:none}}table{width:100%;border-collapse:collapse;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.45rem 1rem .45rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}thead th{color:var(--muted);font-size:.8rem;font-weight:500}tbody th{font-weight:500}table.events td:has(>a),table.events th:last-child{white-space:nowrap}td small{display:block;color:var(--muted)}td code{font-size:.8125rem}.stage li{display:flex;align-items:baseline;gap:.4rem;font-size:.875rem;padding:.35rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}.stage b{font-weight:600}.stage code{flex:1;min-width:0;margin-left:.4rem}.stage ul{align-self:start}.indicators th:first-child{width:22%}.indicators th:nth-child(2){width:14%}.indicators li{font:.8125rem/1.6 var(--mono);white-space:pre-wrap}.indicators li code{background:var(--grey-soft);border-radius:3px}.indicators li a{font-family:var(--sans);font-size:.8rem;white-space:nowrap;margin-left:.25rem}.rules>li>.same{color:var(--orange);font-weight:600}@media(max-width:44rem){.indicators thead{position:absolute;clip-path:inset(50%)}.indicators :is(tbody,tr,th,td){display:block;width:auto!important;border:0;padding:0}.indicators tr{padding:.6rem 0;border-bottom:1px solid var(--line)}.indicators td:nth-child(2){color:var(--muted);font-size:.8rem}}.values li{display:flex;gap:.75rem;justify-content:space-between;padding:.35rem 0;border-bottom:1px solid var(--line);break-inside:avoid;overflow-wrap:anywhere}.values li>span{color:var(--muted);font-variant-numeric:tabular-nums}.values{columns:20rem;column-gap:2.5rem;margin-top:1.25rem}.values.wide{columns:28rem;font-size:.9rem}details>summary{cursor:pointer;padding:.4rem 0}h1.indicator{font-size:1.4rem}h1.indicator b{font-weight:650}.group{border:1px solid var(--line);border-radius:10px;padding:.25rem 1.25rem;margin-top:1rem}.group>.rules>li:last-child{border-bottom:0}.group>p{color:var(--muted);font-size:.875rem}.chips{display:flex;flex-wrap:wrap;gap:.3rem}.chips li{background:var(--grey-soft);border-radius:4px;padding:.1rem .5rem;font-size:.8rem}.changes div{display:flex;gap:.75rem}.changes dt{flex:0 0 6rem}.changes dd{min-width:0;overflow-wrap:anywhere}del{color:var(--red)}ins{color:var(--green);text-decoration:none}.matrix{margin-right:calc((100% - 100vw)/2);display:grid;grid-auto-flow:column;grid-auto-columns:11rem;gap:.5rem;overflow-x:auto;padding-bottom:1rem}.matrix section{margin-top:1rem}.matrix h2{font-size:.95rem;min-height:3.75rem}.matrix h2 small{display:block}.matrix li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 .5rem;font-size:.8125rem;line-height:1.35;padding:.4rem .5rem;margin-bottom:.25rem;border-radius:5px;border:1px solid var(--line);overflow-wrap:anywhere}.matrix li>b{font-variant-numeric:tabular-nums}.matrix details{grid-column:1 / -1}.matrix li small,.matrix li[data-heat="0"]{color:var(--muted)}.matrix li>a{color:var(--text)}.matrix li[data-heat="1"]{background:color-mix(in srgb,var(--accent) 8%,transparent)}.matrix li[data-heat="2"]{background:color-mix(in srgb,var(--accent) 16%,transparent)}.matrix li[data-heat="3"]{background:color-mix(in srgb,var(--accent) 26%,transparent)}.matrix li[data-heat="4"]{background:color-mix(in srgb,var(--accent) 38%,transparent)}.matrix summary{color:var(--muted);padding:.15rem 0 0}.matrix details ul{margin-top:.25rem}@media(max-width:44rem){.matrix{display:block;margin-right:0}.matrix h2{min-height:0;margin-bottom:.5rem}}
`,
  "icon.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0a5aa8"/><path d="M22 10H11l6 6-6 6h11" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>
`
};

// src/catalog/site/changes.ts
function manifestOf(rules, files) {
  return { version: 1, rules: rules.map(manifestRule), files };
}
function printManifest({ version: version2, rules, files }) {
  let list = (items) => items.map((item) => `
${JSON.stringify(item)}`).join(",");
  return `{"version":${version2},"rules":[${list(rules)}
],"files":[${list(files)}
]}
`;
}
function readManifest(text) {
  let read;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(read) || read.version !== 1) return null;
  let { rules, files } = read;
  return !isListOf(rules, isManifestRule) || !isListOf(files, isText) ? null : { version: 1, rules, files };
}
function changesSince(previous, rules) {
  let find = finder(previous.rules), left = new Set(previous.rules), added = [], changed = [];
  for (let rule of rules) {
    let now = manifestRule(rule), before = find(now);
    if (!before || !left.delete(before)) {
      added.push(rule);
      continue;
    }
    let changes2 = changesBetween(before, now);
    changes2.length > 0 && changed.push({ rule, changes: changes2 });
  }
  return { added, changed, removed: [...left] };
}
function finder(rules) {
  let byId2 = /* @__PURE__ */ new Map(), byPlace2 = /* @__PURE__ */ new Map();
  for (let rule of rules)
    rule.id !== null && byId2.set(rule.id, byId2.has(rule.id) ? void 0 : rule), byPlace2.set(placeOf(rule), rule);
  return (rule) => {
    let there = byPlace2.get(placeOf(rule));
    return rule.id === null || there?.id === rule.id ? there : byId2.get(rule.id) ?? (there?.id === null ? there : void 0);
  };
}
function placeOf({ path, position }) {
  return `${position} ${path}`;
}
function changesBetween(before, after) {
  let changes2 = [], compare3 = (what, was2, is2) => {
    was2 !== is2 && changes2.push({ what, before: was2, after: is2 });
  };
  compare3("title", before.title, after.title), compare3("level", before.level ?? "", after.level ?? ""), compare3("status", before.status ?? "", after.status ?? ""), compare3("path", before.path, after.path);
  let logic = [];
  before.logsource !== after.logsource && logic.push({ what: "log source", before: before.logsource, after: after.logsource });
  let [was, is] = [before.conditions.join(`
`), after.conditions.join(`
`)];
  was !== is && logic.push({ what: "condition", before: was, after: is });
  let [had, has] = [valueList(before), valueList(after)], added = without(has, had), removed = without(had, has);
  added.length + removed.length > 0 && logic.push({ what: "values", added, removed }), logic.length === 0 && before.meaning !== after.meaning && logic.push({ what: "logic" }), changes2.push(...logic);
  let targets = Object.keys(after.queries).filter(
    (t) => Object.hasOwn(before.queries, t) && before.queries[t] !== after.queries[t]
  );
  return targets.length > 0 && changes2.push({ what: "queries", targets }), changes2.length === 0 && before.text !== after.text && changes2.push({ what: "text" }), changes2;
}
function valueList({ values: values2 }) {
  return Object.entries(values2).flatMap(([name, list]) => list.map((v) => `${name} ${v}`.trim()));
}
function without(list, other) {
  let known2 = new Set(other);
  return list.filter((item) => !known2.has(item));
}
function manifestRule(rule) {
  let { id, path, position, title, language, sigma, predicates, text } = rule, queries = /* @__PURE__ */ new Map();
  for (let { target, text: query } of sigma?.queries ?? [])
    queries.set(target, [...queries.get(target) ?? [], query ?? ""]);
  return {
    id,
    path,
    position,
    title,
    language,
    level: sigma?.level ?? null,
    status: sigma?.status ?? null,
    logsource: sigma ? logSourceText(sigma.logsource) : "",
    conditions: (sigma?.stages ?? []).filter((s) => s.name === "condition").map((s) => s.text),
    values: valuesOf(predicates),
    meaning: sigma?.meaning ?? null,
    text: hashOf(text),
    queries: Object.fromEntries(
      [...queries].map(([target, texts2]) => [target, hashOf(texts2.join(`
`))])
    )
  };
}
function logSourceText(logsource) {
  return ["product", "category", "service"].filter((key) => logsource[key].length > 0).map((key) => `${key} ${logsource[key].join(" or ")}`).join(", ");
}
function valuesOf(predicates) {
  let values2 = /* @__PURE__ */ new Map();
  for (let { field, kind, value: value2, negated } of predicates) {
    let name = `${negated ? "not " : ""}${field ?? ""} ${kind}`, known2 = values2.get(name);
    known2 ? known2.add(value2) : values2.set(name, /* @__PURE__ */ new Set([value2]));
  }
  return Object.fromEntries([...values2].map(([name, list]) => [name, [...list]]));
}
function isRecord(value2) {
  return typeof value2 == "object" && value2 !== null && !Array.isArray(value2);
}
function isText(value2) {
  return typeof value2 == "string";
}
function isListOf(value2, is) {
  return Array.isArray(value2) && value2.every(is);
}
function isManifestRule(value2) {
  if (!isRecord(value2)) return !1;
  let optional = [value2.id, value2.level, value2.status, value2.meaning], texts2 = [value2.path, value2.title, value2.language, value2.logsource];
  return optional.every((v) => v === null || isText(v)) && [...texts2, value2.text].every(isText) && typeof value2.position == "number" && isListOf(value2.conditions, isText) && isRecord(value2.values) && Object.values(value2.values).every((list) => isListOf(list, isText)) && isRecord(value2.queries) && Object.values(value2.queries).every(isText);
}

// src/catalog/site/navigator.ts
function navigatorLayer({ attackPages: attackPages2, attack, options }) {
  let techniques = [...attackPages2].flatMap(([id, { rules }]) => {
    let object = attack.objects.get(id);
    return object && /technique$/.test(object.kind) && !object.retired && rules.length > 0 ? [{ techniqueID: id, score: rules.length, showSubtechniques: !1 }] : [];
  }).sort((a, b) => a.techniqueID < b.techniqueID ? -1 : 1), layer = {
    name: options.title,
    versions: { attack: /^\d+/.exec(attack.version)?.[0] ?? "", navigator: "5.2.0", layer: "4.5" },
    domain: "enterprise-attack",
    description: `Rules for each technique of ATT&CK ${attack.version}, by ${options.generator}`,
    sorting: 0,
    layout: {
      layout: "side",
      showID: !0,
      showName: !0,
      showAggregateScores: !0,
      countUnscored: !1,
      aggregateFunction: "sum",
      expandedSubtechniques: "none"
    },
    hideDisabled: !1,
    techniques,
    gradient: {
      colors: ["#dcebfa", "#0b5cad"],
      minValue: 0,
      maxValue: Math.max(1, ...techniques.map((t) => t.score))
    },
    legendItems: [],
    selectSubtechniquesWithParent: !1
  };
  return `${JSON.stringify(layer, null, 2)}
`;
}

// src/catalog/site/once.ts
function once(known2, key, make) {
  let made = known2.get(key);
  return made === void 0 && known2.set(key, made = make(key)), made;
}

// src/catalog/site/facets.ts
var FACETS = [
  "level",
  "status",
  "product",
  "category",
  "service",
  "tactic",
  "language",
  "author"
], FACET_LABELS = {
  level: ["Level", "levels"],
  status: ["Status", "statuses"],
  product: ["Product", "products"],
  category: ["Category", "categories"],
  service: ["Service", "services"],
  tactic: ["Tactic", "tactics"],
  language: ["Language", "languages"],
  author: ["Author", "authors"]
}, LEVELS = ["critical", "high", "medium", "low", "informational"], STATUSES = ["stable", "test", "experimental", "deprecated", "unsupported"], LANGUAGE_LABELS = {
  sigma: "Sigma",
  kusto: "Kusto",
  elastic: "Elastic",
  splunk: "Splunk"
}, knownValues = /* @__PURE__ */ new WeakMap();
function valuesOf2(rule, facet, attack) {
  return once(knownValues, rule, () => {
    let entries = FACETS.map((each) => [each, readValues(rule, each, attack)]);
    return Object.fromEntries(entries);
  })[facet];
}
function readValues(rule, facet, attack) {
  let { sigma, language } = rule;
  if (facet === "language") return [language];
  if (!sigma) return [];
  switch (facet) {
    case "level":
    case "status":
      return lowerCase([sigma[facet] ?? ""]);
    case "tactic":
      return tacticsOf(sigma.attack, attack);
    case "author":
      return authorsOf(sigma.author ?? "");
    default:
      return lowerCase(sigma.logsource[facet]);
  }
}
function lowerCase(values2) {
  let named2 = values2.map((v) => v.trim().toLowerCase()).filter((v) => v !== "");
  return [...new Set(named2)];
}
function tacticsOf(tags, { objects }) {
  let partsOf = ({ retired, tactics, replacedBy }) => retired ? replacedBy.flatMap((id) => objects.get(id)?.tactics ?? []) : tactics, ofTechniques = tags.filter((t) => /technique$/.test(t.kind)).flatMap(partsOf), named2 = tags.filter((t) => t.kind === "tactic" && t.known).flatMap((tag) => {
    let parts = partsOf(tag), fitting = parts.filter((part) => ofTechniques.includes(part));
    return tag.retired && fitting.length > 0 ? fitting : parts;
  });
  return [...new Set(named2.length > 0 ? named2 : ofTechniques)];
}
function authorsOf(author) {
  let names = [""], depth = 0;
  for (let c of author)
    c === "(" || c === "[" ? depth++ : c === ")" || c === "]" ? depth = Math.max(0, depth - 1) : depth === 0 && (c === "," || c === ";") ? names.push("") : depth === 0 && (names[names.length - 1] += c);
  let tidy = names.map((n) => n.replace(/\s+/g, " ").trim()).filter((n) => n !== "");
  return [...new Set(tidy)];
}

// src/catalog/site/labels.ts
function logSourceLabel({ sigma }) {
  if (!sigma) return "";
  let { product, category, service } = sigma.logsource;
  return [product, category, service].filter((names) => names.length > 0).map((names) => names.join(" or ")).join(" / ");
}
function statusLabel({ sigma, language, problem }) {
  return problem !== null ? "unreadable" : sigma ? sigma.status ?? "" : language;
}

// src/catalog/site/pages/list.ts
var rowsOf = /* @__PURE__ */ new WeakMap();
function ruleList(rules, catalog, from, more = () => null) {
  return markup`<ul class="rules">${rules.map((rule) => markup`<li>${row(rule, catalog, from)}${more(rule)}</li>`)}</ul>`;
}
function row(rule, catalog, from) {
  let root = rootOf(from);
  if (root !== "../") return makeRow(rule, catalog, root);
  let rows = rowsOf.get(catalog);
  rows || rowsOf.set(catalog, rows = /* @__PURE__ */ new Map());
  let made = rows.get(rule);
  return made || rows.set(rule, made = makeRow(rule, catalog, root)), made;
}
function makeRow(rule, catalog, root) {
  let [level = ""] = valuesOf2(rule, "level", catalog.attack), about = [statusLabel(rule), logSourceLabel(rule)];
  return root === "" && about.push(tacticNames(rule, catalog)), markup`<a href="${root + catalog.pageOf.get(rule)}">${bdi(rule.title)}</a>
    ${level !== "" && levelBadge(level)}
    <i>${joined(about.filter((a) => a !== "").map(bdi), " \xB7 ")}</i>`;
}
function levelBadge(level) {
  let known2 = LEVELS.includes(level);
  return markup`<b class="${known2 ? level : "level"}">${bdi(level)}</b>`;
}
function tacticNames(rule, catalog) {
  return valuesOf2(rule, "tactic", catalog.attack).map((short) => tacticName(short, catalog)).join(", ");
}
function tacticName(short, { attack }) {
  return attack.tactics.find((t) => t.tactics[0] === short)?.name ?? short;
}
function count(n, one, many = `${one}s`) {
  return `${thousands(n)} ${n === 1 ? one : many}`;
}
function thousands(n) {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}
function crumbs(...steps) {
  return markup`<p class="crumbs">${joined(steps, " \u203A ")}</p>`;
}

// src/catalog/site/pages/changes.ts
var PATH = "changes.html";
function changesPage(catalog) {
  let { previous, index: index2 } = catalog;
  return {
    path: PATH,
    title: "Changes",
    body: markup`<h1>Changes</h1>${previous === null ? markup`<p class="lead">This is the first build: there is nothing to compare it with.</p>` : changes(changesSince(previous, index2.rules), catalog)}`
  };
}
function changes({ added, changed, removed }, catalog) {
  if (added.length + changed.length + removed.length === 0)
    return markup`<p class="lead">Nothing has changed since the last build.</p>`;
  let only = (what) => changed.filter((c) => c.changes.every((d) => d.what === what)), [moved, reworded] = [only("path"), only("text")], others2 = changed.filter((c) => !moved.includes(c) && !reworded.includes(c));
  return [
    markup`<p class="lead">Since the last build: ${count(added.length, "rule")} added, ${thousands(changed.length)} changed, ${thousands(removed.length)} removed.</p>`,
    section("Added", added.length, () => ruleList(added, catalog, PATH)),
    section("Changed", others2.length, () => changedList(others2, catalog)),
    section("Removed", removed.length, () => removedList(removed)),
    section("Written about", reworded.length, () => changedList(reworded, catalog)),
    section("Moved", moved.length, () => changedList(moved, catalog))
  ];
}
function section(title, n, list) {
  return n === 0 ? null : markup`<section><h2>${title} <small>${thousands(n)}</small></h2>${list()}</section>`;
}
function changedList(changed, catalog) {
  let byRule = new Map(changed.map((c) => [c.rule, c.changes]));
  return ruleList([...byRule.keys()], catalog, PATH, (rule) => markup`<dl class="changes">${byRule.get(rule).map(
    (change) => markup`<div><dt>${change.what}</dt><dd>${changeText(change)}</dd></div>`
  )}</dl>`);
}
function changeText(change) {
  switch (change.what) {
    case "values":
      return [
        change.removed.map((v) => markup`<del><code>${v}</code></del> `),
        change.added.map((v) => markup`<ins><code>${v}</code></ins> `)
      ];
    case "queries":
      return change.targets.join(", ");
    case "logic":
      return "The same values are linked in another way.";
    case "text":
      return "No more than what is written about the rule.";
    default:
      return markup`<del><code>${change.before}</code></del> <ins><code>${change.after}</code></ins>`;
  }
}
function removedList(removed) {
  return markup`<ul class="prose">${removed.map(
    ({ title, path, id }) => markup`<li>${bdi(title)} <bdi class="path">${path}</bdi>${id !== null && markup` <code>${id}</code>`}</li>`
  )}</ul>`;
}

// src/catalog/site/similar.ts
var NEAR = 0.8, NEAR_WITHOUT_EXCLUSIONS = 0.5, WIDESPREAD = 200, MOST_COMPARED = 500, ALIKE = 0.1;
function huntedBy(rule, index2) {
  return index2.indicatorsOf(rule).filter(({ indicator: { field } }) => field === null || !isEventSelector(field));
}
function similarTo(rule, index2, most) {
  let worth = ({ rules }) => Math.log2(1 + index2.rules.length / rules.length), sum = (list) => list.reduce((n, i) => n + worth(i), 0), own = huntedBy(rule, index2), found = /* @__PURE__ */ new Map();
  for (let indicator of own) {
    let { rules } = indicator;
    for (let other of rules.length > WIDESPREAD ? [] : rules) {
      if (other === rule) continue;
      let before = found.get(other) ?? { worth: 0, shared: 0 };
      found.set(other, { worth: before.worth + worth(indicator), shared: before.shared + 1 });
    }
  }
  let total = sum(own);
  return [...found].map(([other, { worth: common, shared }]) => {
    let theirs = huntedBy(other, index2);
    return {
      rule: other,
      same: isSame(rule, other),
      shared,
      either: own.length + theirs.length - shared,
      alike: common / (total + sum(theirs) - common)
    };
  }).filter(({ alike, same }) => same || alike >= ALIKE).sort((a, b) => Number(b.same) - Number(a.same) || b.alike - a.alike || byPlace(a.rule, b.rule)).slice(0, most).map(({ alike: _, ...similar }) => similar);
}
function isSame({ sigma: a }, { sigma: b }) {
  return !!(a?.meaning && a.meaning === b?.meaning && logSourceKey(a.logsource) === logSourceKey(b.logsource));
}
function duplicates(rules) {
  let groups = /* @__PURE__ */ new Map();
  for (let rule of rules) {
    if (!rule.sigma?.meaning) continue;
    let key = `${rule.sigma.meaning} ${logSourceKey(rule.sigma.logsource)}`, known2 = groups.get(key);
    known2 ? known2.push(rule) : groups.set(key, [rule]);
  }
  return [...groups.values()].filter((g) => g.length > 1);
}
function logSourceKey({ product, category, service }) {
  let names = [product, category, service].map(
    (list) => [...new Set(list.map((n) => n.toLowerCase()))].sort()
  );
  return JSON.stringify(names);
}
function nearDuplicates(index2) {
  let copies = new Set(duplicates(index2.rules).flatMap(([, ...others2]) => others2)), places = new Map(index2.indicators().map((indicator, place) => [indicator, place])), byRarity = (a, b) => a.rules.length - b.rules.length || places.get(a) - places.get(b), sets = index2.rules.filter((rule) => !copies.has(rule)).map((rule) => ({ rule, own: [...huntedBy(rule, index2)].sort(byRarity) })).filter(({ own }) => own.length > 0).sort((a, b) => a.own.length - b.own.length), groups = new Groups(), seen = /* @__PURE__ */ new Map();
  for (let set of sets) {
    let { rule, own } = set, tried = /* @__PURE__ */ new Set(), elements = new Set(own);
    for (let element of own.slice(0, own.length - Math.ceil(NEAR * own.length) + 1)) {
      let before = seen.get(element) ?? [];
      for (let other of before.slice(-MOST_COMPARED)) {
        if (tried.has(other.rule) || other.own.length < NEAR * own.length || (tried.add(other.rule), groups.together(rule, other.rule) || !overlap(rule, other.rule))) continue;
        let both = other.own.filter((i) => elements.has(i));
        isPart(NEAR, both, own, other.own) && isPart(NEAR_WITHOUT_EXCLUSIONS, wanted(both), wanted(own), wanted(other.own)) && groups.join(rule, other.rule);
      }
      before.length > 0 ? before.push(set) : seen.set(element, [set]);
    }
  }
  return groups.all().map((rules) => {
    let sorted = [...rules].sort(byPlace), [first, ...others2] = sorted.map((r) => huntedBy(r, index2));
    return { rules: sorted, common: first.filter((i) => others2.every((o) => o.includes(i))) };
  });
}
function isPart(share, both, a, b) {
  return both.length >= share * (a.length + b.length - both.length);
}
function wanted(list) {
  return list.filter((i) => !i.indicator.negated);
}
function overlap({ sigma: a }, { sigma: b }) {
  return !a || !b ? !0 : ["product", "category", "service"].every((key) => {
    let [mine, theirs] = [a.logsource[key], b.logsource[key]];
    return mine.length === 0 || theirs.length === 0 || mine.some((n) => theirs.includes(n));
  });
}
function byPlace(a, b) {
  return compare(a.path, b.path) || a.position - b.position;
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
var Groups = class {
  parents = /* @__PURE__ */ new Map();
  top(item) {
    let at = item;
    for (; ; ) {
      let parent = this.parents.get(at) ?? at;
      if (parent === at) return at;
      this.parents.set(at, this.parents.get(parent) ?? parent), at = parent;
    }
  }
  together(a, b) {
    return this.top(a) === this.top(b);
  }
  join(a, b) {
    let top = this.top(b);
    this.parents.set(top, top), this.parents.set(this.top(a), top);
  }
  all() {
    let sets = /* @__PURE__ */ new Map();
    for (let item of this.parents.keys()) {
      let top = this.top(item), known2 = sets.get(top);
      known2 ? known2.push(item) : sets.set(top, [item]);
    }
    return [...sets.values()].sort((a, b) => b.length - a.length);
  }
};

// src/catalog/corpus/entry.ts
var CORPUS_LANGUAGES = ["sigma", "kusto", "elastic", "splunk"];

// src/catalog/corpus/field-names.ts
var WHOLE = {
  Image: {
    sigma: "NewProcessName",
    kusto: "NewProcessName DeviceProcessEvents:FolderPath Device*:InitiatingProcessFolderPath imProcessCreate:TargetProcessName _Im_ProcessCreate:TargetProcessName",
    elastic: "process.executable winlog.event_data.NewProcessName",
    splunk: "process_path New_Process_Name NewProcessName"
  },
  ParentImage: {
    sigma: "ParentProcessName",
    kusto: "ParentProcessName DeviceProcessEvents:InitiatingProcessFolderPath imProcessCreate:ActingProcessName _Im_ProcessCreate:ActingProcessName",
    elastic: "process.parent.executable winlog.event_data.ParentProcessName",
    splunk: "parent_process_path Creator_Process_Name ParentProcessName"
  },
  CommandLine: {
    sigma: "ProcessCommandLine",
    kusto: "ProcessCommandLine Device*:InitiatingProcessCommandLine imProcessCreate:TargetProcessCommandLine _Im_ProcessCreate:TargetProcessCommandLine",
    elastic: "process.command_line process.command_line.text process.command_line.caseless",
    splunk: "process Process_Command_Line"
  },
  ParentCommandLine: {
    kusto: "DeviceProcessEvents:InitiatingProcessCommandLine imProcessCreate:ActingProcessCommandLine _Im_ProcessCreate:ActingProcessCommandLine",
    elastic: "process.parent.command_line",
    splunk: "parent_process"
  },
  OriginalFileName: {
    kusto: "ProcessVersionInfoOriginalFileName Device*:InitiatingProcessVersionInfoOriginalFileName",
    elastic: "process.pe.original_file_name file.pe.original_file_name dll.pe.original_file_name",
    splunk: "original_file_name"
  },
  Product: {
    kusto: "ProcessVersionInfoProductName Device*:InitiatingProcessVersionInfoProductName",
    elastic: "process.pe.product file.pe.product"
  },
  Company: {
    kusto: "ProcessVersionInfoCompanyName Device*:InitiatingProcessVersionInfoCompanyName",
    elastic: "process.pe.company file.pe.company"
  },
  Description: {
    kusto: "ProcessVersionInfoFileDescription Device*:InitiatingProcessVersionInfoFileDescription",
    elastic: "process.pe.description file.pe.description"
  },
  CurrentDirectory: { elastic: "process.working_directory", splunk: "process_current_directory" },
  IntegrityLevel: {
    kusto: "ProcessIntegrityLevel Device*:InitiatingProcessIntegrityLevel",
    elastic: "process.Ext.token.integrity_level_name winlog.event_data.IntegrityLevel",
    splunk: "process_integrity_level"
  },
  ProcessId: { elastic: "process.pid", splunk: "process_id" },
  ParentProcessId: { elastic: "process.parent.pid", splunk: "parent_process_id" },
  TargetFilename: {
    kusto: "DeviceFileEvents:FolderPath imFileEvent:TargetFilePath _Im_FileEvent:TargetFilePath",
    elastic: "file.path",
    splunk: "file_path"
  },
  ImageLoaded: {
    kusto: "DeviceImageLoadEvents:FolderPath",
    elastic: "dll.path library:file.path",
    splunk: "loaded_file_path"
  },
  TargetObject: {
    elastic: "registry.path",
    splunk: "registry_path"
  },
  RegistryKey: { elastic: "registry.key", splunk: "registry_key_name" },
  RegistryValueName: { elastic: "registry.value", splunk: "registry_value_name" },
  Details: {
    kusto: "RegistryValueData",
    elastic: "registry.data.strings",
    splunk: "registry_value_data"
  },
  DestinationIp: {
    sigma: "dst_ip DestinationIP DestAddress",
    kusto: "RemoteIP DestinationIP DestAddress DstIpAddr",
    elastic: "destination.ip",
    splunk: "dest_ip"
  },
  DestinationPort: {
    sigma: "dst_port DestPort",
    kusto: "RemotePort DestPort DstPortNumber",
    elastic: "destination.port",
    splunk: "dest_port"
  },
  DestinationHostname: {
    kusto: "DeviceNetworkEvents:RemoteUrl DestinationHostName DstHostname",
    elastic: "destination.domain"
  },
  SourceIp: {
    sigma: "src_ip SourceIP SourceAddress",
    kusto: "LocalIP SourceIP SourceAddress SrcIpAddr",
    elastic: "source.ip",
    splunk: "src_ip"
  },
  SourcePort: {
    sigma: "src_port",
    kusto: "LocalPort SrcPortNumber",
    elastic: "source.port",
    splunk: "src_port"
  },
  QueryName: {
    sigma: "dns:query",
    kusto: "DnsEvents:Name DnsQuery",
    elastic: "dns.question.name",
    splunk: "DNS.query query"
  },
  "c-uri": { elastic: "url.original", splunk: "url" },
  "c-useragent": {
    sigma: "cs-user-agent UserAgent",
    kusto: "UserAgent HttpUserAgent csUserAgent",
    elastic: "user_agent.original",
    splunk: "http_user_agent"
  },
  "cs-method": {
    kusto: "csMethod HttpRequestMethod RequestMethod",
    elastic: "http.request.method",
    splunk: "http_method"
  },
  EventID: {
    kusto: "EventID",
    elastic: "event.code winlog.event_id",
    splunk: "EventCode signature_id"
  },
  Channel: { kusto: "Event:EventLog", elastic: "winlog.channel" },
  Provider_Name: {
    kusto: "Event:Source WindowsEvent:Provider EventSourceName",
    elastic: "winlog.provider_name",
    splunk: "SourceName"
  },
  ServiceName: { elastic: "service.name winlog.event_data.ServiceName", splunk: "service_name" },
  ServiceFileName: {
    sigma: "ImagePath",
    kusto: "ImagePath",
    elastic: "winlog.event_data.ImagePath winlog.event_data.ServiceFileName",
    splunk: "Service_File_Name ImagePath service_path"
  },
  AuthenticationPackageName: { splunk: "Authentication_Package" },
  PipeName: { splunk: "pipe_name" },
  md5: { kusto: "MD5", elastic: "process.hash.md5 file.hash.md5" },
  sha1: { kusto: "SHA1", elastic: "process.hash.sha1 file.hash.sha1" },
  sha256: { kusto: "SHA256", elastic: "process.hash.sha256 file.hash.sha256" }
}, FILE_NAME = {
  Image: {
    kusto: "DeviceProcessEvents:FileName SecurityEvent:Process WindowsEvent:Process Device*:InitiatingProcessFileName",
    elastic: "process.name",
    splunk: "process_name"
  },
  ParentImage: {
    kusto: "DeviceProcessEvents:InitiatingProcessFileName Device*:InitiatingProcessParentFileName",
    elastic: "process.parent.name",
    splunk: "parent_process_name"
  },
  TargetFilename: {
    kusto: "DeviceFileEvents:FileName",
    elastic: "file.name",
    splunk: "file_name"
  },
  ImageLoaded: {
    kusto: "DeviceImageLoadEvents:FileName",
    elastic: "dll.name library:file.name",
    splunk: "loaded_file"
  }
}, WORDS = {
  ScriptBlockText: { elastic: "powershell.file.script_block_text" },
  message: { elastic: "message" }
}, BAGS = {
  kusto: /^(?:EventData|AdditionalFields|RawEventData|EventProperties)\./i,
  elastic: /^winlog\.(?:event_data|user_data)\./i,
  // The nodes of data models.
  splunk: /^(?:Processes|Registry|Filesystem|Services|Ports|All_Traffic|Web|DNS|Authentication|All_Changes|All_Email|All_Risk|IDS_Attacks|All_Certificates)\./
}, TITLE_CASE = /^[A-Z][A-Za-z0-9]*(?:_[A-Z][A-Za-z0-9]*)+$/, known = index(), canonicalField = (language, field, context) => {
  let found = lookUp(language, field, context);
  if (found) return found;
  let bag = BAGS[language], bare = bag ? field.replace(bag, "") : field, named2 = language === "splunk" && TITLE_CASE.test(bare) ? bare.replaceAll("_", "") : bare;
  return (named2 === field ? void 0 : lookUp(language, named2, context)) ?? lookUp("sigma", named2, null) ?? { name: named2, holding: "whole" };
};
function lookUp(language, field, context) {
  let at = (place) => known.get(keyOf(language, `${place}${field}`));
  if (context !== null) {
    let own = at(`${context}:`);
    if (own) return own;
    let acting = context === "DeviceProcessEvents" ? void 0 : at("Device*:");
    if (acting && /^Device[A-Z]/.test(context)) return acting;
  }
  return at("");
}
function index() {
  let found = /* @__PURE__ */ new Map(), add = (table, holding) => {
    for (let [name, names] of Object.entries(table)) {
      let field = { name, holding };
      for (let [language, list] of Object.entries(names))
        for (let other of list.split(" "))
          found.set(keyOf(language, other), field);
      holding === "whole" && found.set(keyOf("sigma", name), field);
    }
  };
  return add(WHOLE, "whole"), add(FILE_NAME, "file-name"), add(WORDS, "words"), found;
}
function keyOf(language, name) {
  return `${language} ${name.toLowerCase()}`;
}

// src/catalog/corpus/indicator.ts
function indicatorOf(language, predicate, fieldOf = canonicalField) {
  let { field, context, kind, value: value2, negated } = predicate;
  if (kind === "ne")
    return indicatorOf(language, { ...predicate, kind: "eq", negated: !negated }, fieldOf);
  if (kind === "null")
    return indicatorOf(language, { ...predicate, kind: "exists", negated: !negated }, fieldOf);
  if (field === null) return { field, kind, value: fold(value2), negated };
  let { name, holding } = fieldOf(language, field, context);
  if (kind.startsWith("fieldref")) {
    let other = fieldOf(language, value2, context);
    return {
      field: named(name, holding),
      kind,
      value: fold(named(other.name, other.holding)),
      negated
    };
  }
  if (holding === "words" && kind === "eq")
    return { field: name, kind: "match", value: fold(value2), negated };
  if (holding === "file-name")
    return kind === "eq" && value2 !== "" ? { field: name, kind: "ends_with", value: fold(`\\${value2}`), negated } : { field: named(name, holding), kind, value: fold(value2), negated };
  let isName = kind === "ends_with" && FILE_NAME2.test(value2), text = kind === "regex" ? value2 : fold(isName ? `\\${value2.slice(1)}` : value2);
  return { field: name, kind, value: text, negated };
}
var FILE_NAME2 = /^[\\/][^\\/]+$/;
function named(name, holding) {
  return holding === "file-name" ? `${name} (file name)` : name;
}
function keyOf2({ field, kind, value: value2, negated }) {
  return `${field === null ? "" : fold(field)}\0${kind}\0${negated ? "not" : ""}\0${value2}`;
}

// src/catalog/corpus/corpus-index.ts
function buildCorpusIndex(given, fieldOf = canonicalField) {
  let canonical = fieldOf === canonicalField ? ownFieldOf : remembered(fieldOf), rules = inOrder(given), places = new Map(rules.map((rule, i) => [nameOf(rule), i])), found = /* @__PURE__ */ new Map(), own = rules.map(
    (rule) => keysOf(rule, canonical).map(([key, indicator]) => {
      let entry = found.get(key);
      return entry || found.set(key, entry = { indicator, rules: [] }), entry.rules.push(rule), entry;
    })
  ), find = (language, predicate) => found.get(keyOf2(indicatorOf(language, predicate, canonical))) ?? null, ownOf = (rule) => {
    let place = places.get(nameOf(rule));
    return place === void 0 ? [] : own[place];
  };
  return {
    rules,
    unread: rules.filter((r) => r.problem !== null),
    find,
    lookup: (language, predicate) => find(language, predicate)?.rules ?? [],
    counts(language, predicate, except = null) {
      return countLanguages(find(language, predicate)?.rules ?? [], except);
    },
    indicatorsOf: ownOf,
    relatives(rule) {
      let shared = /* @__PURE__ */ new Map();
      for (let { rules: sharing } of ownOf(rule))
        for (let other of sharing) shared.set(other, (shared.get(other) ?? 0) + 1);
      let place = (other) => places.get(nameOf(other));
      return [...shared].filter(([other]) => nameOf(other) !== nameOf(rule)).sort(([a, m], [b, n]) => n - m || place(a) - place(b)).map(([other, n]) => ({ rule: other, shared: n }));
    },
    indicators: (least = 1) => [...found].filter(([, indicator]) => indicator.rules.length >= least).sort(([a], [b]) => a < b ? -1 : 1).map(([, indicator]) => indicator)
  };
}
function countLanguages(rules, except = null) {
  let name = except && nameOf(except), counts = /* @__PURE__ */ new Map(), total = 0;
  for (let rule of rules)
    name !== null && nameOf(rule) === name || (counts.set(rule.language, (counts.get(rule.language) ?? 0) + 1), total++);
  let languages = {};
  for (let language of CORPUS_LANGUAGES) {
    let n = counts.get(language);
    n !== void 0 && (languages[language] = n);
  }
  return { total, languages };
}
var knownKeys = /* @__PURE__ */ new WeakMap();
function keysOf(rule, canonical) {
  let known2 = canonical === ownFieldOf ? knownKeys.get(rule) : void 0;
  if (known2) return known2;
  let keys = /* @__PURE__ */ new Map();
  for (let predicate of rule.predicates) {
    let indicator = indicatorOf(rule.language, predicate, canonical), key = keyOf2(indicator);
    keys.has(key) || keys.set(key, indicator);
  }
  let made = [...keys];
  return canonical === ownFieldOf && knownKeys.set(rule, made), made;
}
function inOrder(given) {
  let byName2 = /* @__PURE__ */ new Map();
  for (let rule of given) byName2.has(nameOf(rule)) || byName2.set(nameOf(rule), rule);
  return [...byName2.values()].sort(
    (a, b) => a.path === b.path ? a.position - b.position : a.path < b.path ? -1 : 1
  );
}
function nameOf({ path, position }) {
  return `${position} ${path}`;
}
function remembered(fieldOf) {
  let known2 = /* @__PURE__ */ new Map();
  return (language, field, context) => {
    let key = `${language}\0${context ?? ""}\0${field}`, result = known2.get(key);
    return result || known2.set(key, result = fieldOf(language, field, context)), result;
  };
}
var ownFieldOf = remembered(canonicalField);

// src/catalog/site/pages/indicators.ts
function indicatorTable(rule, catalog) {
  let rows = rule.sigma ? sigmaRows(rule, catalog) : otherRows(rule, catalog);
  return rows.length === 0 ? null : markup`<h2>Indicators</h2>
    <p class="hint">What the rule looks for. <i>corpus</i>: how many other rules look for the same.</p>
    <table class="indicators"><thead><tr><th>Field</th><th>Kind</th><th>Values</th></tr></thead>
    <tbody>${rows.map((row2) => tableRow(row2, rule, catalog))}</tbody></table>`;
}
function tableRow({ field, kind, exclusion, values: values2 }, rule, catalog) {
  return markup`<tr><th>${field === null ? "any text" : bdi(field)}</th>
    <td>${exclusion && markup`<span class="not">not</span> `}${kind}</td>
    <td><ul>${values2.map(({ text, shared }) => {
    let page = shared && catalog.indicatorPages.get(shared);
    return markup`<li>${text !== null && plainValue(text)}${page != null && markup` <a href="${`../${page}`}">${corpusText(countLanguages(shared.rules, rule))}</a>`}</li>`;
  })}</ul></td></tr>`;
}
function corpusText({ total, languages }) {
  let each = Object.entries(languages).map(([language, n]) => `${language} ${n}`);
  return `corpus ${total} (${each.join(", ")})`;
}
function plainValue(text) {
  return text === "" || /^\s|\s$/.test(text) ? value(text) : text;
}
var EMPTY = markup`<i>empty</i>`;
function value(text) {
  return text === "" ? EMPTY : markup`<code>${text}</code>`;
}
function sigmaRows(rule, { index: index2 }) {
  let { indicators, logsource } = rule.sigma, context = logsource.category.length === 1 ? logsource.category[0] : null;
  return indicators.map(({ field, kind, values: values2, exclusion }) => {
    let negated = exclusion !== (kind === "ne"), asked = values2.length > 0 ? values2 : [null];
    return {
      field,
      kind,
      exclusion: negated,
      values: asked.map((text) => ({
        text,
        shared: index2.find("sigma", { field, context, kind, value: text ?? "", negated })
      }))
    };
  });
}
function otherRows(rule, { index: index2 }) {
  let rows = /* @__PURE__ */ new Map();
  for (let predicate of rule.predicates) {
    let { field, kind, value: text, negated } = predicate;
    if (field !== null && isEventSelector(field)) continue;
    let key = JSON.stringify([field ?? "", kind, negated]), row2 = rows.get(key);
    row2 || rows.set(key, row2 = { field, kind, exclusion: negated, values: [] });
    let shared = index2.find(rule.language, predicate);
    row2.values.push({ text: comparesNothing(predicate) ? null : text, shared });
  }
  return [...rows].sort(([a], [b]) => a < b ? -1 : 1).map(([, row2]) => row2);
}
function comparesNothing({ kind }) {
  return kind === "exists" || kind === "null";
}
function indicatorText({ indicator }) {
  let { field, kind, value: text, negated } = indicator;
  return markup`${negated && markup`<span class="not">not</span> `}<b>${field === null ? "any text" : bdi(field)}</b> ${kind} ${kind !== "exists" && value(text)}`;
}
function indicatorLink(shared, catalog, from) {
  let page = catalog.indicatorPages.get(shared), text = indicatorText(shared);
  return page ? markup`<a href="${rootOf(from) + page}">${text}</a>` : text;
}

// src/catalog/site/pages/duplicates.ts
var MOST_NAMED = 12;
function duplicatesPage(catalog) {
  let path = "duplicates.html", same = duplicates(catalog.index.rules), near = nearDuplicates(catalog.index), named2 = (list) => {
    let shown = list.slice(0, MOST_NAMED).map((i) => markup`<li>${indicatorLink(i, catalog, path)}</li>`), more = list.length - shown.length;
    return markup`<ul class="chips">${shown}${more > 0 && markup`<li>and ${more} more</li>`}</ul>`;
  };
  return {
    path,
    title: "Duplicates",
    body: markup`<h1>Duplicates</h1>
      <p class="lead">${count(same.length, "group")} of rules that ask the same of the same log source, and ${count(near.length, "group")} of rules that have nearly the same indicators.</p>
      <section><h2>The same</h2>
      <p class="hint">However they put it: the order of values and conditions, and letter case where it does not count, make no difference.</p>
      ${same.length === 0 && markup`<p>None.</p>`}
      ${same.map((rules) => markup`<div class="group">${ruleList(rules, catalog, path)}</div>`)}</section>
      <section><h2>Nearly the same</h2>
      <p class="hint">Of the indicators that either of two rules has, both have four fifths or more (exclusions aside, half), and their log sources overlap. Under each rule stands what not all of its group look for.</p>
      ${near.length === 0 && markup`<p>None.</p>`}
      ${near.map(({ rules, common }) => {
      let shared = new Set(common);
      return markup`<div class="group"><p>${count(common.length, "indicator")} in common</p>${ruleList(
        rules,
        catalog,
        path,
        (rule) => {
          let own = huntedBy(rule, catalog.index).filter((i) => !shared.has(i));
          return own.length > 0 && named2(own);
        }
      )}</div>`;
    })}</section>`
  };
}

// src/catalog/site/pages/events.ts
function eventOverview({ eventPages: eventPages2 }) {
  let logs = /* @__PURE__ */ new Map();
  for (let listed of eventPages2.values()) {
    let log = listed.event.channel ?? listed.event.provider ?? "Any log";
    logs.set(log, [...logs.get(log) ?? [], listed]);
  }
  let sorted = [...logs].sort(([a], [b]) => a < b ? -1 : 1);
  return {
    path: "events/index.html",
    title: "Events",
    body: markup`<h1>Event coverage</h1>
      <p class="lead">The events that rules select, by log. A rule stands at every event that its log source may mean, such as Sysmon's 1 and Security's 4688 for the creation of a process.</p>
      ${sorted.map(
      ([log, events]) => markup`<section><h2>${bdi(log)}</h2>
        <table class="events"><thead><tr><th>Event</th><th>Meaning</th><th>Rules</th></tr></thead>
        <tbody>${[...events].sort(byId).map(
        ({
          event: { id, meaning, provider, known: known2 },
          path,
          rules
        }) => markup`<tr><td><a href="${`../${path}`}">${id ?? "any"}</a></td>
          <td>${meaning ?? (known2 ? "Any event of it" : "Not known here")}${provider !== null && markup` <small>${provider}</small>`}</td><td>${rules.length}</td></tr>`
      )}</tbody></table></section>`
    )}`
  };
}
function byId(a, b) {
  return (a.event.id ?? -1) - (b.event.id ?? -1) || ((a.event.provider ?? "") < (b.event.provider ?? "") ? -1 : 1);
}
function eventPage({ event, label, path, rules }, catalog) {
  let { channel, provider, id } = event, place = [channel, provider === channel ? null : provider].filter((p) => p !== null), number = id === null ? "Any event" : `Event ${id}`;
  return {
    path,
    title: `${number}: ${label}`,
    body: markup`${crumbs(markup`<a href="index.html">Events</a>`)}
      <h1><span class="kind">${number}</span> ${bdi(label)}</h1>
      <p class="lead">${place.length > 0 && markup`${bdi(place.join(", "))} · `}${count(rules.length, "rule")}</p>
      ${ruleList(rules, catalog, path)}`
  };
}

// src/catalog/site/slug.ts
var LONGEST = 60, DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)\d)(?=\.|$)/;
function slug(text) {
  let plain = text.toLowerCase().replace(/[^a-z0-9_.]+/g, "-").replace(/[-.]*\.[-.]*/g, ".").slice(0, LONGEST).replace(/^[-.]+|[-.]+$/g, "");
  return plain === "" ? "_" : plain.replace(DEVICE, (device) => `${device}_`);
}
function fileNames(named2) {
  let byName2 = /* @__PURE__ */ new Map();
  for (let each of named2) {
    let name = slug(each.wish), known2 = byName2.get(name);
    known2 ? known2.push(each) : byName2.set(name, [each]);
  }
  let names = /* @__PURE__ */ new Map(), taken = new Set(byName2.keys());
  for (let [name, sharing] of byName2) {
    if (sharing.length === 1) {
      names.set(sharing[0].item, name);
      continue;
    }
    for (let { item, identity } of [...sharing].sort(byIdentity)) {
      let own = `${name}-${hashOf(identity).slice(0, 8)}`;
      for (; taken.has(own); ) own = `${name}-${hashOf(own + identity)}`;
      taken.add(own), names.set(item, own);
    }
  }
  return names;
}
function byIdentity(a, b) {
  return a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : 0;
}

// src/catalog/site/catalog.ts
function catalogOf(input) {
  let index2 = buildCorpusIndex(input.rules), titles = new Map(index2.rules.map((rule) => [rule, plainTitle2(rule)])), rules = [...index2.rules].sort((a, b) => compare2(titles.get(a), titles.get(b)));
  return {
    ...input,
    rules,
    index: index2,
    byId: new Map(index2.rules.flatMap((rule) => rule.id === null ? [] : [[rule.id, rule]])),
    pageOf: rulePages(rules),
    indicatorPages: indicatorPages(index2),
    facets: facetsOf(rules, input.attack),
    attackPages: attackPages(rules, input.attack),
    eventPages: eventPages(rules)
  };
}
var plainTitles = /* @__PURE__ */ new WeakMap();
function plainTitle2(rule) {
  return once(
    plainTitles,
    rule,
    ({ title }) => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()
  );
}
function compare2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
var UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function rulePages(rules) {
  let ids = rules.flatMap(({ id }) => id !== null && UUID.test(id) ? [id.toLowerCase()] : []), users = grouped(ids, (id) => [headOf(id)]), named2 = rules.map((rule) => {
    let id = rule.id?.toLowerCase() ?? "", short = users.get(headOf(id))?.length === 1 ? headOf(id) : id, wish = UUID.test(id) ? short : stemOf(rule.path);
    return { item: rule, wish, identity: `${rule.path} ${rule.position}` };
  });
  return inFolder("rules", fileNames(named2));
}
function headOf(id) {
  return id.slice(0, id.indexOf("-"));
}
function stemOf(path) {
  return path.replace(/^.*[/\\]/, "").replace(/(.)\.[^.]*$/, "$1");
}
function inFolder(folder, names) {
  return new Map([...names].map(([item, name]) => [item, `${folder}/${name}.html`]));
}
function indicatorPages(index2) {
  let named2 = index2.indicators(2).filter(({ indicator: { field } }) => field === null || !isEventSelector(field)).map((item) => {
    let { field, kind, value: value2, negated } = item.indicator, parts = [...negated ? ["not"] : [], field ?? "text", kind, value2.slice(0, 40)];
    return { item, wish: parts.join("-"), identity: JSON.stringify(parts.concat(value2)) };
  });
  return inFolder("indicators", fileNames(named2));
}
var ALL_RULES = "by/all.html";
function facetsOf(rules, attack) {
  return new Map(
    FACETS.map((facet) => {
      let byValue = grouped(rules, (rule) => valuesOf2(rule, facet, attack)), named2 = [...byValue.keys()].map((value2) => ({
        item: value2,
        wish: `${facet}-${value2}`,
        identity: value2
      })), paths = inFolder("by", fileNames(named2)), values2 = [...byValue].map(([value2, own]) => ({
        value: value2,
        label: labelOf(facet, value2, attack),
        // What holds for every rule needs no list of its own.
        path: own.length === rules.length ? ALL_RULES : paths.get(value2),
        rules: own
      }));
      return [facet, values2.sort(orderOf(facet, attack))];
    })
  );
}
function labelOf(facet, value2, { tactics }) {
  return facet === "tactic" ? tactics.find((t) => t.tactics[0] === value2)?.name ?? value2 : facet === "language" ? LANGUAGE_LABELS[value2] : value2;
}
function orderOf(facet, { tactics }) {
  let order = {
    level: LEVELS,
    status: STATUSES,
    language: CORPUS_LANGUAGES,
    tactic: tactics.map((t) => t.tactics[0])
  }[facet], place = (value2) => {
    let at = order?.indexOf(value2) ?? 0;
    return at < 0 ? 1 / 0 : at;
  };
  return (a, b) => {
    let [x, y] = [place(a.value), place(b.value)];
    return x !== y ? x - y : b.rules.length - a.rules.length || (a.value < b.value ? -1 : 1);
  };
}
function attackPages(rules, { objects }) {
  let byId2 = grouped(
    rules,
    ({ sigma }) => (sigma?.attack ?? []).flatMap((t) => t.kind === "tactic" || t.id === null ? [] : [t.id])
  );
  for (let id of [...byId2.keys()]) {
    let parent = objects.get(id)?.parent ?? null;
    parent !== null && !byId2.has(parent) && byId2.set(parent, []);
  }
  let named2 = [...byId2.keys()].map((id) => ({ item: id, wish: id, identity: id })), paths = inFolder("attack", fileNames(named2));
  return new Map(
    [...byId2].map(([id, own]) => {
      let name = objects.get(id)?.name;
      return [id, { label: name ? `${id} ${name}` : id, path: paths.get(id), rules: own }];
    })
  );
}
function eventKey({ channel, provider, id }) {
  return JSON.stringify([channel, provider, id]);
}
function eventPages(rules) {
  let events = /* @__PURE__ */ new Map(), byKey = grouped(
    rules,
    ({ sigma }) => (sigma?.events ?? []).map((event) => {
      let key = eventKey(event);
      return events.has(key) || events.set(key, event), key;
    })
  ), named2 = [...byKey.keys()].map((key) => {
    let { channel, provider, id } = events.get(key);
    return { item: key, wish: `${channel ?? provider ?? "any"}-${id ?? "any"}`, identity: key };
  }), paths = inFolder("events", fileNames(named2));
  return new Map(
    [...byKey].map(([key, own]) => {
      let event = events.get(key);
      return [key, { label: eventLabel(event), path: paths.get(key), rules: own, event }];
    })
  );
}
function eventLabel({ channel, provider, id, meaning }) {
  let place = [channel, id === null ? "any event" : id].filter((p) => p !== null).join(" ");
  return meaning ?? (channel === null && provider !== null ? `${provider}: ${place}` : place);
}
function grouped(items, keysOf2) {
  let groups = /* @__PURE__ */ new Map();
  for (let item of items) {
    let keys = keysOf2(item);
    for (let key of keys.length > 1 ? new Set(keys) : keys) {
      let known2 = groups.get(key);
      known2 ? known2.push(item) : groups.set(key, [item]);
    }
  }
  return groups;
}

// src/catalog/site/pages/facet.ts
function allRules(catalog) {
  let path = ALL_RULES, { rules } = catalog;
  return {
    path,
    title: "All rules",
    body: markup`${crumbs(markup`<a href="../index.html">Rules</a>`)}
      <h1>All rules</h1><p class="lead">${count(rules.length, "rule")}, by title.</p>
      ${ruleList(rules, catalog, path)}`
  };
}
function facetOverview(facet, catalog) {
  let [one, many] = FACET_LABELS[facet], values2 = catalog.facets.get(facet), title = many[0].toUpperCase() + many.slice(1);
  return {
    path: facetPath(facet),
    title,
    body: markup`${crumbs(markup`<a href="../index.html">Rules</a>`)}
      <h1>${title}</h1>
      <p class="lead">Rules by ${one.toLowerCase()}. A rule may stand under several.</p>
      <ul class="values">${values2.map(
      ({ label, path, rules }) => markup`<li><a href="${`../${path}`}">${bdi(label)}</a> <span>${rules.length}</span></li>`
    )}</ul>`
  };
}
function facetPath(facet) {
  return `by/all-${facet}.html`;
}
function facetPage(facet, value2, catalog) {
  let [one, many] = FACET_LABELS[facet], { label, path, rules } = value2;
  return {
    path,
    title: `${one}: ${label}`,
    body: markup`${crumbs(
      markup`<a href="../index.html">Rules</a>`,
      markup`<a href="${`../${facetPath(facet)}`}">${many[0].toUpperCase() + many.slice(1)}</a>`
    )}
      <h1><span class="kind">${one}</span> ${bdi(label)}</h1><p class="lead">${count(rules.length, "rule")}</p>
      ${ruleList(rules, catalog, path)}`
  };
}
function facetPages(catalog) {
  return FACETS.flatMap((facet) => [
    [facetPath(facet), () => facetOverview(facet, catalog)],
    ...catalog.facets.get(facet).filter((value2) => value2.path !== ALL_RULES).map((value2) => [value2.path, () => facetPage(facet, value2, catalog)])
  ]);
}

// src/catalog/site/pages/home.ts
var FIRST_RULES = 60, FIRST_VALUES = 8;
function homePage(catalog) {
  let path = "index.html", { rules, options } = catalog, first = rules.slice(0, FIRST_RULES);
  return {
    path,
    title: options.title,
    scripts: ["rules.js", "home.js"],
    body: markup`<h1>${bdi(options.title)}</h1>
      <p class="lead">${summary(catalog)}</p>
      <div class="home"><aside class="facets" id="facets" aria-label="Filters">${FACETS.map((facet) => facetBlock(facet, catalog))}</aside>
      <section class="results" aria-labelledby="found"><div class="found"><h2 id="found" aria-live="polite">${count(rules.length, "rule")}</h2>
      <button type="button" class="button filters" aria-expanded="false" aria-controls="facets">Filters</button>
      <button type="button" class="button clear" hidden>Clear</button></div>
      ${ruleList(first, catalog, path)}
      ${rules.length > first.length && markup`<p class="more"><a class="button" href="by/all.html">All ${count(rules.length, "rule")}</a></p>`}</section></div>`
  };
}
function summary({ rules, facets, attackPages: attackPages2 }) {
  let languages = facets.get("language").map((f) => `${count(f.rules.length, "rule")} in ${f.label}`), techniques = [...attackPages2].filter(([id]) => attackKindOf(id) === "technique").length, targets = new Set(rules.flatMap((r) => (r.sigma?.queries ?? []).map((q) => q.title))), facts = [
    languages.length === 0 ? "There are no rules" : languages.join(", "),
    ...techniques > 0 ? [count(techniques, "technique of ATT&CK", "techniques of ATT&CK")] : [],
    ...targets.size > 0 ? [`queries for ${[...targets].join(", ")}`] : []
  ];
  return markup`${joined(facts, " \xB7 ")}`;
}
function facetBlock(facet, { facets }) {
  let values2 = facets.get(facet), [one, many] = FACET_LABELS[facet];
  return values2.length === 0 ? markup`` : markup`<section class="facet" data-facet="${facet}"><h2>${one}</h2><ul>${values2.slice(0, FIRST_VALUES).map(
    ({ label, path, rules }) => markup`<li><a href="${path}">${bdi(label)}</a><span>${thousands(rules.length)}</span></li>`
  )}</ul>${values2.length > FIRST_VALUES && markup`<a class="rest" href="${facetPath(facet)}">All ${values2.length} ${many}</a>`}</section>`;
}

// src/catalog/site/pages/indicator.ts
var MOST_USED = 100, OVERVIEW = "indicators/index.html";
function indicatorOverview(catalog) {
  let shared = [...catalog.indicatorPages.keys()], used = [...shared].sort((a, b) => b.rules.length - a.rules.length).slice(0, MOST_USED), fields = /* @__PURE__ */ new Map();
  for (let each of shared) {
    let field = each.indicator.field ?? "", known2 = fields.get(field);
    known2 ? known2.push(each) : fields.set(field, [each]);
  }
  let row2 = (each) => markup`<li>${indicatorLink(each, catalog, OVERVIEW)} <span>${each.rules.length}</span></li>`;
  return {
    path: OVERVIEW,
    title: "Indicators",
    body: markup`<h1>Indicators</h1>
      <p class="lead">What two rules or more look for: ${count(shared.length, "indicator")}, each with its number of rules. Letter case is folded, and fields that hold the same have one name.</p>
      <section><h2>Most used</h2><ul class="values wide">${used.map(row2)}</ul></section>
      <section><h2>By field</h2>${[...fields].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)).map(
      ([
        field,
        list
      ]) => markup`<details><summary>${field === "" ? "any text" : bdi(field)} <span>${list.length}</span></summary>
          <ul class="values wide">${list.map(row2)}</ul></details>`
    )}</section>`
  };
}
function indicatorPage(shared, catalog) {
  let path = catalog.indicatorPages.get(shared), { rules, indicator } = shared, { languages } = countLanguages(rules), present = CORPUS_LANGUAGES.filter((l) => languages[l] !== void 0), each = present.map((l) => `${l} ${languages[l]}`).join(", ");
  return {
    path,
    title: `${indicator.negated ? "not " : ""}${indicator.field ?? "any text"} ${indicator.kind} ${indicator.value}`,
    body: markup`<h1 class="indicator">${indicatorText(shared)}</h1>
      <p class="lead">${count(rules.length, "rule")} ${rules.length === 1 ? "looks" : "look"} for this (${each}).</p>
      ${present.length === 1 ? ruleList(rules, catalog, path) : present.map((language) => {
      let own = rules.filter((r) => r.language === language);
      return markup`<section><h2>${LANGUAGE_LABELS[language]} <small>${own.length}</small></h2>
                ${ruleList(own, catalog, path)}</section>`;
    })}`
  };
}

// src/catalog/site/pages/coverage.ts
function attackCoverage({ attack }, catalog) {
  let tags = [...attack.filter((t) => t.kind === "tactic"), ...attack.filter((t) => t.kind !== "tactic")];
  return markup`<section><h2>MITRE ATT&amp;CK coverage</h2>
    ${tags.length === 0 ? markup`<p class="hint">The rule has no tags of ATT&amp;CK.</p>` : markup`<ul class="attack">${tags.map((tag) => markup`<li>${tagText(tag, catalog)}</li>`)}</ul>`}</section>`;
}
function tagText(tag, catalog) {
  let { id, kind, known: known2, retired } = tag, tactics = kind === "tactic" ? [] : tag.tactics.map((t) => tacticLink(t, catalog));
  return [
    kind === "tactic" ? ownTactic(tag, catalog) : objectLink(tag, catalog),
    known2 && id !== null && kind !== "other" && markup` ${mitreLink(id, kind)}`,
    !known2 && markup` <span class="flag">not in ATT&amp;CK ${catalog.options.attackVersion}</span>`,
    retired && markup` <span class="flag">withdrawn${successors(tag)}</span>`,
    tactics.length > 0 && markup` <span class="ta">${joined(tactics, ", ")}</span>`
  ];
}
function ownTactic({ tag, tactics, name }, catalog) {
  let [short] = tactics;
  return short === void 0 ? bdi(name ?? tag) : tacticLink(short, catalog);
}
function tacticLink(short, catalog) {
  let listed = catalog.facets.get("tactic").find((f) => f.value === short), name = tacticName(short, catalog);
  return listed ? markup`<a href="${`../${listed.path}`}">${name}</a>` : markup`${name}`;
}
function objectLink(tag, catalog) {
  let page = tag.id === null ? void 0 : catalog.attackPages.get(tag.id), text = tag.name === null ? bdi(tag.tag) : fullName(tag, catalog);
  return page ? markup`<a href="${`../${page.path}`}">${text}</a>` : text;
}
function fullName({ name, parent }, { attack }) {
  let above = parent === null ? void 0 : attack.objects.get(parent)?.name;
  return above === void 0 ? name : `${above}: ${name}`;
}
function successors({ replacedBy }) {
  return replacedBy.length === 0 ? "" : `; now ${replacedBy.join(", ")}`;
}
function mitreLink(id, kind) {
  return markup`<a class="out" href="${attackUrl({ id, kind })}">${id}</a>`;
}
function eventCoverage({ events }, catalog) {
  return markup`<section><h2>Event coverage</h2>
    ${events.length === 0 ? markup`<p class="hint">The log source has no event ids that are known here.</p>` : markup`<table class="events"><thead><tr><th>Log</th><th>Event</th><th>Meaning</th></tr></thead><tbody>${events.map(
    (event) => eventRow(event, catalog)
  )}</tbody></table>`}</section>`;
}
function eventRow(event, catalog) {
  let { channel, provider, id, meaning, known: known2 } = event, page = catalog.eventPages.get(eventKey(event));
  return markup`<tr><td>${channel ?? provider ?? "any"}</td>
    <td><a href="${`../${page.path}`}">${id ?? "any"}</a></td>
    <td>${meaning ?? (known2 ? "Any event of it" : "Not known here")}</td></tr>`;
}

// src/catalog/site/pages/matrix.ts
var MATRIX = "attack/index.html";
function matrixPage(catalog) {
  let { attack, facets, options } = catalog, techniques = techniquesOf(catalog), covered = techniques.filter((t) => t.rules.length > 0).length;
  return {
    path: MATRIX,
    title: "ATT&CK",
    body: markup`<h1>MITRE ATT&amp;CK</h1>
      <p class="lead">Rules for ${covered} of ${techniques.length} techniques of Enterprise ATT&amp;CK ${options.attackVersion}. A technique counts the rules that are tagged with it or with one of its sub-techniques.</p>
      <p><a class="button" href="navigator.json" download="navigator.json">Layer for the ATT&amp;CK Navigator</a></p>
      <div class="matrix" tabindex="0" role="group" aria-label="Matrix">${attack.tactics.map(
      (tactic) => {
        let [short] = tactic.tactics, own = techniques.filter((t) => t.object.tactics.includes(short)), rules = facets.get("tactic").find((f) => f.value === short)?.rules.length ?? 0;
        return markup`<section><h2>${tacticLink(short, catalog)}<small>${count(rules, "rule")}</small></h2>
          <ul>${own.map((t) => techniqueCell(t, catalog))}</ul></section>`;
      }
    )}</div>
      ${others(catalog)}
      <section><h2 id="notice">Notice</h2><p class="hint prose">${attack.notice}</p></section>`
  };
}
function techniquesOf({ attack, attackPages: attackPages2 }) {
  let parts = /* @__PURE__ */ new Map(), techniques = [];
  for (let object of attack.objects.values())
    object.retired || (object.kind === "technique" ? techniques.push(object) : object.kind === "sub-technique" && parts.set(object.parent, [...parts.get(object.parent) ?? [], object]));
  return techniques.sort(byName).map((object) => {
    let own = (parts.get(object.id) ?? []).sort(byName), ids = [object.id, ...own.map((o) => o.id)], rules = new Set(ids.flatMap((id) => attackPages2.get(id)?.rules ?? []));
    return { object, parts: own, rules: [...rules] };
  });
}
function byName(a, b) {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
function techniqueCell({ object, parts, rules }, catalog) {
  let withRules = parts.filter((p) => catalog.attackPages.has(p.id)).length;
  return markup`<li data-heat="${heat(rules.length)}">${cell(object, rules.length, catalog)}
    ${parts.length > 0 && markup`<details><summary>Sub-techniques ${withRules}/${parts.length}</summary><ul>${parts.map(
    (part) => {
      let n = catalog.attackPages.get(part.id)?.rules.length ?? 0;
      return markup`<li data-heat="${heat(n)}">${cell(part, n, catalog)}</li>`;
    }
  )}</ul></details>`}</li>`;
}
function cell({ id, name }, rules, { attackPages: attackPages2 }) {
  let page = attackPages2.get(id), text = markup`${name} <small>${id}</small>`;
  return page ? markup`<a href="${`../${page.path}`}">${text}</a><b>${rules}</b>` : markup`<span>${text}</span>`;
}
function heat(rules) {
  return [1, 3, 10, 30].filter((least) => rules >= least).length;
}
function others({ attackPages: attackPages2, attack }) {
  let left = [...attackPages2].filter(([id]) => {
    let object = attack.objects.get(id);
    return !object || object.retired || !/technique$/.test(object.kind);
  }).sort(([a], [b]) => a < b ? -1 : 1);
  return left.length === 0 ? null : markup`<section><h2>Groups, software and others</h2><ul class="values">${left.map(
    ([, { label, path, rules }]) => markup`<li><a href="${`../${path}`}">${label}</a> <span>${rules.length}</span></li>`
  )}</ul></section>`;
}
function attackPage(id, { label, path, rules }, catalog) {
  let { objects } = catalog.attack, object = objects.get(id), kind = attackKindOf(id), above = object?.parent ? objects.get(object.parent) : void 0, parts = [...catalog.attackPages].filter(([other]) => objects.get(other)?.parent === id), tactics = (object?.tactics ?? []).map((t) => tacticLink(t, catalog)), all = new Set([rules, ...parts.map(([, listed]) => listed.rules)].flat()), facts = [
    all.size === rules.length ? count(rules.length, "rule") : `${count(all.size, "rule")}, ${rules.length} of them tagged with the technique itself`,
    ...tactics.length > 0 ? [joined(tactics, ", ")] : [],
    ...object && kind ? [mitreLink(id, kind)] : [],
    ...object ? [] : [markup`<span class="flag">not in ATT&amp;CK ${catalog.options.attackVersion}</span>`],
    ...object?.retired ? [markup`<span class="flag">withdrawn</span>`] : []
  ];
  return {
    path,
    title: label,
    body: markup`${crumbs(
      markup`<a href="index.html">ATT&amp;CK</a>`,
      ...above ? [
        markup`<a href="${`../${catalog.attackPages.get(above.id).path}`}">${`${above.id} ${above.name}`}</a>`
      ] : []
    )}
      <h1>${kind && markup`<span class="kind">${kind}</span> `}${label}</h1>
      <p class="lead">${joined(facts, " \xB7 ")}</p>
      ${ruleList(rules, catalog, path)}
      ${parts.map(
      ([
        ,
        listed
      ]) => markup`<section><h2><a href="${`../${listed.path}`}">${listed.label}</a> <small>${listed.rules.length}</small></h2>
        ${ruleList(listed.rules, catalog, path)}</section>`
    )}`
  };
}

// src/catalog/site/pages/code.ts
function sourceLanguage({ language, path }) {
  return /\.ya?ml$/i.test(path) ? "yaml" : /\.toml$/i.test(path) ? "toml" : /json$/i.test(path) ? "json" : language === "kusto" ? "kql" : "";
}
function sourceCode(rule) {
  let { text, firstLine } = rule, linked = linkedLines(rule);
  return markup`<div class="code source" data-lang="${sourceLanguage(rule)}"><ol start="${firstLine}">${linesOf(
    text
  ).map((line, i) => {
    let number = firstLine + i;
    return linked.has(number) ? markup`<li id="${`L${number}`}">${line}` : markup`<li>${line}`;
  })}</ol></div>`;
}
function linkedLines({ sigma, notes }) {
  let queryNotes = (sigma?.queries ?? []).flatMap((q) => q.notes), places = [notes, sigma?.notes ?? [], queryNotes, sigma?.stages ?? []];
  return new Set(places.flat().map(({ line }) => line));
}
function linesOf(text) {
  let lines = text.split(/\r\n|\r|\n/);
  return lines.length > 1 && lines.at(-1) === "" && lines.pop(), lines;
}
function queryPanels(rule) {
  let byTarget = /* @__PURE__ */ new Map();
  for (let query of rule.sigma?.queries ?? []) {
    let known2 = byTarget.get(query.target);
    known2 ? known2.push(query) : byTarget.set(query.target, [query]);
  }
  return markup`<div class="queries">${[...byTarget].map(
    ([target, queries]) => markup`<div data-target="${target}">${queries.map(
      (q, n) => queryBlock(q, queries.length === 1 ? q.title : `${q.title}, condition ${n + 1}`, rule)
    )}</div>`
  )}</div>`;
}
function queryBlock(query, name, rule) {
  let { text, fidelity, notes, parts } = query;
  return markup`<h3>${name} <b class="${fidelity}">${fidelity}</b></h3>
    ${text !== null && markup`<pre data-map="${mapOf(parts)}">${preformatted(text)}</pre>`}
    ${noteList(notes, rule)}`;
}
function preformatted(text) {
  return text.startsWith(`
`) ? `
${text}` : text;
}
function mapOf(parts) {
  let at = 0, before = 0;
  return parts.map(([start, end, line]) => {
    let numbers = [start - at, end - start, ...line === before + 1 ? [] : [line]];
    return at = end, before = line, numbers.map((n) => n.toString(36)).join(" ");
  }).join();
}
function noteList(notes, rule) {
  return notes.length === 0 ? null : markup`<ul class="notes">${notes.map(
    ({ severity, message, line }) => severity === "note" ? markup`<li>${bdi(message)} ${lineLink(line, rule)}</li>` : markup`<li class="${severity}">${bdi(message)} ${lineLink(line, rule)}</li>`
  )}</ul>`;
}
function lineLink(line, rule) {
  if (line === null) return null;
  let { firstLine, text, path } = rule, last = firstLine + linesOf(text).length - 1;
  return !/json$/i.test(path) && line >= firstLine && line <= last ? markup`<a href="${`#L${line}`}">line ${line}</a>` : `(line ${line})`;
}

// src/catalog/site/pages/stages.ts
function stageList(rule, { stages, predicates }) {
  let conditions = stages.filter((s) => s.name === "condition").length;
  return markup`<h2>Stages and predicates</h2>
    ${stages.map(({ name, text, line }, i) => {
    let n = Math.max(0, i - conditions + 1);
    return markup`<div class="stage"><h3>Stage ${n}: ${bdi(name)} ${lineLink(line, rule)}</h3>
        ${n === 0 ? markup`<pre data-lang="condition">${preformatted(text)}</pre>` : markup`<pre>${preformatted(text)}</pre>${predicateList(predicates.filter((p) => p.stage === name))}`}</div>`;
  })}`;
}
function predicateList(predicates) {
  return predicates.length === 0 ? null : markup`<ul>${predicates.map(
    (predicate) => markup`<li><b>${predicate.field === null ? "any text" : bdi(predicate.field)}</b> ${kindText(predicate)} ${values(predicate.values)}</li>`
  )}</ul>`;
}
function values(list) {
  return list.length === 0 ? null : list.length === 1 ? value(list[0]) : markup`<code>${list.join(`
`)}</code>`;
}
function kindText({ kind, negated, all, cased }) {
  return [
    negated && markup`<span class="not">not</span> `,
    kind,
    all && " (all)",
    cased && " (cased)"
  ];
}

// src/catalog/site/pages/rule.ts
var MOST_SIMILAR = 5;
function rulePage(rule, catalog) {
  let { sigma, title, problem } = rule, path = catalog.pageOf.get(rule), description = sigma?.description?.trim() ?? "";
  return {
    path,
    title,
    body: markup`${crumbs(
      markup`<a href="../index.html">Rules</a>`,
      facetLink("language", rule.language, LANGUAGE_LABELS[rule.language], catalog)
    )}
      <h1>${title}</h1>
      ${problem !== null && markup`<p class="problem"><b>${sigma ? "Not counted" : "Could not be read"}</b> ${bdi(problem)}</p>`}
      ${description !== "" && markup`<p class="lead prose">${description}</p>`}
      ${sigma ? sigmaHead(rule, sigma, catalog) : otherHead(rule, catalog)}
      ${sigma && markup`<div class="pair">${attackCoverage(sigma, catalog)}${eventCoverage(sigma, catalog)}</div>`}
      ${sigma ? ruleAndQueries(rule) : sourceSection(rule)}
      ${sigma && stageList(rule, sigma)}
      ${indicatorTable(rule, catalog)}
      ${similarRules(rule, path, catalog)}
      ${sigma && texts(sigma)}`
  };
}
function sigmaHead(rule, sigma, catalog) {
  let { status, level, author, date, modified, license } = sigma, entries = [
    ["Status", status && facetLink("status", status, status, catalog)],
    ["Severity", level && facetLink("level", level, levelBadge(level), catalog)],
    ["Log source", logSource(sigma, catalog)],
    ["Author", author && bdi(author)],
    ["Written", dates(date, modified)],
    ["Id", rule.id && markup`<code>${rule.id}</code>`],
    ["License", license && bdi(license)],
    ["Tags", otherTags(sigma)],
    ["Related", related(sigma, catalog)],
    ["Source", source(rule, catalog)]
  ];
  return definitions(entries);
}
function otherHead(rule, catalog) {
  return definitions([
    ["Language", LANGUAGE_LABELS[rule.language]],
    ["Source", source(rule, catalog)],
    ["Id", rule.id && markup`<code>${rule.id}</code>`]
  ]);
}
function definitions(entries) {
  let given = entries.filter(([, text]) => text !== null && text !== !1 && text !== "");
  return markup`<dl class="meta">${given.map(
    ([name, text]) => markup`<div><dt>${name}</dt><dd>${text}</dd></div>`
  )}</dl>`;
}
function facetLink(facet, value2, label, catalog) {
  let key = value2.trim().toLowerCase(), found = catalog.facets.get(facet).find((f) => f.value === key);
  return found ? markup`<a href="${`../${found.path}`}">${label}</a>` : markup`${label}`;
}
function logSource({ logsource }, catalog) {
  let parts = ["product", "category", "service"].flatMap((key) => {
    let names = logsource[key].map((name) => facetLink(key, name, bdi(name), catalog));
    return names.length === 0 ? [] : [markup`${key} ${joined(names, " or ")}`];
  });
  return parts.length === 0 ? null : joined(parts, ", ");
}
function source(rule, { options }) {
  let url = options.sourceUrl === null ? null : sourceLink(options.sourceUrl, rule.path), path = markup`<bdi class="path">${rule.path}</bdi>`;
  return url !== null && isWebLink(url) ? markup`<a href="${url}">${path}</a>` : path;
}
function sourceLink(base, path) {
  let parts = path.split("/");
  if (parts.some((p) => p === "" || p === "." || p === "..")) return null;
  try {
    return `${base.replace(/\/$/, "")}/${parts.map(encodeURIComponent).join("/")}`;
  } catch {
    return null;
  }
}
function dates(date, modified) {
  return date === null ? modified && markup`modified ${bdi(modified)}` : modified === null ? bdi(date) : markup`${bdi(date)}, modified ${bdi(modified)}`;
}
function otherTags({ tags }) {
  let others2 = tags.filter((tag) => !/^attack\./i.test(tag));
  return others2.length === 0 ? null : joined(others2.map(bdi), ", ");
}
function related({ related: links }, { byId: byId2, pageOf }) {
  return links.length === 0 ? null : joined(
    links.map(({ id, type }) => {
      let rule = byId2.get(id);
      return rule ? markup`${bdi(type)} <a href="${`../${pageOf.get(rule)}`}">${bdi(rule.title)}</a>` : markup`${bdi(type)} <code>${id}</code>`;
    }),
    ", "
  );
}
function ruleAndQueries(rule) {
  return markup`<div class="sides"><section><h2>Rule body <small>yaml</small></h2>
    ${sourceCode(rule)}${noteList(rule.sigma.notes, rule)}</section>
    <section class="stay"><h2>Queries</h2>${queryPanels(rule)}</section></div>`;
}
function sourceSection(rule) {
  return markup`<section><h2>Source</h2>${sourceCode(rule)}
    ${rule.notes.length > 0 && markup`<ul class="notes">${rule.notes.map(({ message, line }) => markup`<li>${bdi(message)} ${lineLink(line, rule)}</li>`)}</ul>`}</section>`;
}
function similarRules(rule, path, catalog) {
  let found = similarTo(rule, catalog.index, MOST_SIMILAR);
  if (found.length === 0) return null;
  let byRule = new Map(found.map((s) => [s.rule, s])), rules = found.map((s) => s.rule);
  return markup`<h2>Similar rules</h2>
    ${ruleList(rules, catalog, path, (other) => {
    let { same, shared, either } = byRule.get(other);
    return same ? markup`<span class="same">asks the same</span>` : markup`<span>${shared} of ${either} indicators shared</span>`;
  })}`;
}
function texts({ references, falsepositives }) {
  return [
    falsepositives.length > 0 && markup`<h2>False positives</h2>
        <ul class="prose">${falsepositives.map((text) => markup`<li>${text}</li>`)}</ul>`,
    references.length > 0 && markup`<h2>References</h2>
        <ul class="prose">${references.map((text) => markup`<li>${webLink(text)}</li>`)}</ul>`
  ];
}

// src/catalog/site/pages/unread.ts
function unreadPage(catalog) {
  let path = "unread.html", { index: index2, others: others2 } = catalog;
  return {
    path,
    title: "What could not be read",
    body: markup`<h1>What could not be read</h1>
      <p class="lead">${count(index2.unread.length, "rule")} and ${count(others2.length, "file")}. Each with its reason.</p>
      ${index2.unread.length > 0 && markup`<section><h2>Rules</h2>${ruleList(
      index2.unread,
      catalog,
      path,
      (rule) => markup`<p class="problem">${bdi(rule.path)}: ${bdi(rule.problem)}</p>`
    )}</section>`}
      ${others2.length > 0 && markup`<section><h2>Files</h2><ul class="prose">${others2.map(
      (file) => markup`<li><bdi class="path">${file.path}</bdi>: ${bdi(file.reason)}</li>`
    )}</ul></section>`}`
  };
}

// src/catalog/site/search-data.ts
function searchScript(catalog) {
  return `self.catalog=${JSON.stringify(searchData(catalog))};
`;
}
function searchData(catalog) {
  let facets = [...catalog.facets], placesOf = new Map(catalog.rules.map((rule) => [rule, facets.map(() => [])]));
  return facets.forEach(([, values2], f) => {
    values2.forEach(({ rules }, v) => {
      for (let rule of rules) placesOf.get(rule)[f].push(v);
    });
  }), {
    facets: facets.map(([key, values2]) => ({
      key,
      label: FACET_LABELS[key][0],
      values: values2.map(({ value: value2, label }) => [value2, label])
    })),
    rules: catalog.rules.map((rule) => [
      catalog.pageOf.get(rule),
      rule.title,
      statusLabel(rule),
      logSourceLabel(rule),
      placesOf.get(rule),
      once(knownTexts, rule, searchedText)
    ])
  };
}
var knownTexts = /* @__PURE__ */ new WeakMap();
function searchedText(rule) {
  let { id, path, sigma, predicates } = rule, values2 = /* @__PURE__ */ new Map();
  for (let { field, kind, value: value2 } of predicates) {
    let name = `${field ?? ""} ${kind}`.trim(), known2 = values2.get(name);
    known2 ? known2.add(value2) : values2.set(name, /* @__PURE__ */ new Set([value2]));
  }
  return [
    sigma?.description ?? "",
    path,
    id ?? "",
    sigma?.author ?? "",
    (sigma?.tags ?? []).join(" "),
    ...(sigma?.attack ?? []).flatMap((t) => t.name ?? []),
    ...[...values2].map(([name, list]) => `${name} ${[...list].join(" \xB7 ")}`)
  ].map((line) => line.replace(/\s+/g, " ").trim()).filter((line) => line !== "").join(`
`);
}

// src/catalog/site/site.ts
var MANIFEST = "manifest.json";
function siteOf(catalog) {
  let site = /* @__PURE__ */ new Map(), add = (path, text) => {
    if (site.has(path)) throw new Error(`Two files of the site would be ${path}.`);
    site.set(path, text);
  };
  for (let [name, text] of Object.entries(assets))
    (name !== "live.js" || catalog.options.live) && add(`assets/${name}`, () => text);
  add("assets/rules.js", () => searchScript(catalog)), add("attack/navigator.json", () => navigatorLayer(catalog));
  for (let [path, page] of pagesOf(catalog))
    add(path, () => layout(page(), catalog.options));
  return add(MANIFEST, () => printManifest(manifestOf(catalog.index.rules, [...site.keys()].sort()))), site;
}
function* pagesOf(catalog) {
  yield ["index.html", () => homePage(catalog)], yield ["by/all.html", () => allRules(catalog)], yield* facetPages(catalog);
  for (let [rule, path] of catalog.pageOf) yield [path, () => rulePage(rule, catalog)];
  yield ["attack/index.html", () => matrixPage(catalog)];
  for (let [id, listed] of catalog.attackPages)
    yield [listed.path, () => attackPage(id, listed, catalog)];
  yield ["events/index.html", () => eventOverview(catalog)];
  for (let listed of catalog.eventPages.values())
    yield [listed.path, () => eventPage(listed, catalog)];
  yield ["indicators/index.html", () => indicatorOverview(catalog)];
  for (let [shared, path] of catalog.indicatorPages)
    yield [path, () => indicatorPage(shared, catalog)];
  yield ["duplicates.html", () => duplicatesPage(catalog)], yield ["changes.html", () => changesPage(catalog)], yield ["unread.html", () => unreadPage(catalog)];
}

// src/cli/catalog-source.ts
import { basename, isAbsolute, normalize, sep } from "node:path";
async function catalogPaths(rules, others2) {
  let [own, more] = await Promise.all([findInputs(rules), findInputs(others2, ANY_RULES)]), shown = /* @__PURE__ */ new Map(), opened = /* @__PURE__ */ new Set(), ofRules = /* @__PURE__ */ new Set();
  for (let [i, input] of [...own.files, ...more.files].entries()) {
    let { path } = input;
    if (opened.has(path)) continue;
    opened.add(path);
    let name = shownPath(input), taken = shown.has(name) ? path : name;
    shown.set(taken, { path, shown: taken }), i < own.files.length && ofRules.add(taken);
  }
  return {
    paths: [...shown.values()],
    own: ofRules,
    diagnostics: [...own.diagnostics, ...more.diagnostics]
  };
}
function shownPath({ path, relative }) {
  if (path === "-") return relative;
  let plain = normalize(path).split(sep).join("/");
  return !isAbsolute(path) && !plain.startsWith("../") ? plain : `${basename(plain.slice(0, -relative.length))}/${relative}`;
}
async function readCatalog(paths, tools, jobs) {
  let progress = new Progress(paths.length), files = [], results = inBatches({
    items: paths,
    here: (path) => catalogFile(path, tools),
    thread: { module: new URL("./catalog-worker.js", import.meta.url), data: tools.settings },
    jobs
  });
  for await (let file of results)
    files.push(file), progress.step(files.length);
  return progress.clear(), files;
}
async function catalogFrom(files, previous, options) {
  let all = [...files];
  return catalogOf({
    rules: all.flatMap((f) => f.rules),
    others: all.flatMap((f) => f.other ?? []).sort((a, b) => a.path < b.path ? -1 : 1),
    attack: await loadAttack(),
    previous,
    options
  });
}
async function siteOptions(flags, live) {
  let { title = "Detection rules", sourceUrl = null, date = null } = flags;
  if (sourceUrl !== null && !/^https?:\/\/[^\s/]+/i.test(sourceUrl))
    throw new UsageError(`--source-url takes an http or https address, not '${sourceUrl}'.`);
  if (date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new UsageError(`--date takes a day as YYYY-MM-DD, not '${date}'.`);
  let attackVersion = /^[\d.]+/.exec((await loadAttack()).version)?.[0] ?? "";
  return { title, sourceUrl, date, generator: `sigmaql ${version}`, attackVersion, live };
}

export {
  readManifest,
  securityHeaders,
  MANIFEST,
  siteOf,
  catalogPaths,
  readCatalog,
  catalogFrom,
  siteOptions
};
