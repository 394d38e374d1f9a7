// What has changed between two lists of blocks.

// Numbers of paragraphs move when one is put in above them; that alone is no change.
const textOf = block => block.replace(/ (?:data-p|id)="[^"]*"| href="#[^"]*"/g, '');

/**
 * For each new block, the old one that it goes on from: `{ from, same }`. `same` blocks say the same; the others have taken the
 * place of an old block, or come from nowhere (`from` is -1). The longest common subsequence of the texts decides.
 */
export function compare(before, after) {
  const a = before.map(textOf);
  const b = after.map(textOf);
  const result = b.map(() => ({ from: -1, same: false }));
  let top = 0;
  while (top < a.length && top < b.length && a[top] === b[top]) result[top] = { from: top++, same: true };
  let low = a.length;
  let end = b.length;
  while (low > top && end > top && a[low - 1] === b[end - 1]) result[--end] = { from: --low, same: true };
  for (const [i, j] of matches(a.slice(top, low), b.slice(top, end))) result[top + j] = { from: top + i, same: true };
  pairTheRest(result, a.length);
  return result;
}

// The pairs of a longest common subsequence, by the usual table.
function matches(a, b) {
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      length[at] = a[i] === b[j] ? length[at + width + 1] + 1 : Math.max(length[at + width], length[at + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const at = i * width + j;
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (length[at + width] >= length[at + 1]) i++;
    else j++;
  }
  return pairs;
}

// Between two blocks that stay, new ones take the places of old ones in order.
function pairTheRest(result, oldLength) {
  let free = 0;
  result.forEach((one, j) => {
    const next = result.slice(j).find(other => other.same)?.from ?? oldLength;
    if (one.same) free = one.from + 1;
    else if (free < next) one.from = free++;
  });
}
