import{a,b}from"./chunk.Z3VWIC2B.js";import"./chunk.WH7NCSPA.js";import"./chunk.ODP6IQAH.js";import"./chunk.PB6SCXGV.js";export{b as NationMap,a as SeatMap};
