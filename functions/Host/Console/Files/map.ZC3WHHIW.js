import{a,b}from"./chunk.JJSD52NO.js";import"./chunk.6FWEE42A.js";import"./chunk.ODP6IQAH.js";import"./chunk.6FSWM5BF.js";export{b as NationMap,a as SeatMap};
