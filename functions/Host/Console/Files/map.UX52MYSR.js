import{a,b}from"./chunk.3U5UNZRP.js";import"./chunk.VQZ5BNES.js";import"./chunk.ODP6IQAH.js";import"./chunk.WIKBME2C.js";export{b as NationMap,a as SeatMap};
