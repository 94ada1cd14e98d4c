import{a,b}from"./chunk.ADGSMHJJ.js";import"./chunk.IIHWWJIK.js";import"./chunk.ODP6IQAH.js";import"./chunk.GW7EHLBE.js";export{b as NationMap,a as SeatMap};
