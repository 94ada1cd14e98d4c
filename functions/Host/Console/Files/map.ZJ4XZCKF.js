import{a,b}from"./chunk.IJTHKTF4.js";import"./chunk.W3B7JVFI.js";import"./chunk.ODP6IQAH.js";import"./chunk.3OGSHCVN.js";export{b as NationMap,a as SeatMap};
