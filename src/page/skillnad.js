// What has changed between two lists of blocks.

// Numbers of paragraphs move when one is put in above them; that alone is no change.
const textOf = block => block.replace(/ (?:data-p|id)="[^"]*"| href="#[^"]*"/g, '');

/**
 * For each new block, the old one that it goes on from: `{ from, same }`. `same` blocks say the same; the others have taken the
 * place of an old block, or come from nowhere (`from` is -1).
 */
export function compare(before, after) {
  const a = before.map(textOf);
  const b = after.map(textOf);
  const result = b.map(() => ({ from: -1, same: false }));
  const longest = commonLengths(a, b);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) result[j++] = { from: i++, same: true };
    else if (longest[i + 1][j] >= longest[i][j + 1]) i++;
    else j++;
  }
  // Between two blocks that stay, new ones take the places of old ones in order.
  let free = 0;
  result.forEach((one, j) => {
    const next = result.slice(j).find(other => other.same)?.from ?? a.length;
    if (one.same) free = one.from + 1;
    else if (free < next) one.from = free++;
  });
  return result;
}

// The table of longest common subsequences: [i][j] is how long one is from there on.
function commonLengths(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}
