import texts from './id.json';

export default texts;
