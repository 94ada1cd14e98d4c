import{a,b}from"./chunk.75G4DIET.js";import"./chunk.EHNYS5PL.js";import"./chunk.ODP6IQAH.js";import"./chunk.6ZJ27NLV.js";export{b as NationMap,a as SeatMap};
