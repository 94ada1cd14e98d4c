import{a,b}from"./chunk.K5I2YAFQ.js";import"./chunk.D5V4DBE4.js";import"./chunk.ODP6IQAH.js";import"./chunk.ZAJAETDV.js";export{b as NationMap,a as SeatMap};
