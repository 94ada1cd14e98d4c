import{a,b}from"./chunk.ATQK24NW.js";import"./chunk.TF3JDU3O.js";import"./chunk.ODP6IQAH.js";import"./chunk.FB3HP3PH.js";export{b as NationMap,a as SeatMap};
