import{a,b}from"./chunk.JZ6HPK4R.js";import"./chunk.IXYMWQQM.js";import"./chunk.ODP6IQAH.js";import"./chunk.PJ6Y5DBW.js";export{b as NationMap,a as SeatMap};
