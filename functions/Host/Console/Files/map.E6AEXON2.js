import{a,b}from"./chunk.YIYO2WQ6.js";import"./chunk.2K2B2CIY.js";import"./chunk.ODP6IQAH.js";import"./chunk.DHBFX47J.js";export{b as NationMap,a as SeatMap};
