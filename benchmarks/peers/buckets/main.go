// Buckets groups the goroutines of dumps with panicparse. It stays up and is asked a file a line; the answer is the
// nanoseconds it took, how many buckets there are, and the sizes of all of them, the largest first.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"sort"
	"time"

	"github.com/maruel/panicparse/v2/stack"
)

func main() {
	asked := bufio.NewScanner(os.Stdin)
	for asked.Scan() {
		began := time.Now()
		in, err := os.Open(asked.Text())
		must(err)
		// Names of arguments, guesses at paths and a look at sources are not asked for: Leakbook makes none either.
		found, _, err := stack.ScanSnapshot(in, io.Discard, &stack.Opts{})
		if err != nil && err != io.EOF {
			must(err)
		}
		buckets := found.Aggregate(stack.AnyValue).Buckets
		took := time.Since(began)
		must(in.Close())
		sizes := make([]int, 0, len(buckets))
		for _, bucket := range buckets {
			sizes = append(sizes, len(bucket.IDs))
		}
		sort.Sort(sort.Reverse(sort.IntSlice(sizes)))
		fmt.Println(took.Nanoseconds(), len(sizes), sizes)
	}
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
