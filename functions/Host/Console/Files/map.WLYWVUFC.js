import{a,b}from"./chunk.KAH5KH7C.js";import"./chunk.WMDZ7YNP.js";import"./chunk.ODP6IQAH.js";import"./chunk.4PHGLHQL.js";export{b as NationMap,a as SeatMap};
