// Gives scripts before it the time to run first.
const begin = Date.now();
while (Date.now() - begin < 300);
