import{a,b}from"./chunk.QDZDLIX6.js";import"./chunk.6AAESWH6.js";import"./chunk.ODP6IQAH.js";import"./chunk.PKAD3NVG.js";export{b as NationMap,a as SeatMap};
