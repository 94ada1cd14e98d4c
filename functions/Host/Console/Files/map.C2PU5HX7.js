import{a,b}from"./chunk.ZCO5RE4R.js";import"./chunk.IULUJXLF.js";import"./chunk.ODP6IQAH.js";import"./chunk.H2UNH3V7.js";export{b as NationMap,a as SeatMap};
