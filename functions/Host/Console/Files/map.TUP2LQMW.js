import{a,b}from"./chunk.B6L5W4IC.js";import"./chunk.ETBVBVVM.js";import"./chunk.ODP6IQAH.js";import"./chunk.KJIMPRDV.js";export{b as NationMap,a as SeatMap};
